"""When an acronym is that of another organisation."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization
from tests.unit.wiretext.readings import hits_in, read
from wiretext.vetoes.words.acronyms import acronyms_of_others

OMS = an_organization("World Health Body", "OMS", "Organización Mundial de la Salud")


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("La OMS dijo que no.", False),
        ("La Oficina de Movilidad Sostenible (OMS) dijo que no. La OMS calla.", True),
        ("La oficina de movilidad sostenible (OMS) dijo que no. La OMS calla.", True),
        ("La organización mundial de la salud (OMS) dijo que no.", False),
        ("La Organización Mundial de la Salud (OMS) dijo que no.", False),
        ("La OMS, la Oficina de Movilidad Sostenible, dijo que no.", True),
        ("道路管理局 (OMS) 说不。", True),
        ("La oficina de movilidad sostenible, abreviada OMS, dijo que no.", True),
        ("La Organización Mundial de la Salud, abreviada OMS, dijo que no.", False),
        ("La oficina de movilidad sostenible, dice la OMS, es cara.", False),
        ("La casa es de la OMS — oficina de movilidad sostenible. La OMS calla.", True),
        ("La OMS — organización mundial de la salud — dijo que no.", False),
        ("La OMS, la oficina de movilidad sostenible abierta ayer, dijo que no.", True),
        ("La OMS — otra mañana sin noticias — dijo que no.", False),
    ],
    ids=[
        "alone",
        "spelt out before",
        "in lower case",
        "watched, in lower case",
        "spelt out as watched",
        "spelt out after",
        "glossed",
        "said to be abbreviated",
        "a watched name said to be abbreviated",
        "beside other words",
        "spelt out behind a dash",
        "watched, spelt out behind a dash",
        "spelt out behind a comma, with words behind",
        "before other words behind a dash",
    ],
)
def test_an_acronym_that_the_article_spells_out_otherwise_is_another_body(text: str, is_other: bool) -> None:
    reading = read(text, "es")

    assert acronyms_of_others(hits_in(reading, OMS), (OMS,), reading) == ({0} if is_other else set())


FUND = an_organization("World Fund of Lakes", "WFL")


@pytest.mark.parametrize(
    ("text", "is_other"),
    [("WFL-Fluss-Lage ist gut.", False), ("Dàn kèn của WFL chơi rất hay.", False), ("Công ty WFL bán giày.", True)],
    ids=["before words with its other letters", "of the organisation", "a firm"],
)
def test_a_word_for_of_before_an_acronym_is_no_word_for_another_body(text: str, *, is_other: bool) -> None:
    reading = read(text, "vi")

    assert acronyms_of_others(hits_in(reading, FUND), (FUND,), reading) == ({0} if is_other else set())


BANK = an_organization("European Central Bank", "ECB", "EKP")


@pytest.mark.parametrize(
    ("language", "text", "is_other"),
    [
        ("en", "The England and Wales Cricket Board met. The ECB was silent.", True),
        ("en", "Members of the European Growth and Central Bank met. The ECB was silent.", False),
        ("en", "The Frankfurt lender (ECB) was silent.", False),
        ("nb", "Utstillingen om EKP, elektronisk kalkyleprogram, er åpen.", True),
        ("nb", "Utstillingen i EKP, en bank i Frankfurt, er åpen.", False),
        ("fi", "Täällä Eteläinen kirjasto (EKP) on auki.", True),
        ("fi", "Täällä Christine Lagarde (EKP) puhui.", False),
        ("fi", "Täällä Euroopan pankki (EKP) puhui.", False),
        ("fi", "Täällä EU:n pankki (EKP) puhui.", False),
    ],
)
def test_an_acronym_is_anothers_whose_name_leaves_a_word_out_or_stands_before_its_brackets(
    language: str, text: str, *, is_other: bool
) -> None:
    reading = read(text, language)

    assert acronyms_of_others(hits_in(reading, BANK), (BANK,), reading) == ({0} if is_other else set())


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("Organizația Mică pentru Sare (OMS) a tăcut. OMS tace.", True),
        ("Organizația Mondială a Sănătății (OMS) a tăcut.", False),
    ],
)
def test_a_long_preposition_in_a_full_form_has_no_letter_in_the_acronym(text: str, *, is_other: bool) -> None:
    body = an_organization("World Health Body", "OMS", "Organizația Mondială a Sănătății")
    reading = read(text, "ro")

    assert acronyms_of_others(hits_in(reading, body), (body,), reading) == ({0} if is_other else set())


@pytest.mark.parametrize(
    ("language", "text", "is_other"),
    [
        ("cs", "Hosté Mladé mořské flotily hráli, MMF slaví.", True),
        ("cs", "Mnozí mladí fanoušci přišli. MMF slaví.", False),
        ("cs", "Jednal s Mezinárodním měnovým fondem. MMF slaví.", False),
        ("cs", "Slavnost známá pod zkratkou MMF začíná.", True),
        ("cs", "Zkratka je dlouhá. MMF mlčí a fond také.", False),
        ("fi", "Laitteessa lukee MMF, joka on laitoksen nimen lyhenne.", True),
        ("en", "MMF, in short, said no.", False),
        ("fr", "Le MMF, la Maison musicale de France, joue.", True),
        ("de", "Der MMF, der Mühldorfer Modellflugfreunde e.V., ehrte ihn.", True),
        ("en", "The MMF, the Monetary Money Fund, said no.", False),
    ],
    ids=[
        "a name",
        "by chance",
        "its own name",
        "known as",
        "in another sentence",
        "told after it",
        "in short",
        "behind an article",
        "in a compound",
        "its own behind an article",
    ],
)
def test_an_acronym_is_anothers_where_the_article_has_such_a_name_or_says_that_it_is_short_for_one(
    language: str, text: str, *, is_other: bool
) -> None:
    fund = an_organization("Money Fund", "MMF", "Mezinárodní měnový fond")
    reading = read(text, language)

    assert acronyms_of_others(hits_in(reading, fund), (fund,), reading) == ({0} if is_other else set())


@pytest.mark.parametrize(
    ("language", "text", "is_other"),
    [
        ("id", "Bola itu dari Dewan Catur Dunia (WBA). Pejabat WBA datang.", True),
        ("id", "Bola itu dari Badan Danau Dunia (WBA). Pejabat WBA datang.", False),
        ("id", "Bola itu dari Karim Berg Dahl (WBA). Pejabat WBA datang.", False),
        ("id", "Bola itu dari Karim (WBA). Pejabat WBA datang.", False),
        ("id", "BOLA ITU DARI DEWAN CATUR DUNIA (WBA). Pejabat WBA datang.", False),
        ("sv", "Bollen kom från Internationella schackrådet (WBA). En tjänsteman vid WBA kom.", True),
    ],
    ids=["of another field", "of its own", "a person", "one word", "in capitals", "in lower case"],
)
def test_a_name_that_shares_but_a_word_like_world_with_the_watched_one_is_another_body(
    language: str, text: str, *, is_other: bool
) -> None:
    reading = read(text, language)
    body = an_organization("International Lakes Agency", "WBA", "Agensi Danau Dunia", "Internationella sjöverket")

    assert acronyms_of_others(hits_in(reading, body), (body,), reading) == ({0} if is_other else set())
