"""When an article says at some distance from a name that its bearer is in private life."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.walks_of_life import is_of_private_life


def is_private(language: str, text: str, name: str) -> bool:
    reading = read(text, language)
    return is_of_private_life(hit_in(reading, an_entity(name, id="somebody", short={})), reading)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Ученица второго лицея из Перми Анна Бергова победила.", "Анна Бергова"),
        ("ru", "Приз взял шестнадцатилетний Олег Бергов.", "Олег Бергов"),
        ("ru", "Олег Бергов работает трактористом.", "Олег Бергов"),
        ("uk", "Кухарка сільської школи Анна Бергова пече хліб.", "Анна Бергова"),
        ("uk", "Виграла 12-річна плавчиня Анна Бергова.", "Анна Бергова"),
        ("be", "Даярка мясцовай гаспадаркі Анна Бергова спявае.", "Анна Бергова"),
        ("bg", "Ученикът от пети клас Олег Бергов победи.", "Олег Бергов"),
        ("sr", "Konobarica hotela na jezeru Ana Bergova peva.", "Ana Bergova"),
        ("mk", "Возачот на автобус Олег Бергов запре.", "Олег Бергов"),
        ("pl", "Kierowca miejskiego autobusu Jan Bergman zwrócił portfel.", "Jan Bergman"),
        ("pl", "Jan Bergman pracuje jako kierowca.", "Jan Bergman"),
        ("cs", "Kuchařka školní jídelny Jana Bergová peče.", "Jana Bergová"),
        ("cs", "Vyhrál 17letý Jan Bergman.", "Jan Bergman"),
        ("ru", "Олег Бергов из пятого класса победил.", "Олег Бергов"),
        ("ru", "Олег Бергов из 7 «Б» победил.", "Олег Бергов"),
        ("uk", "Перемогла Анна Бергова з 8-го класу.", "Анна Бергова"),
        ("be", "Перамог Алег Бергаў з шостага «А».", "Алег Бергаў"),
        ("bg", "Спечели Олег Бергов от VII клас.", "Олег Бергов"),
        ("sr", "Победила је Ана Бергова из трећег разреда.", "Ана Бергова"),
        ("pl", "Jan Bergman z czwartej klasy wygrał.", "Jan Bergman"),
        ("cs", "Jan Bergman ze 3. B vyhrál.", "Jan Bergman"),
        ("pl", "Wygrał Jan Bergman z klasy VI b.", "Jan Bergman"),
        ("ru", "Победил Олег Бергов (школа № 5).", "Олег Бергов"),
        ("uk", "Олег Бергов, 5-А клас, переміг.", "Олег Бергов"),
        ("lt", "Laimėjo septyniolikmetis Jonas Bergas.", "Jonas Bergas"),
        ("lt", "Jonas Bergas dirba virėju.", "Jonas Bergas"),
        ("lv", "Uzvarēja 16 gadus vecais Jānis Bergs.", "Jānis Bergs"),
        ("lv", "Jānis Bergs strādā par pavāru.", "Jānis Bergs"),
        ("et", "Võitis 15-aastane õpilane Jaan Berg.", "Jaan Berg"),
        ("et", "Jaan Berg töötab kokana.", "Jaan Berg"),
        ("fi", "Voiton vei kuusitoistavuotias Jani Berg.", "Jani Berg"),
        ("fi", "Jani Berg työskentelee kokkina.", "Jani Berg"),
        ("hu", "A versenyt a tizenhét éves Berg Anna nyerte.", "Berg Anna"),
        ("hu", "Berg Anna hatodik osztályos tanuló énekel.", "Berg Anna"),
        ("hu", "Berg Anna szegedi fodrász énekel.", "Berg Anna"),
        ("hu", "Berg Anna szakácsként dolgozik.", "Berg Anna"),
        ("sq", "Fitoi 14-vjeçari Arben Berga.", "Arben Berga"),
        ("sq", "Nxënësi i klasës së tretë Arben Berga fitoi.", "Arben Berga"),
        ("sq", "Arben Berga punon si kuzhinier.", "Arben Berga"),
    ],
)
def test_a_trade_or_an_age_that_goes_with_the_name_is_its_bearers(language: str, text: str, name: str) -> None:
    assert is_private(language, text, name)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Ученице второго лицея ответила Анна Бергова.", "Анна Бергова"),
        ("ru", "Ученица второго лицея увидела Анну Бергову.", "Анна Бергова"),
        ("ru", "Учитель физики и Олег Бергов открыли сквер.", "Олег Бергов"),
        ("ru", "Учитель рассказал, что Олег Бергов приедет.", "Олег Бергов"),
        ("ru", "Десятилетний план представил Олег Бергов.", "Олег Бергов"),
        ("ru", "Олег Бергов работал таксистом.", "Олег Бергов"),
        ("ru", "Тракторист облил краской Маттео Бергони.", "Маттео Бергони"),
        ("ru", "Учениц второго лицея поздравил Олег Бергов.", "Олег Бергов"),
        ("be", "Настаўнікаў павіншаваў Алег Бергаў.", "Алег Бергаў"),
        ("uk", "Вчителям району подякувала Анна Бергова.", "Анна Бергова"),
        ("bg", "Учителят посрещна днес Олег Бергов.", "Олег Бергов"),
        ("bg", "Шофьорът на Олег Бергов мълчи.", "Олег Бергов"),
        ("mk", "Возачот на министерот Олег Бергов молчи.", "Олег Бергов"),
        ("pl", "Kierowcom autobusów podziękował Jan Bergman.", "Jan Bergman"),
        ("pl", "Kierowca ministra finansów Jan Bergman milczy.", "Jan Bergman"),
        ("cs", "Učitelům poděkoval Jan Bergman.", "Jan Bergman"),
        ("cs", "Sousedka Kuchařová a pan Kuchař Jan Bergman přišli.", "Jan Bergman"),
        ("cs", "Promluvil 71letý Jan Bergman.", "Jan Bergman"),
        ("et", "Kõneles 71-aastane Jaan Berg.", "Jaan Berg"),
        ("et", "15-aastane klaver meeldis Jaan Bergile.", "Jaan Berg"),
        ("lv", "16 gadus vecais pulkstenis ir Jāņa Berga.", "Jānis Bergs"),
        ("fi", "Jani Berg työskentelee ahkerasti.", "Jani Berg"),
        ("hu", "Berg Anna szegedi fodrászokkal beszélt.", "Berg Anna"),
        ("hu", "Berg Anna osztrák kancellár énekel.", "Berg Anna"),
        ("hu", "Berg Anna Szegeden fodrász.", "Berg Anna"),
        ("sq", "Nxënësi i klasës tha se Arben Berga fitoi.", "Arben Berga"),
        ("sq", "Kryetari i fshatit Arben Berga fitoi.", "Arben Berga"),
        ("en", "The cook of the school Jan Bergman bakes.", "Jan Bergman"),
    ],
    ids=[
        "dative", "accusative", "and", "a clause", "a plan", "once", "no case",
        "several girls", "several men", "several", "a verb",
        "whose driver", "whose driver in Macedonian", "to several by drivers", "an office", "to several in Czech",
        "a family name", "an old age",
        "no child", "a thing of that age", "a thing and its owner", "no trade", "whom she speaks with",
        "an office behind", "a capital between", "a verb between", "an office before", "another language",
    ],
)  # fmt: skip
def test_a_trade_of_somebody_else_or_of_earlier_days_is_not(language: str, text: str, name: str) -> None:
    assert not is_private(language, text, name)


@pytest.mark.parametrize(
    ("language", "text", "name", "private"),
    [
        ("mk", "Олег Бергов, кој има 17 години, трча.", "Олег Бергов", True),
        ("sk", "Šestnásťročný brankár Jan Bergman skončil.", "Jan Bergman", True),
        ("sk", "Šesťdesiatročný brankár Jan Bergman skončil.", "Jan Bergman", False),
        ("sl", "Petnajstletni učenec Jan Bergman je zmagal.", "Jan Bergman", True),
        ("hr", "Pogodio je 17-godišnji golman Jan Bergman.", "Jan Bergman", True),
        ("cs", "Jan Bergman, který má 15 let, běhá.", "Jan Bergman", True),
        ("cs", "Jan Bergman, který má 15 let praxe, běhá.", "Jan Bergman", False),
        ("sr", "Олег Бергов, који је пре 17 година отишао, трчи.", "Олег Бергов", False),
        ("cs", "Jan Bergman, který má 51 let, běhá.", "Jan Bergman", False),
        ("cs", "Jan Bergman, který má rád běh, 15 let běhá.", "Jan Bergman", False),
        ("bg", "Пчелари от Ямбол посрещнаха Олег Бергов.", "Олег Бергов", False),
        ("bg", "Учителка от Русе покани Олег Бергов.", "Олег Бергов", False),
    ],
)
def test_a_clause_tells_an_age_and_a_verb_whom_others_meet(
    language: str, text: str, name: str, *, private: bool
) -> None:
    assert is_private(language, text, name) is private


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uk", "Олег Бергов з першого класу знав його.", "Олег Бергов"),
        ("mk", "Олег Бергов од прво одделение го знае.", "Олег Бергов"),
        ("pl", "Jan Bergman z 4 posłami wyszedł.", "Jan Bergman"),
        ("mk", "Фотограф отвори кутија\n\nОлег Бергов држи чадор.", "Олег Бергов"),
        ("uk", "Олег Бергов відповів. Вчитель радий листу.", "Олег Бергов"),
        ("ru", "Встреча с Олегом Берговым, посвящённая обмену поварами, прошла.", "Олег Бергов"),
    ],
    ids=[
        "since the first form", "the same in mid-sentence", "no form", "in the title", "in the next sentence",
        "behind a participle",
    ],
)  # fmt: skip
def test_since_school_or_beside_a_trade_of_others_is_nobody_in_private_life(
    language: str, text: str, name: str
) -> None:
    assert not is_private(language, text, name)
