"""What well-known letters are else in a language."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import an_organization
from tests.unit.wiretext.vetoes.words.homonyms.told import words_in
from wirekit.contracts import Entity

POSTAL = an_organization("Universal Postal Union", "UPU", "Union postale universelle")
BANK = an_organization(
    "Bank for International Settlements", "BIS", "BRI", "BPI", "Banque des règlements internationaux"
)
COURT = an_organization("International Court of Justice", "Међународни суд правде", "МСП")
FOOTBALL = an_organization("Confederation of African Football", "CAF", "Confédération africaine de football")
FRENCH_NEWS = an_organization("Agence France-Presse", "AFP")
TELECOMS = an_organization("International Telecommunication Union", "ITU", "UIT")


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("ro", "Pacientul a ajuns la UPU cu ambulanța.", POSTAL, ["UPU"]),
        ("ro", "Delegația a ajuns la UPU în Berna.", POSTAL, []),
        ("ms", "Dia mengisi borang UPU di sekolah.", POSTAL, ["UPU"]),
        ("ms", "Mesyuarat UPU berlangsung di Bern.", POSTAL, []),
        ("fr", "La BRI de la préfecture est intervenue.", BANK, ["BRI"]),
        ("fr", "La BRI publie son rapport annuel.", BANK, []),
        ("pt", "Levantou dinheiro ao balcão do BPI.", BANK, ["BPI"]),
        ("ru", "МСП получили льготные кредиты.", COURT, ["МСП"]),
        ("sr", "МСП је донео пресуду.", COURT, []),
        ("fr", "La CAF verse les allocations.", FOOTBALL, ["CAF"]),
        ("fr", "La CAF a choisi le pays hôte.", FOOTBALL, []),
        ("es", "Los afiliados eligen su AFP.", FRENCH_NEWS, ["AFP"]),
        ("es", "La ministra dijo a la AFP que vendrá.", FRENCH_NEWS, []),
        ("tr", "İTÜ kampüsünde bir sergi açıldı.", TELECOMS, ["İTÜ"]),
        ("en", "The ITU patients were moved to another ward.", TELECOMS, ["ITU"]),
    ],
)
def test_letters_are_those_of_another_body_where_the_words_beside_them_say_so(
    language: str, text: str, entity: Entity, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


def test_letters_are_never_those_of_another_body_where_the_entity_is_that_body() -> None:
    army = an_organization("Armed Forces of the Philippines", "AFP", "Philippine armed forces")
    assert words_in("The AFP sent troops to Luzon.", "en", FRENCH_NEWS) == ["AFP"]
    assert words_in("The AFP sent troops to Luzon.", "en", army) == []
