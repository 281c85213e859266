"""When a word, a town, a thing or a namesake has a watched name, in Germanic languages, French and Catalan."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.vetoes.meaning import a_person, a_place, an_organization, is_believed


@pytest.mark.parametrize(
    ("language", "name", "text", "meant"),
    [
        ("en", "Boots", "Boots stood in the hall. Boots without laces were thrown away.", False),
        ("en", "Boots", "Boots has shut its branch in Malvern.", True),
        ("en", "Next", "Next came the sheep.", False),
        ("en", "Next", "Next is looking for a site in Hull.", True),
        ("en", "Caterpillar", "Caterpillar makes its diggers there.", True),
        ("de", "Henkel", "Henkel und Deckel fehlen.", False),
        ("de", "Henkel", "Henkel hat eine Kantine gebaut.", True),
        ("de", "Krone", "Krone zeigt einen Feldhäcksler.", True),
        ("de", "Union", "Union und SPD haben sich geeinigt.", True),
        ("de", "Die Grünen", "Die grünen Gurken sind klein. Die Grünen schmecken bitter.", False),
        ("de", "Die Grünen", "Die Grünen wollen grüne Dächer.", True),
        ("nl", "Bol", "Bol bezorgt ook op zondag.", True),
        ("nl", "Denk", "Denk is tegen de sluiting.", True),
        ("sv", "Rusta", "Rusta upp huset först.", False),
        ("sv", "Rusta", "Rusta har öppnat i Ystad.", True),
        ("sv", "Centern", "Centern har ont i knäet.", False),
        ("da", "Venstre", "Venstre er imod broen.", True),
        ("da", "Netto", "Netto har øen fået elleve beboere.", False),
        ("nb", "Jotun", "Jotun har åpnet fabrikk.", True),
        ("nb", "Oda", "Oda bruker ullsokker.", False),
        ("fr", "Printemps", "Printemps froid sur la côte.", False),
        ("fr", "Printemps", "Printemps a rouvert lundi.", True),
        ("ca", "Roca", "Roca molla, paret tancada.", False),
        ("ca", "Junts", "Junts és contrari a la taxa.", True),
        ("nb", "Norwegian", "Koret sang «Norwegian Wood». De øvde på Norwegian Wood i ukevis.", False),
        ("nb", "Norwegian", "Koret fløy med Norwegian til Alta.", True),
        ("sv", "Sandvik", "Ishallen i Sandvik är stängd. Sandvik har en kiosk.", False),
        ("sv", "Sandvik", "Aktien i Sandvik föll.", True),
        ("da", "Salling", "Beboerne på Salling spiser østers.", False),
        ("fr", "Hermès", "Hermès, messager des dieux, vole des bœufs.", False),
        ("fr", "Hermès", "Hermès a ouvert un atelier.", True),
        ("nb", "SV", "SV bris og regn på kysten.", False),
        ("nb", "SV", "SV og Rødt har flertall.", True),
        ("de", "Union", "Union siegt im Stadion von Köpenick, der Torhüter glänzt.", False),
    ],
)
def test_a_word_a_song_or_a_town_is_no_organisation(language: str, name: str, text: str, *, meant: bool) -> None:
    assert is_believed(f"Notes\n\n{text}", an_organization(name), language=language) is meant


@pytest.mark.parametrize(
    ("language", "name", "text", "meant"),
    [
        ("de", "Kuba", "Torwart Kuba hielt den Ball.", False),
        ("de", "Kuba", "Kubas Torwart hielt den Ball.", True),
        ("de", "Niger", "Sie paddelten auf dem Niger bis Timbuktu.", False),
        ("de", "Niger", "Im Niger regnet es.", True),
        ("sv", "Malta", "Malta kornet långsamt.", False),
        ("sv", "Malta", "Malta firar i dag.", True),
        ("sv", "Malta", "M/S Malta låg vid kajen.", False),
        ("sv", "Malta", "Det blåser 15 m/s Malta runt.", True),
        ("en", "Malta", "Malta, a stray cat found in Hull, is well.", False),
        ("en", "Malta", "Malta, a keen horse nation, won.", True),
        ("en", "Malta", "Malta Jones, 9, sang the solo.", False),
        ("ca", "Portugal", "La pastissera Mercè Portugal guanya.", False),
        ("ca", "Portugal", "Els pastissos de Portugal agraden.", True),
    ],
)
def test_a_person_a_river_or_a_verb_is_no_country(language: str, name: str, text: str, *, meant: bool) -> None:
    assert is_believed(f"Notes\n\n{text}", a_place(name), language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "They slept at Anna Berg Intercontinental Airport.", False),
        ("en", "They met in the Anna Berg Room there.", False),
        ("en", "Anna Berg, a stray cat found in Hull, is well.", False),
        ("en", "Anna Berg, a keen horse rider, met the prime minister.", True),
        ("en", "They slept beside Anna Berg at an airport.", True),
        ("sv", "Anna Berg, 15, räddade straffen.", False),
        ("sv", "Anna Berg, 15 år vid makten, avgår som minister.", True),
        ("da", "Fodbolddommer Anna Berg gav rødt kort.", False),
        ("fr", "Anna Berg, moniteur d'auto-école, sourit.", False),
        ("ca", "El carter Anna Berg torra castanyes.", False),
        ("nb", "MS «Anna Berg» kom for sent.", False),
    ],
)
def test_an_airport_a_child_or_a_postman_is_nobody_in_office(language: str, text: str, *, meant: bool) -> None:
    assert is_believed(f"Notes\n\n{text}", a_person("Anna Berg"), language=language) is meant
