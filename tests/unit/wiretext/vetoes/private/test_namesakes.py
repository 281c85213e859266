"""When an article says that somebody in it is a namesake."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import a_person, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.private.namesakes import is_addressed_privately, is_aged, is_founders, is_namesake

ANNA = an_entity("Anna Berg", names=("Анна Берг",))


@pytest.mark.parametrize(
    ("language", "text", "namesake"),
    [
        ("da", "Maleren Anna Berg sang. Folk tror, jeg er statsministeren, siger hun.", True),
        ("da", "Maleren Anna Berg sang.", False),
        ("en", "Anna Berg, 34, shares a name with the minister.", True),
        ("en", "Anna Berg spoke of a street that shares a name with her.", False),
        ("de", "Die Sängerin Anna Berg trägt denselben Namen wie die Ministerin.", True),
        ("ru", "Певица Анна Берг — полная тёзка министра.", True),
        ("es", "La cantante Anna Berg es tocaya de la ministra.", True),
        ("nl", "Doelvrouw Anna Berg (19) van het tweede elftal scoorde.", True),
        ("nl", "Doelvrouw Anna Berg (19) scoorde.", False),
        ("is", "Söngkonan Anna Berg frá Vík, alnafna ráðherrans, söng.", True),
        ("is", "Söngkonan Anna Berg frá Vík söng.", False),
    ],
)
def test_an_artist_in_an_article_that_speaks_of_namesakes_is_one(language: str, text: str, *, namesake: bool) -> None:
    reading = read(text, language)

    assert is_namesake(hit_in(reading, ANNA), reading) is namesake


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("en", "Anna Berg, 71, hung up her windlass. Boaters brought a duck.", True),
        ("en", "The 71-year-old lock-keeper Anna Berg hung up her windlass.", True),
        ("nb", "Anna Berg (81) på Toten har strikket votter.", True),
        ("de", "Anna Berg, 58, hat die Mostpresse repariert.", True),
        ("de", "Die 58-jährige Anna Berg presst Most.", True),
        ("ca", "Anna Berg, de 34 anys i veïna de Berga, ha refet les bigues.", True),
        ("fr", "Anna Berg, âgée de 67 ans, a gardé sa tondeuse.", True),
        ("ru", "Анна Берг, 67 лет, испекла пирог.", True),
        ("tr", "Elli iki yaşındaki Anna Berg ceviz topladı.", True),
        ("tr", "Elli iki yaşındaki Anna Berg seçimi kazandı.", False),
        ("tr", "Anna Berg, 71 yaşında. Su değirmenini o işletiyor, herkes onu tanıyor.", True),
        ("tr", "62 yaşındaki Anna Berg seçimi kazandı.", False),
        ("tr", "2012 yaşındaki Anna Berg seçimi kazandı.", False),
        ("en", "Anna Berg, 71, leads her party into the autumn.", False),
        ("en", "Anna Berg, 71, said that shares fell.", False),
        ("en", "Anna Berg, 71, has a new album out.", False),
        ("de", "Die Altkanzlerin ist zurück: Anna Berg (71) wandert wieder.", False),
        ("sv", "Anna Berg, 67, vann valet i höstas.", False),
        ("en", "Anna Berg, 19 months later, sang.", False),
        ("en", "Anna Berg sang for 71 guests.", False),
        ("en", "Tom Ilk, 71, met Anna Berg.", False),
    ],
)
def test_a_full_name_with_an_age_is_private_where_nothing_is_of_public_life(
    language: str, text: str, *, private: bool
) -> None:
    reading = read(text, language)

    assert is_aged(hit_in(reading, ANNA), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "namesake"),
    [
        ("hu", "Anna Berg énekelt. A miniszternek csak névrokona.", True),
        ("fi", "Anna Berg lauloi. Ministerin kaima asuu Brodnassa.", True),
        ("hr", "Anna Berg je pjevala. S ministricom nije u rodu.", True),
        ("lv", "Anna Berg dziedāja. Ministrei viņa nav radiniece.", True),
        ("lv", "Anna Berg dziedāja. Šaubas nav radušās.", False),
        ("et", "Anna Berg laulis. Ministriga ei ole räägitud.", False),
    ],
)
def test_of_whom_an_article_says_that_he_is_not_the_one_in_office_is_one(
    language: str, text: str, *, namesake: bool
) -> None:
    reading = read(text, language)

    assert is_namesake(hit_in(reading, ANNA), reading) is namesake


@pytest.mark.parametrize(
    ("language", "text", "namesake"),
    [
        ("nb", "Anna Berg er rørlegger i Sandnes.", True),
        ("en", "Anna Berg is a plumber in Leeds.", True),
        ("de", "Anna Berg ist Dachdeckerin in Munster.", True),
        ("nb", "Anna Berg er rørlegger. Folk tror jeg er ministeren, sier hun.", True),
        ("nb", "Anna Berg er bonde og statsråd.", False),
        ("bg", "Anna Berg е тракторист в Ямбол.", True),
        ("pl", "Anna Berg jest hydraulikiem w Radomiu.", True),
        ("bg", "Anna Berg е учител по образование.", False),
        ("pl", "Anna Berg jest nauczycielem z wykształcenia.", False),
        ("en", "Anna Berg is a teacher by training.", False),
        ("de", "Anna Berg ist Lehrerin von Beruf.", False),
        ("en", "Anna Berg is no plumber.", False),
        ("sk", "Anna Berg je vyučená kuchárka.", True),
        ("sl", "Anna Berg je po poklicu kuharica.", True),
        ("hr", "Anna Berg po zanimanju je kuharica.", True),
        ("lt", "Anna Berg yra virėja.", True),
        ("lv", "Anna Berg ir pavāre.", True),
        ("et", "Anna Berg on ametilt kokk.", True),
        ("et", "Anna Berg on koka tütar.", False),
        ("fi", "Anna Berg on kokki Porissa.", True),
        ("fi", "Anna Berg on kokin tytär.", False),
        ("sq", "Anna Berg është kuzhiniere në Fier.", True),
        ("sq", "Anna Berg është kuzhiniere dhe deputete.", False),
    ],
)
def test_who_is_a_plumber_now_is_nobody_in_office(language: str, text: str, *, namesake: bool) -> None:
    reading = read(text, language)

    assert is_namesake(hit_in(reading, ANNA), reading) is namesake


@pytest.mark.parametrize(
    ("language", "text", "founders"),
    [
        ("en", "Hans Volta, 74, has built a boat.", True),
        ("da", "Hans Volta, 71 år og pensioneret landmand, fandt mønten.", True),
        ("da", "Hans Volta, landmand ved Tønder, fandt mønten.", True),
        ("de", "Hans Volta, 24 Prozent im Minus, war der Verlierer.", False),
        ("da", "Hans Volta lukker fire butikker.", False),
    ],
)
def test_an_age_tells_a_person_from_the_firm_that_is_called_as_one(language: str, text: str, *, founders: bool) -> None:
    reading, firm = read(text, language), an_entity("Hans Volta", type="organization", short={})

    assert is_founders(hit_in(reading, firm), reading) is founders


EASTERN = an_entity("Somebody Else", names=("河野太郎", "안철수", "王文涛", "สมชาย วงศ์สวัสดิ์"), short={})


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("ja", "小三の河野太郎君(九)が勝った。", True),
        ("ja", "河野太郎さん(七十一)はほっとした。", True),
        ("ja", "河野太郎さん=当時(72)=を捜している。", True),
        ("ja", "河野太郎さん(62)は衆院選で再選された。", False),
        ("ja", "作家の河野太郎さん(76)が朗読した。", False),
        ("zh", "修鞋的王文涛今年六十八岁,一双鞋只收十元。", True),
        ("zh", "王文涛今年六十八岁,出任商务部部长五年。", False),
        ("ko", "안철수 군(9)이 이겼다.", True),
        ("ko", "안철수(62) 의원이 출마했다.", False),
        ("th", "นายสมชาย วงศ์สวัสดิ์ อายุ 34 ปี เก็บกระเป๋าเงินได้", True),
        ("th", "นายสมชาย วงศ์สวัสดิ์ วัย 78 ปี อดีตนายกรัฐมนตรี", False),
    ],
)
def test_an_age_in_figures_or_in_han_characters_tells_a_private_person_in_east_asia(
    language: str, text: str, private: bool
) -> None:
    reading = read(text, language)

    assert is_aged(hit_in(reading, EASTERN), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "private"),
    [
        ("ja", "畳店を営む河野太郎さんは腰をさすった。", True),
        ("ja", "河野太郎さんが街頭で握手した。自民党の集会だった。", False),
        ("ja", "河野太郎氏は農家に語った。", False),
        ("ko", "붕어빵을 파는 안철수 씨는 새벽에 일어난다.", True),
        ("ko", "안철수 씨는 대선 후보였다.", False),
        ("zh", "王文涛师傅修了一辈子钟表。", True),
        ("zh", "王文涛走访修表师傅。", False),
    ],
)
def test_a_form_of_address_tells_a_private_person_where_nothing_is_of_public_life(
    language: str, text: str, private: bool
) -> None:
    reading = read(text, language)

    assert is_addressed_privately(hit_in(reading, EASTERN), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("sv", "Notes\n\nAnna Berg, 15, räddade straffen.", a_person("Anna Berg"), False),
        ("sv", "Notes\n\nAnna Berg, 15 år vid makten, avgår som minister.", a_person("Anna Berg"), True),
    ],
)
def test_a_number_behind_a_name_is_an_age_and_no_time_in_office(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ja", "パン屋を営んだ高市早苗さん（68）が店を閉める。", a_person("高市早苗"), False),
        ("ja", "投手の玉木雄一郎君（17）が完封した。監督も喜んだ。", a_person("玉木雄一郎"), False),
    ],
)
def test_an_age_behind_a_form_of_address_tells_a_private_person_in_japanese(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


def test_an_age_beside_the_name_of_somebody_in_office_leaves_it() -> None:
    leader = a_person("Sanae Takaichi", "高市早苗")

    assert is_believed("高市早苗首相（64）は視察した。", leader, language="ja")


def test_a_student_who_is_said_to_be_called_so_is_no_actor() -> None:
    assert not is_believed("చిరంజీవి అనే విద్యార్థి గెలిచాడు.", a_person("చిరంజీవి"), language="te")


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("en", "Anna Berg, 71, hung up her windlass. Berg likes ducks.", an_entity("Anna Berg"), False),
        ("en", "Anna Berg, 71, and her party won.", an_entity("Anna Berg"), True),
    ],
)
def test_an_age_behind_a_name_tells_a_private_person_where_no_party_is_named(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
