"""What people do, by the words beside their names."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, believed, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.context.roles import is_private

ANNA = an_entity(
    "Anna Berg", names=("አና በርግ", "Анна Берг", "Աննա Բերգ", "ანა ბერგი", "アンナ・ベルク", "آنا بيرغ", "আনা বার্গ")
)


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("de", "Eine Bäckerin namens Anna Berg sang.", True),
        ("de", "Gestern sagte Anna Berg Schülern alles.", False),
        ("ru", "Об этом сказала Анна Берг студентам.", False),
        ("en", "Anna Berg, a 40-year-old plumber, sang.", True),
        ("en", "Anna Berg, the prime minister and a teacher once, sang.", False),
        ("pl", "Anna Berg, a kucharz tańczył.", False),
        ("ru", "Это сказала учительница Анна Берг.", True),
        ("ru", "Это сказала бывшая учительница Анна Берг.", False),
        ("cs", "Hlasovali Novák, Kovář, Anna Berg.", False),
        ("cs", "Zpívala Anna Berg, Kuchařová a další.", False),
        ("vi", "Đầu bếp Anna Berg hát.", True),
        ("tl", "Kumanta ang panaderong si Anna Berg.", True),
        ("am", "ገበሬው አና በርግ ዘፈነ።", True),
        ("ja", "料理人のアンナ・ベルクは歌った。", True),
        ("pt", "O herdeiro Anna Berg cantou.", False),
        ("fr", "Le boulanger lyonnais Anna Berg chante.", True),
        ("fr", "Le boulanger attend Anna Berg dehors.", False),
        ("az", "Bağbanlar Anna Bergə armud bağışladılar.", False),
        ("az", "Bağban Anna Bergə armud bağışladılar.", True),
        ("hu", "A kertészek Anna Bergnek almát adtak.", False),
        ("hu", "A diák Anna Berg énekelt.", True),
        ("pt", "Anna Berg, fisioterapeuta de 34 anos, cantou.", True),
        ("pt", "Anna Berg, economista de 34 anos, cantou.", False),
        ("es", "El líder camionero Anna Berg cantó.", False),
        ("es", "La apicultora Anna Berg cantó.", True),
        ("es", "El ferretero Anna Berg cantó.", True),
        ("sw", "Anna Berg, fundi viatu wa mji, aliimba.", True),
        ("it", "Il fruttivendolo Anna Berg cantò.", True),
        ("it", "L'allenatore Anna Berg cantò.", False),
        ("ro", "Învățătoarea Anna Berg a cântat.", True),
        ("id", "Penjual bakso Anna Berg menyanyi.", True),
        ("id", "Jenderal Anna Berg menyanyi.", False),
        ("sw", "Fundi viatu Anna Berg aliimba.", True),
        ("en", "Teachers Anna Berg saw yesterday sang.", False),
        ("de", "Gestern gaben die Schüler Anna Berg Blumen.", False),
        ("de", "Gestern sang die Schülerin Anna Berg dort.", True),
        ("nl", "Gisteren gaven de leraren Anna Berg bloemen.", False),
        ("pt", "Os alunos Anna Berg recebeu ontem.", False),
        ("cs", "Učitelé Anna Berg viděli.", False),
        ("en", "Anna Berg, 41, a plumber, sang.", True),
        ("en", "Teachers Anna Berg and Tom Ilk sang.", True),
        ("pt", "O padeiro conheceu Anna Berg ontem.", False),
        ("ar", "تحدث الخباز الليبي آنا بيرغ أمس.", True),
        ("id", "Nelayan Ambon Anna Berg menyanyi.", True),
        ("de", "Der Grundschullehrer Anna Berg sang.", True),
        ("de", "Die Außenministerin Anna Berg sang.", False),
        ("bn", "ধানচাষি আনা বার্গ গাইলেন।", True),
        ("ru", "Учитель Анна Берг пела.", True),
        ("ar", "التقت آنا بيرغ المعلم أمس.", False),
        ("ru", "Учитель физики Анна Берг пела.", True),
        ("ru", "Учитель видел, как Анна Берг пела.", False),
        ("pl", "Kierowca autobusu Anna Berg śpiewa.", True),
        ("pl", "Minister historii Anna Berg śpiewa.", False),
        ("nl", "Rietdekker Anna Berg redde een nest.", True),
        ("ca", "El fuster Anna Berg ha refet les bigues.", True),
        ("sv", "Anna Berg, en rörmokare från Skurup, sjöng.", True),
        ("da", "Anna Berg, 52, social- og sundhedsassistent, bager.", True),
        ("de", "Anna Berg, Kranken- und Altenpflegerin, singt.", True),
        ("en", "They asked aides to monitor Anna Berg.", False),
        ("en", "The widow Anna Berg spoke.", False),
        ("fr", "Le guide Anna Berg parle.", False),
        ("fr", "L'ancien ouvrier Anna Berg parle.", False),
        ("id", "Kantor Anna Berg tutup.", False),
    ],
)
def test_a_private_walk_of_life_is_read_beside_the_name(language: str, text: str, *, private: bool) -> None:
    reading = read(text, language)

    assert is_private(hit_in(reading, ANNA), reading) is private


PAVEL = a_person("Pavel Novotin", "ანა ბერგი")


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("sk", "Učiteľovi Pavel Novotin ukázal knihu.", False),
        ("sk", "Učiteľ Pavel Novotin ukázal knihu.", True),
        ("sk", "Učiteľovi Pavel Novotinovi ukázal knihu.", True),
        ("sk", "Učiteľ Pavla Novotina ukázal knihu.", False),
        ("ka", "მასწავლებელმა ანა ბერგს წიგნი აჩუქა.", False),
        ("ka", "მასწავლებელმა ანა ბერგმა წიგნი აჩუქა.", True),
    ],
)
def test_a_walk_of_life_in_another_case_is_somebody_elses(language: str, text: str, *, private: bool) -> None:
    reading = read(text, language)

    assert is_private(hit_in(reading, PAVEL), reading) is private


@pytest.mark.parametrize(("language", "text"), [("en", "The engineer Anna Berg"), ("ru", "Инженер Анна Берг")])
def test_an_engineer_may_be_anybody(language: str, text: str) -> None:
    reading = read(text, language)

    assert not is_private(hit_in(reading, ANNA), reading)


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("sk", "Anna Berg, štyridsaťročná cukrárka z Brodnej, spievala.", True),
        ("sk", "Anna Berg, mladá vidiecka pekárka, spievala.", True),
        ("sk", "Anna Berg, povedala pekárka, spievala.", False),
        ("sl", "Anna Berg, 40-letna klekljarica, je pela.", True),
        ("hr", "Anna Berg, slastičarka iz Brodne, pjevala je.", True),
        ("lt", "Anna Berg, keturiasdešimties metų daržininkė, dainavo.", True),
        ("lt", "Anna Berg, Brodnos gimnazijos moksleivė, dainavo.", True),
        ("lv", "Anna Berg, četrdesmit gadus veca podniece, dziedāja.", True),
        ("et", "Anna Berg, Brodna kutsekooli õpilane, laulis.", True),
        ("et", "Anna Berg, Brodna õpetaja Mari Ilk ja naabrid laulsid.", False),
        ("fi", "Anna Berg, 24-vuotias hitsaaja, lauloi.", True),
        ("hu", "Anna Berg, a brodnai iskola óvónője, énekelt.", True),
        ("hu", "Jött Anna Berg, Szabó Tamás és más is.", False),
        ("en", "Anna Berg (41), a plumber, sang.", True),
        ("fr", "Anna Berg, 16 ans, élève de première, chantait.", True),
        ("da", "Anna Berg, 52 år, skolekok i Skive, sang.", True),
        ("fr", "Anna Berg, 52 ans, ministre et ancienne infirmière, chantait.", False),
        ("sk", "Anna Berg, bývalá ministerka a pekárka, spievala.", False),
    ],
)
def test_an_age_or_a_place_may_stand_between_a_name_and_what_its_bearer_does(
    language: str, text: str, *, private: bool
) -> None:
    reading = read(text, language)

    assert is_private(hit_in(reading, ANNA), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("hy", "Մրցույթում հաղթեց Աննա Բերգը՝ Բրոդնայից եկած տաքսու վարորդը։", True),
        ("ka", "გაიმარჯვა ანა ბერგმა, ბროდნიდან ჩამოსულმა ტაქსის მძღოლმა.", True),
        ("tr", "Anna Berg, Brodna'dan gelen taksi şoförü, kazandı.", True),
        ("fi", "Kilpailun voitti Anna Berg, brodnalainen taksinkuljettaja.", True),
        ("kk", "Анна Берг, Броднадан келген такси жүргізушісі, жеңді.", True),
        ("tr", "Anna Berg, salonda konuşan öğretmen sustuğunda kalktı.", False),
        ("tr", "Anna Berg, ülkenin başbakanı ve eski öğretmen, konuştu.", False),
    ],
)
def test_a_phrase_behind_the_name_ends_with_what_its_bearer_does_in_some_languages(
    language: str, text: str, *, private: bool
) -> None:
    reading = read(text, language)

    assert is_private(hit_in(reading, ANNA), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("hu", "A versenyt Anna Berg nyerte. A negyvenéves cukrász örült.", True),
        ("hu", "A versenyt Anna Berg nyerte. A negyvenéves cukrász, Ilk Tamás örült.", False),
        ("hu", "A versenyt Anna Berg nyerte. A negyvenéves cukrász Ilk Tamás örült.", False),
        ("hu", "A versenyt Anna Berg nyerte. A cukrász örült.", False),
        ("fi", "Kisan voitti Anna Berg. 40-vuotias leipuri iloitsi.", True),
        ("de", "Gewonnen hat Anna Berg. Die 63-jährige Töpfermeisterin freut sich.", True),
        ("de", "Gewonnen hat Anna Berg. Die 63-jährige Töpferin Ute Ilk freut sich.", False),
        ("nl", "Winnares is Anna Berg. De 63-jarige pottenbakster is blij.", True),
        ("sv", "Vann gjorde Anna Berg. Den 63-åriga bagaren jublar.", True),
        ("hr", "Pobijedila je Anna Berg. Pjevala je i plesala. 40-godišnja pekarica je tuži.", False),
    ],
)
def test_the_next_sentence_may_call_somebody_by_age_and_walk_of_life(
    language: str, text: str, *, private: bool
) -> None:
    reading = read(text, language)

    assert is_private(hit_in(reading, ANNA), reading) is private


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("간호사 안철수 씨는 웃었다.", True),
        ("간호사가 안철수에게 꽃을 건넸다.", False),
        ("소설가가 안철수와 만났다.", False),
    ],
)
def test_a_korean_trade_with_a_particle_is_another_persons(text: str, private: bool) -> None:
    person = a_person("Somebody", "안철수")
    reading = read(text, "ko")

    assert is_private(hit_in(reading, person), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("gl", "Ana Sousa, panadeira de Lalín, pecha o forno.", False),
        ("it", "Ana Sousa, tranviera di Milano, va in pensione.", False),
        ("ro", "Ana Sousa, pietrar din Sibiu, repară cruci.", False),
        ("el", "Η Ana Sousa, εργάτρια στη Δράμα, κέρδισε.", False),
        ("gl", "A ministra Ana Sousa falou cunha panadeira.", True),
        ("it", "Ana Sousa ha ascoltato un minatore.", True),
    ],
)
def test_trades_of_the_south_of_europe_are_private_walks_of_life(language: str, text: str, *, found: bool) -> None:
    assert is_believed(text, a_person("Ana Sousa"), language=language) is found


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("da", "Notes\n\nFodbolddommer Anna Berg gav rødt kort.", a_person("Anna Berg"), False),
        ("fr", "Notes\n\nAnna Berg, moniteur d'auto-école, sourit.", a_person("Anna Berg"), False),
        ("ca", "Notes\n\nEl carter Anna Berg torra castanyes.", a_person("Anna Berg"), False),
    ],
)
def test_a_trade_in_one_word_or_several_is_a_private_walk_of_life(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "快递员王毅每天送货。"),
        ("zh", "退休教师王毅住在乡下。"),
        ("ja", "庄屋の王毅が日記を書いた。"),
        ("ko", "독립운동가 왕이민 추모식이 열렸다."),
        ("vi", "Tân sinh viên Vương Nghị Minh nhập học."),
    ],
)
def test_a_private_walk_of_life_makes_a_namesake(language: str, text: str) -> None:
    assert not is_believed(text, an_entity("Wang Yi", names=("王毅", "왕이민", "Vương Nghị Minh")), language=language)


@pytest.mark.parametrize("text", ["王毅工人阶级出身。", "王毅退休后回乡。", "王毅会见学生。"])
def test_a_word_for_many_or_a_verb_behind_a_name_makes_none(text: str) -> None:
    assert is_believed(text, an_entity("Wang Yi", names=("王毅",)), language="zh")


def test_a_seamstress_has_the_trade_before_her_name_in_traditional_characters_too() -> None:
    assert not is_believed("裁縫師盧秀燕縫了圍裙。", a_person("盧秀燕"), language="zh")


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("hi", "कुम्हार नवीन भाटिया ने घड़े बनाए।", False),
        ("hi", "बर्तन कारोबारी नवीन भाटिया बोले।", False),
        ("hi", "कारोबारी नवीन भाटिया ने कंपनी बेची।", True),
        ("ur", "۲۹ سالہ استاد عمران درانی آئے۔", False),
        ("ur", "استاد عمران درانی آئے۔", True),
        ("he", "הטייח נדב אלקיים צבע.", False),
        ("he", "הכלכלן נדב אלקיים אמר.", True),
        ("bn", "ঢুলি হাসান মজুমদার বাজান।", False),
        ("bn", "জেলে হাসান মজুমদার অসুস্থ।", True),
        ("ta", "குயவர் மணி செல்வம் பானை செய்தார்.", False),
        ("ta", "வழக்கறிஞர் மணி செல்வம் பேசினார்.", True),
    ],
)
def test_a_trade_before_a_name_in_south_asia_and_hebrew_tells_a_namesake(
    language: str, text: str, *, meant: bool
) -> None:
    naveen = a_person("नवीन भाटिया", "عمران درانی", "נדב אלקיים", "হাসান মজুমদার", "மணி செல்வம்")

    assert is_believed(text, naveen, language=language) is meant


def test_a_chinese_master_of_a_craft_is_in_no_office() -> None:
    somebody = a_person("李安娜")

    assert believed("面点师傅李安娜做了包子。", somebody, language="zh") == []
    assert believed("总统李安娜做了包子。", somebody, language="zh") == ["李安娜"]


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("tr", "Bakkal Anna Berg kepenk kapattı.", 0),
        ("tr", "Anna Berg bakkalı ziyaret etti.", 1),
        ("az", "Aqronom Anna Berg danışdı.", 0),
        ("kk", "Дүкенші Анна Берг келді.", 0),
        ("uz", "Shoira Anna Berg so'zladi. Anna Berg she'rlari o'qildi.", 0),
        ("uz", "Anna Berg she'rlari o'qildi.", 1),
        ("ka", "მეწველმა ანა ბერგმა ისაუბრა.", 0),
        ("hy", "Այգեգործ Աննա Բերգը խոսեց։", 0),
        ("hy", "Նախարար Աննա Բերգը այցելեց այգեգործներին։", 1),
        ("am", "ጋጋሪዋ አና በርግ ተናገረች።", 0),
    ],
)
def test_private_walks_of_life_are_known_in_the_east(language: str, text: str, counts: int) -> None:
    anna = a_person("Anna Berg", "Анна Берг", "ანა ბერგი", "Աննա Բերգ", "አና በርግ")

    assert bool(believed(text, anna, language=language)) is bool(counts)
