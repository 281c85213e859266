"""Words between the Bosporus and the Gobi that names are, too."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import Kind, a_place, an_organization, is_believed, named
from tests.unit.wiretext.vetoes.words.homonyms.told import words_in
from wirekit.contracts import Entity


@pytest.mark.parametrize(
    ("language", "entity", "text", "words"),
    [
        ("tr", a_place("Mısır"), "Mısır tarlaları suya hasret kaldı.", ["Mısır"]),
        ("tr", a_place("Mısır"), "Mısır buğday ithalatını artırdı. Kahire'de anlaşma imzalandı.", []),
        ("tr", a_place("Mısır"), "Mısır'ın hasadı gecikti.", []),
        ("tr", a_place("Mali"), "Mali güvenlik güçleri operasyon düzenledi.", []),
        ("tr", a_place("Mali"), "Mali açıklama bekliyor. Mali'de seçim var.", []),
        ("tr", a_place("Mali"), "Mali müşavirler toplandı.", ["Mali"]),
        ("tr", a_place("Gine"), "Kahve Papua Yeni Gine'den geldi.", ["Gine"]),
        ("tr", a_place("Gine"), "Yağış Gine'den geldi.", []),
        ("tr", a_place("Suriye"), "Yeni Suriye yönetimi toplandı.", []),
        ("az", a_place("Sudan"), "Sudan çıxan xəstəlik yayıldı.", ["Sudan"]),
        ("az", a_place("Sudan"), "Sudan hökuməti danışıqlara qayıtdı.", []),
        ("az", a_place("İran"), "Rəssam İranə sərgi açdı. İranə gül aldı.", ["İranə", "İranə"]),
        ("az", a_place("İran"), "Müəllim İrana səfər etdi.", []),
        ("kk", a_place("Панама"), "Ол Панама папкасын емес, Панама киген қызды көрді.", ["Панама", "Панама"]),
        ("kk", a_place("Панама"), "Панама президенті сапарға шықты.", []),
        ("uz", a_place("Yaman"), "Yaman shamol esdi.", ["Yaman"]),
        ("uz", a_place("Yaman"), "Kemani Yaman qirg'og'ida ushlashdi.", []),
        ("ka", a_place("განა"), "განა ეს სიზმარია?", ["განა"]),
        ("ka", a_place("განა"), "ისინი განაში ჩავიდნენ.", []),
        ("ka", a_place("მალი"), "კისრის მალის ტკივილი დაეწყო.", ["მალის"]),
        ("ka", a_place("მალი"), "მალის პრეზიდენტი ჩამოვიდა.", []),
        ("hy", a_place("Կուբա"), "Նրանք Կուբանից եկան։ Կուբայից լուր չկա։", ["Կուբանից"]),
        ("hy", a_place("Կատար"), "Ձյուն էր գալիս։ Կատարը երևաց լեռան վրա։", ["Կատարը"]),
        ("hy", a_place("Ֆրանսիա"), "Կամուրջը Ֆրանսիայի հրապարակի մոտ է։", ["Ֆրանսիայի"]),
        ("hy", a_place("Ֆրանսիա"), "Նա Ֆրանսիայի նախագահն է։", []),
        ("am", a_place("ሊባኖስ"), "ወደ ደብረ ሊባኖስ ሄዱ።", ["ሊባኖስ"]),
        ("am", a_place("ሊባኖስ"), "ወደ ሊባኖስ ሄዱ።", []),
        ("am", a_place("ሜክሲኮ"), "በሜክሲኮ አደባባይ ቆመ። ከሜክሲኮ ወደ ቦሌ ሄደ።", ["ሜክሲኮ", "ሜክሲኮ"]),
        ("am", a_place("ሜክሲኮ"), "በሜክሲኮ አደባባይ ቆመ። የሜክሲኮ ኤምባሲ ተከፈተ።", ["ሜክሲኮ"]),
    ],
)
def test_what_a_country_is_called_is_something_else_in_some_languages(
    language: str, entity: Entity, text: str, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


@pytest.mark.parametrize(
    ("language", "entity", "text", "words"),
    [
        ("az", an_organization("Nar"), "Nar şirəsi içdik. Nar qurtardı.", ["Nar", "Nar"]),
        ("az", an_organization("Nar"), "Nar şirəsi içdik. «Nar» yeni xidmət açdı.", ["Nar"]),
        ("az", an_organization("Nar"), "Nar qiymətləri endirdi.", []),
        ("uz", an_organization("Artel"), "Artel raisi keldi. Artelda ish ko'p.", ["Artel", "Artelda"]),
        ("uz", an_organization("Meta"), "Metandan gaz olinadi. Metadan xat keldi.", ["Metandan"]),
        ("kk", an_organization("Ауыл"), "Ауыл ақсақалдары жиналды.", ["Ауыл"]),
        ("kk", an_organization("Ауыл"), "Ауыл партиясы жиналды.", []),
        ("ka", an_organization("ვაგნერი"), "ვაგნერის ოპერა დაიდგა. ვაგნერი უყვართ.", ["ვაგნერის", "ვაგნერი"]),
        ("ka", an_organization("ვაგნერი"), "ვაგნერის დაქირავებული მებრძოლები ჩავიდნენ.", []),
        ("hy", an_organization("Տաշիր"), "Տաշիր քաղաքում տոն է։", ["Տաշիր"]),
        ("am", an_organization("ንብ"), "ንብ አናቢዎች ተሰበሰቡ።", ["ንብ"]),
        ("am", an_organization("ንብ"), "የንብ ባንክ ደንበኞች ተሰበሰቡ።", []),
        ("am", an_organization("ሜታ"), "የሜታ ሠራተኞች ተሰበሰቡ።", []),
        ("tr", an_organization("Zafer"), "Zafer bekleniyordu.", ["Zafer"]),
        ("tr", an_organization("Zafer"), "Zafer'in adayı konuştu. Zafer bekliyor.", []),
    ],
)
def test_what_a_firm_or_a_party_is_called_is_something_else_in_some_languages(
    language: str, entity: Entity, text: str, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


@pytest.mark.parametrize(
    ("language", "kind", "name", "text", "meant"),
    [
        ("ky", "place", "Түркия", "Ал Түркия көчөсүндө жашайт.", False),
        ("ky", "place", "Түркия", "Ал Түркияда жашайт.", True),
        ("ky", "place", "Панама", "Балдардын баары панама кийип алышты. Панама кийбесе болбойт.", False),
        ("ky", "place", "Панама", "Президент Панамага учуп кетти.", True),
        ("ky", "organization", "Ата Мекен", "Ата мекен үчүн кан төккөн баатырлар эскерилди.", False),
        ("ky", "organization", "Ата Мекен", "Ата Мекен партиясы тизмесин бекитти.", True),
        ("mn", "place", "Япон", "Бид Япон гудамжинд амьдардаг.", False),
        ("mn", "place", "Япон", "Япон гудамжны гэрэл илгээв.", True),
        ("mn", "organization", "Говь", "Говь хаврын сард их салхитай.", False),
        ("mn", "organization", "Говь", "Говь компани ноолуур худалдан авлаа.", True),
        ("kk", "place", "Алжир", "Кеше АЛЖИР мұражайында көрме ашылды.", False),
        ("kk", "place", "Алжир", "Кеше Алжир президенті Астанаға келді.", True),
        ("kk", "place", "Дания", "Көршіміз Дания апай бауырсақ пісірді.", False),
        ("kk", "place", "Дания", "Дания жел стансаларын салады.", True),
        ("tr", "place", "Kongo", "Kırım Kongo kanamalı ateşi vakası görüldü.", False),
        ("tr", "place", "Kongo", "Bakan Kongo ziyaretinden döndü.", True),
        ("az", "place", "Ümman", "Ümman dalğaları sakit idi. Ümman sirlə doludur.", False),
        ("az", "place", "Ümman", "Ümman neft hasilatını artırıb.", True),
        ("ka", "organization", "ამაზონი", "ამაზონის ნაპირებზე ტყე იწვის.", False),
        ("ka", "organization", "ამაზონი", "ამაზონი ახალ საწყობს გახსნის.", True),
        ("hy", "place", "Իտալիա", "Իտալիա տատը թխվածք է պատրաստել։", False),
        ("hy", "place", "Իտալիա", "Իտալիան գինի կգնի։", True),
        ("am", "place", "ማልታ", "ሕፃናቱ ማልታ መጠጥ ይወዳሉ።", False),
        ("am", "place", "ማልታ", "ሚኒስትሩ ማልታ ገቡ።", True),
    ],
)
def test_streets_hats_and_given_names_are_told_from_countries_between_the_bosporus_and_the_gobi(
    language: str, kind: Kind, name: str, text: str, *, meant: bool
) -> None:
    assert is_believed(text, named(kind, name), language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "name", "meant"),
    [
        ("tr", "Güney Amerika kuşları sergisi açıldı.", "Amerika", False),
        ("tr", "Amerika kuşlar için sergi istedi.", "Amerika", True),
        ("kk", "Солтүстік Корея командасы келді.", "Корея", False),
        ("kk", "Оңтүстік Корея командасы келді.", "Корея", True),
        ("mn", "Хойд Солонгосын баг ирэв.", "Солонгос", False),
        ("ka", "კავკასიის ალბანეთის წარწერა წაიკითხეს.", "ალბანეთი", False),
        ("ka", "ალბანეთის წარწერა წაიკითხეს.", "ალბანეთი", True),
        ("hy", "Հյուսիսային Կորեայի թիմը ժամանեց:", "Կորեա", False),
        ("ky", "Индия океанында бороон болду.", "Индия", False),
        ("az", "Gürcüstan restoranında xingal günü keçirilib.", "Gürcüstan", False),
        ("az", "Gürcüstan restoranları üçün çay alıb.", "Gürcüstan", True),
    ],
)
def test_a_longer_name_or_a_house_after_a_country_is_not_the_country_further_east(
    language: str, text: str, name: str, *, meant: bool
) -> None:
    assert is_believed(text, a_place(name), language=language) is meant


def test_a_river_is_no_chain_of_shops_where_a_bank_is_flooded() -> None:
    entity = an_organization("Araz")

    assert not is_believed("Dünən yağışdan sonra Araz sahilə çıxıb.", entity, language="az")
    assert is_believed("Dünən şəhərdə Araz yeni mağaza açıb.", entity, language="az")
