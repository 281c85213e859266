"""An article that a full form cannot have makes another body's letters of an acronym."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization, is_believed

GROVE_FEDERATION = an_organization(
    "Confederation of Grove Ball", "CGB", "Confederazione globale di bocce", "Confederación Global de Bolos",
    "Confédération globale de boules", "Confederação Global de Bocha", "Confederació Global de Bitlles",
)  # fmt: skip
COURT = an_organization("Internationaler Waldgerichtshof", "IWG")
COMMITTEE = an_organization("Internationales Waldkomitee", "IWK")


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("it", "Ieri il CGB ha aperto uno sportello.", False),
        ("it", "Ieri la CGB ha aperto uno sportello.", True),
        ("it", "Gli impiegati del CGB aiuteranno tutti.", False),
        ("it", "Gli impiegati della CGB aiuteranno tutti.", True),
        ("es", "Ayer el CGB abrió la oficina.", False),
        ("es", "Ayer la CGB abrió la oficina.", True),
        ("es", "Ayer dijo CGB que abriría la oficina.", True),
        ("fr", "Hier le CGB a ouvert un bureau.", False),
        ("fr", "Hier la CGB a ouvert un bureau.", True),
        ("pt", "Ontem o CGB abriu o escritório.", False),
        ("pt", "Ontem a CGB abriu o escritório.", True),
        ("ca", "Ahir el CGB va obrir l'oficina.", False),
        ("en", "Yesterday the CGB opened an office.", True),
    ],
)
def test_a_romance_article_has_the_gender_of_the_full_form(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(text, GROVE_FEDERATION, language=language) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Gestern tagte das IWG in Bonn.", False),
        ("Gestern tagte der IWG in Bonn.", True),
        ("Gestern tagte man beim IWG in Bonn.", True),
        ("Gestern traf er die IWG-Chefin in Bonn.", True),
        ("Gestern sprach die IWG Chefin in Bonn.", True),
        ("Urteile, die IWG gestern fällte, liegen vor.", True),
        ("Gestern ging er zur IWG in Bonn.", False),
    ],
)
def test_a_german_article_has_the_gender_of_the_last_part_of_a_compound(text: str, *, meant: bool) -> None:
    assert is_believed(text, COURT, language="de") is meant


def test_a_committee_is_neuter() -> None:
    assert is_believed("Gestern tagte das IWK in Bonn.", COMMITTEE, language="de")
    assert not is_believed("Gestern tagte die IWK in Bonn.", COMMITTEE, language="de")


def test_a_body_without_a_full_form_in_the_language_may_have_any_article() -> None:
    assert is_believed("Ieri il CGB ha aperto.", an_organization("Grove Ball Union", "CGB"), language="it")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Knižnicu navrhol architekt Kendži Woka. Povedal to Woka novinárom.", False),
        ("Knižnicu navrhla agentúra Woka. Povedala to Woka novinárom.", True),
        ("Včera Woka rozhodla.", True),
        ("Knižnicu navrhol architekt Kendži WOKA.", True),
    ],
    ids=["a given name", "what it is", "a word that opens the sentence", "capitals"],
)
def test_letters_with_one_capital_behind_a_given_name_are_a_family_name(text: str, *, meant: bool) -> None:
    agency = an_organization("World Owl Keepers Agency", "WOKA")

    assert is_believed(text, agency, language="sk") is meant
