"""When an animal bears the name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.things.animals import is_animal, is_called_so

VOLTA = an_organization("Volta", "Вольта", "וולטה", "伏塔", "ヴォルタ")


@pytest.mark.parametrize(
    ("language", "text", "animal"),
    [
        ("ro", "Volta, câinele care a găsit un turist, latră.", True),
        ("ro", "Volta, firma care a găsit un turist, tace.", False),
        ("ro", "Volta, un labrador de patru ani, latră.", True),
        ("sw", "Walinzi waliona tembo Volta jana.", False),
        ("ms", "Volta, kucing jalanan di pasar, hilang.", True),
        ("ms", "Volta, kedai kucing di pasar, tutup.", False),
        ("en", "A dog named Volta found it.", True),
        ("en", "A dog at Volta found it.", False),
        ("en", "The horse, Volta, won.", True),
        ("en", "A dog, Volta says, found it.", False),
        ("en", "A firm named Volta found it.", False),
        ("es", "La tortuga se llama Volta.", True),
        ("es", "La empresa se llama Volta.", False),
        ("de", "Der Kater heißt Volta.", True),
        ("tr", "Çocuklar sokaktaki kediye Volta adını verdi.", True),
        ("tr", "Belediye sokaktaki kediye baktı. Kurucu şirkete Volta adını verdi.", False),
        ("az", "Ailə xoruzuna Volta adını verib.", True),
        ("kk", "Балалар мысыққа Вольта деп ат қойды.", True),
        ("kk", "Балалар мысыққа сүт берді, Вольта деп айтылды.", False),
        ("ky", "Балдар мышыкка Вольта деп ат коюшту.", True),
        ("uz", "Bolalar mushukka Volta deb nom berdi.", True),
        ("mn", "Хүүхдүүд нохойд Вольта гэж нэр өгөв.", True),
        ("en", "Farmers saw Ewe Volta print it.", False),
        ("id", "Gajah Volta tiba.", False),
        ("id", "Gajah bernama Volta tiba.", True),
        ("en", "They met at Volta on Monday.", False),
        ("de", "Eine Katze mit dem Namen Volta gewann.", True),
        ("es", "La yegua Volta ganó.", True),
        ("sv", "En tax vid namn Volta hittade den.", True),
        ("ru", "Пёс по кличке «Вольта» нашёл её.", True),
        ("tr", "Volta adlı köpek buldu.", True),
        ("tr", "Volta köpek aldı.", False),
        ("he", "הכלב וולטה מצא אותו.", True),
        ("zh", "一只名叫伏塔的狗找到了。", True),
        ("zh", "伏塔给狗做衣服。", False),
        ("ja", "ヴォルタという名の犬が来た。", True),
        ("bg", "Вольта, шестгодишна кобила от Ямбол, победи.", True),
        ("ru", "Вольта, кобыла из Твери, победила.", True),
        ("ru", "Вольта, купившая кобылу, молчит.", False),
        ("ru", "Вольта, Кобыла и другие фирмы молчат.", False),
        ("be", "Аўчарка Вольта знайшла яго.", True),
        ("hr", "Volta, sedmogodišnja simentalka iz Gudovca, pobijedila je.", True),
        ("eo", "Hundo Volta.", False),
    ],
)
def test_an_animal_beside_a_name_has_it_where_it_is_said_to_be_called_so(
    language: str, text: str, *, animal: bool
) -> None:
    reading = read(text, language)

    assert is_animal(hit_in(reading, VOLTA), reading) is animal


@pytest.mark.parametrize(
    ("language", "text", "given"),
    [
        ("en", "They found a kitten and named it Volta because it hummed.", True),
        ("en", "A dog came, and they named him Volta envoy.", False),
        ("en", "Dog shows: they call it Volta's best year.", False),
        ("en", "They founded a firm in a garage and named it Volta.", False),
        ("en", "They named Volta as the seller.", False),
        ("pl", "Znaleźli kota i nazwali go Volta, bo mruczał.", True),
        ("pl", "Pies był tam, i nazwali go Volta liderem roku.", False),
        ("ru", "Кота нашли в саду и назвали его Вольта.", True),
        ("ru", "Кота любят все: назвали Вольта и других.", False),
        ("fr", "Ce chien chante : son maître l'a appelé Volta, car il chante.", True),
        ("fr", "Le chien aboie, on a appelé la Volta, puis la police.", False),
        ("fi", "He ottivat kissan ja antoivat sille nimen Volta.", True),
        ("cs", "Našli psa a dali mu jméno Volta.", True),
        ("en", "A girl named Volta won.", True),
        ("de", "Das Mädchen heißt Volta.", True),
        ("id", "Bocah bernama Volta tiba.", True),
        ("en", "A man at Volta won.", False),
        ("es", "Habló un hombre en nombre de Volta.", False),
        ("de", "Es sprach ein Mann im Namen von Volta.", False),
        ("es", "El gato canta, y los niños lo llamaron Volta porque canta.", True),
        ("es", "Vio al gato, lo llamó Volta para ofrecerle un empleo.", False),
        ("de", "Der Kater blieb, und die Kinder nannten ihn Volta.", True),
        ("da", "En hund kom, og børnene døbte den Volta.", True),
    ],
)
def test_a_name_that_is_given_to_somebody_is_his(language: str, text: str, *, given: bool) -> None:
    reading = read(text, language)

    assert is_called_so(hit_in(reading, VOLTA), reading) is given


def test_a_compound_for_a_dog_is_one() -> None:
    volta = an_organization("Volta")

    for language, text in (("et", "Taksikoer Volta leiti."), ("fi", "Mäyräkoira Volta löytyi.")):
        reading = read(text, language)
        assert is_animal(hit_in(reading, volta), reading)
    reading = read("Koerakasvataja Volta leiti.", "et")
    assert not is_animal(hit_in(reading, volta), reading)


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("en", "Notes\n\nMalta, a stray cat found in Hull, is well.", a_place("Malta"), False),
        ("en", "Notes\n\nMalta, a keen horse nation, won.", a_place("Malta"), True),
        ("en", "Notes\n\nAnna Berg, a stray cat found in Hull, is well.", a_person("Anna Berg"), False),
        ("en", "Notes\n\nAnna Berg, a keen horse rider, met the prime minister.", a_person("Anna Berg"), True),
        ("ja", "三毛猫のマリが駅長になった。", a_place("Mali", "マリ"), False),
        ("ja", "マリの軍政は発表した。", a_place("Mali", "マリ"), True),
        ("zh", "金毛犬百度回家了。百度睡着了。", an_organization("Baidu", "百度"), False),
        ("zh", "百度公布财报。", an_organization("Baidu", "百度"), True),
        ("ja", "盲導犬のマリが引退した。", a_place("Mali", "マリ"), False),
        ("ja", "マリの首都で戦闘があった。", a_place("Mali", "マリ"), True),
    ],
)
def test_a_cat_or_a_dog_beside_a_name_has_it_and_a_rider_or_a_country_of_horses_is_none(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ur", "بھارت نامی لڑکے نے دوڑ جیتی۔", a_place("بھارت"), False),
        ("hi", "भारत नाम के लड़के ने दौड़ जीती।", a_place("भारत"), False),
        ("ur", "ایران نامی گھوڑے نے ریس جیتی۔", a_place("ایران"), False),
        ("hi", "जापान नाम का घोड़ा जीता।", a_place("जापान"), False),
    ],
)
def test_a_boy_or_a_horse_that_is_said_to_be_called_so_is_no_country(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
