"""When a trade stands at some distance before a name, or in several words."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.meaning import is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.trades_before import follows_trade

LENA = an_entity("Lena Quirel", names=("Λένα Κιρέλ",), short={"Latn": ("Quirel",)})


@pytest.mark.parametrize(
    ("language", "text", "name", "private"),
    [
        ("ru", "Ученица второго лицея из Перми Анна Бергова победила.", "Анна Бергова", True),
        ("uk", "Кухарка сільської школи Анна Бергова пече хліб.", "Анна Бергова", True),
        ("be", "Даярка мясцовай гаспадаркі Анна Бергова спявае.", "Анна Бергова", True),
        ("bg", "Ученикът от пети клас Олег Бергов победи.", "Олег Бергов", True),
        ("sr", "Konobarica hotela na jezeru Ana Bergova peva.", "Ana Bergova", True),
        ("mk", "Возачот на автобус Олег Бергов запре.", "Олег Бергов", True),
        ("pl", "Kierowca miejskiego autobusu Jan Bergman zwrócił portfel.", "Jan Bergman", True),
        ("cs", "Kuchařka školní jídelny Jana Bergová peče.", "Jana Bergová", True),
        ("sq", "Nxënësi i klasës së tretë Arben Berga fitoi.", "Arben Berga", True),
        ("ru", "Ученице второго лицея ответила Анна Бергова.", "Анна Бергова", False),
        ("ru", "Ученица второго лицея увидела Анну Бергову.", "Анна Бергова", False),
        ("ru", "Учитель физики и Олег Бергов открыли сквер.", "Олег Бергов", False),
        ("ru", "Учитель рассказал, что Олег Бергов приедет.", "Олег Бергов", False),
        ("ru", "Тракторист облил краской Маттео Бергони.", "Маттео Бергони", False),
        ("ru", "Учениц второго лицея поздравил Олег Бергов.", "Олег Бергов", False),
        ("be", "Настаўнікаў павіншаваў Алег Бергаў.", "Алег Бергаў", False),
        ("uk", "Вчителям району подякувала Анна Бергова.", "Анна Бергова", False),
        ("bg", "Учителят посрещна днес Олег Бергов.", "Олег Бергов", False),
        ("bg", "Шофьорът на Олег Бергов мълчи.", "Олег Бергов", False),
        ("mk", "Возачот на министерот Олег Бергов молчи.", "Олег Бергов", False),
        ("pl", "Kierowcom autobusów podziękował Jan Bergman.", "Jan Bergman", False),
        ("pl", "Kierowca ministra finansów Jan Bergman milczy.", "Jan Bergman", False),
        ("cs", "Učitelům poděkoval Jan Bergman.", "Jan Bergman", False),
        ("cs", "Sousedka Kuchařová a pan Kuchař Jan Bergman přišli.", "Jan Bergman", False),
        ("sq", "Nxënësi i klasës tha se Arben Berga fitoi.", "Arben Berga", False),
        ("sq", "Kryetari i fshatit Arben Berga fitoi.", "Arben Berga", False),
        ("el", "Ο φοιτητής κτηνιατρικής Λένος Μπεργκ κέρδισε.", "Λένος Μπεργκ", True),
        ("el", "Ο υπουργός παιδείας Λένος Μπεργκ μίλησε.", "Λένος Μπεργκ", False),
        ("el", "Οι φοιτητές κτηνιατρικής κάλεσαν τον Λένος Μπεργκ.", "Λένος Μπεργκ", False),
        ("en", "The cook of the school Jan Bergman bakes.", "Jan Bergman", False),
        ("bg", "Пчелари от Ямбол посрещнаха Олег Бергов.", "Олег Бергов", False),
        ("bg", "Учителка от Русе покани Олег Бергов.", "Олег Бергов", False),
        ("mk", "Фотограф отвори кутија\n\nОлег Бергов држи чадор.", "Олег Бергов", False),
    ],
)
def test_a_trade_before_a_name_is_its_bearers_where_both_go_together(
    language: str, text: str, name: str, *, private: bool
) -> None:
    reading = read(text, language)

    assert follows_trade(hit_in(reading, an_entity(name, id="somebody", short={})), reading) is private


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("id", "Penghargaan itu diterima tukang sepatu Lena Quirel di Garut.", False),
        ("id", "Seorang penjual jamu bernama Lena Quirel menang undian.", False),
        ("ms", "Hadiah itu diterima penoreh getah Lena Quirel di Kedah.", False),
        ("sw", "Zawadi ilipewa muuza maembe Lena Quirel wa Lindi.", False),
        ("es", "El premio fue para la vendedora de flores Lena Quirel en Soria.", False),
        ("ro", "Premiul a mers la un cioban pe nume Lena Quirel din Vama.", False),
        ("pt", "A empregada de mesa Lena Quirel ganhou a rifa da aldeia.", False),
        ("es", "Una joven panadera, Lena Quirel, ganó el concurso.", False),
        ("ms", "Seorang petani, Lena Quirel, menang cabutan itu.", False),
        ("es", "La presidenta Lena Quirel visitó a la vendedora de flores del mercado.", True),
        ("es", "Los vendedores de flores saludaron a Lena Quirel en el mercado.", True),
        ("tl", "Ibinigay ng mga magsasaka ng Tarlac kay Lena Quirel ang bigas.", True),
        ("id", "Para penjual jamu bertemu Presiden Lena Quirel di istana.", True),
        ("id", "Guru besar Lena Quirel memimpin partai itu.", True),
        ("it", "Il panettiere ha venduto il pane a Lena Quirel, presidente della Regione.", True),
        ("ro", "Ciobanii din Vama i-au scris președintei Lena Quirel.", True),
    ],
)
def test_a_trade_in_several_words_before_a_name_is_somebody_elses(language: str, text: str, *, found: bool) -> None:
    assert is_believed(text, LENA, language=language) is found
