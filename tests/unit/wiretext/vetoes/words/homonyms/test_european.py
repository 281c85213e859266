"""Words of the other languages of Europe that names are, too."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization, is_believed
from tests.unit.wiretext.vetoes.words.homonyms.told import words_in
from wirekit.contracts import Entity


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("sl", "Ina je spekla kruh. Pekarica Ina Zorman vstaja ob treh.", an_organization("Ina"), ["Ina", "Ina"]),
        ("hr", "Ina je objavila dobit. Dionice tvrtke rastu.", an_organization("Ina"), []),
        ("hr", "Ina Hrvatska otvara crpku.", an_organization("Ina"), []),
        ("lt", "Kipras bėga. Jam padeda mama.", a_place("Kipras"), ["Kipras"]),
        ("lt", "Kipras bėga nuo krizės. Vyriausybė Nikosijoje tyli.", a_place("Kipras"), []),
        ("fi", "Visa Korpi heitti keihästä.", an_organization("Visa"), ["Visa"]),
        ("fi", "Visa nosti maksuja korttiin.", an_organization("Visa"), []),
        ("hu", "Mali néni süt. Malinak öt unokája van.", a_place("Mali"), ["Mali", "Mali"]),
        ("hu", "Mali elnöke lemondott.", a_place("Mali"), []),
    ],
)
def test_a_given_name_has_a_family_name_or_a_family(language: str, text: str, entity: Entity, words: list[str]) -> None:
    assert [word[: len(entity.name)] for word in words_in(text, language, entity)] == words


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("sk", "Perú bielizeň v rieke.", a_place("Peru"), ["Perú"]),
        ("sk", "Peru bielizeň dováža.", a_place("Peru"), []),
        ("sk", "Čad z kotolne vyhnal ľudí.", a_place("Čad"), ["Čad"]),
        ("sk", "Čad zaviedol dane. Kotolne nie sú. Prezident v Ndžamene mlčal.", a_place("Čad"), []),
        ("sk", "Škoda na strechách je veľká.", an_organization("Škoda"), ["Škoda"]),
        ("sk", "Škoda na strechách šetrí. Automobilka sídli v Boleslavi.", an_organization("Škoda"), []),
        ("sl", "Mali vrtovi cvetijo.", a_place("Mali"), ["Mali"]),
        ("sl", "Mali je odpoklical veleposlanika.", a_place("Mali"), []),
        ("sl", "Krka je prestopila bregove.", an_organization("Krka"), ["Krka"]),
        ("sl", "Krka je povečala dobiček.", an_organization("Krka"), []),
        ("sl", "Na poti do Krke so delnice padle.", an_organization("Krka"), []),
        ("lt", "Viena moteris dainavo.", a_place("Viena"), ["Viena"]),
        ("lt", "Viena laukia. Šįvakar Vienoje koncertas.", a_place("Viena"), []),
        ("lt", "„Bitė“ skrenda prie žiedų.", an_organization("Bitė"), []),
        ("lt", "Bitė skrenda prie žiedų.", an_organization("Bitė"), ["Bitė"]),
        ("et", "Laos hoiti puitu.", a_place("Laos"), ["Laos"]),
        ("et", "Laos ehitab Mekongile paisu.", a_place("Laos"), []),
        ("et", "TASS parandas vea.", an_organization("TASS"), []),
        ("et", "Tass oli katki.", an_organization("Tass"), ["Tass"]),
        ("fi", "Neste valui säiliöstä.", an_organization("Neste"), ["Neste"]),
        ("fi", "Neste nosti liikevoittoaan.", an_organization("Neste"), []),
        ("fi", "Georgia sai puiston, sanoi kuvernööri Atlantassa.", a_place("Georgia"), ["Georgia"]),
        ("fi", "Georgia sai lainaa, sanottiin Tbilisissä.", a_place("Georgia"), []),
        ("hu", "A Richter-skála szerint gyenge volt.", an_organization("Richter"), ["Richter"]),
        ("hu", "A Richter gyógyszert gyárt.", an_organization("Richter"), []),
        ("hu", "A Tisza folyó áradt.", an_organization("Tisza"), ["Tisza"]),
        ("hu", "A Tisza frakciója szavazott.", an_organization("Tisza"), []),
        ("hu", "Ciprus áll a kertben, fák között.", a_place("Ciprus"), ["Ciprus"]),
        ("hu", "Ciprus kertészeket küldött. A sziget örült.", a_place("Ciprus"), []),
    ],
)
def test_words_rivers_and_beasts_of_central_europe_are_told_from_firms_and_countries(
    language: str, text: str, entity: Entity, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("hr", "Kršten je u rijeci Jordan. Jordan je ondje plitak.", a_place("Jordan"), ["Jordan", "Jordan"]),
        ("hr", "Jordan je zatvorio granicu. Kralj u Ammanu šuti.", a_place("Jordan"), []),
        ("hu", "Dél-Szudánban esik.", a_place("Szudán"), ["Szudánban"]),
        ("hu", "Dél felé Szudánban esik.", a_place("Szudán"), []),
        ("sl", "Papua Nova Gvineja je otok.", a_place("Gvineja"), ["Gvineja"]),
        ("sl", "Gvineja je nova članica.", a_place("Gvineja"), []),
        ("fi", "Nokia korjaa koulun, sanoo kaupunginjohtaja.", an_organization("Nokia"), ["Nokia"]),
        ("fi", "Nokia irtisanoo koulun vieressä.", an_organization("Nokia"), []),
        ("sk", "Meta-analýza prekvapila.", an_organization("Meta"), ["Meta"]),
        ("hu", "A Pick Szeged nyert.", an_organization("Pick"), ["Pick"]),
        ("hu", "A Pick szalámit gyárt.", an_organization("Pick"), []),
        ("hr", "Tata ga je naučio voziti.", an_organization("Tata"), ["Tata"]),
        ("hr", "Tata gradi tvornicu u Indiji, kaže Tata Motors.", an_organization("Tata"), []),
    ],
)
def test_rivers_clubs_and_longer_names_are_told_from_countries_and_firms(
    language: str, text: str, entity: Entity, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


def test_what_another_spelling_reads_as_a_case_has_the_same_sense() -> None:
    island = a_place("Kipras").model_copy(update={"names": ("Kipra",)})

    assert words_in("Kiprą aplankė mama.", "lt", island) == ["Kiprą"]


@pytest.mark.parametrize(
    ("language", "text", "entity", "words"),
    [
        ("de", "Der Kiefer des Wales hängt im Museum.", a_place("Wales"), ["Wales"]),
        ("de", "Ein Museum im Süden von Wales stellt Wale aus.", a_place("Wales"), []),
        ("de", "Die linke Hand schmerzt ihn.", an_organization("Die Linke"), ["Die linke"]),
        ("de", "Die Linke hebt im Bundestag die Hand.", an_organization("Die Linke"), []),
        ("nb", "Høyre kne er hovent.", an_organization("Høyre"), ["Høyre"]),
        ("da", "Venstre vil se på trafikken i venstre side.", an_organization("Venstre"), []),
        ("da", "Venstres side af sagen er klar.", an_organization("Venstre"), []),
        ("nb", "Ruter var trumf i runden.", an_organization("Ruter"), ["Ruter"]),
        ("nb", "Ruter setter inn flere busser.", an_organization("Ruter"), []),
        ("fr", "Les colonnes datent de la Renaissance, dit-on.", an_organization("Renaissance"), ["Renaissance"]),
        ("fr", "La députée de Renaissance a visité le château.", an_organization("Renaissance"), []),
        ("fr", "Le Monaco, c'est une bière.", a_place("Monaco"), ["Monaco"]),
        ("fr", "Monaco accueille un salon de la bière.", a_place("Monaco"), []),
        ("ca", "El Polònia torna a TV3 amb nous gags.", a_place("Polònia"), ["Polònia"]),
        ("ca", "TV3 viatja a Polònia i a Varsòvia.", a_place("Polònia"), []),
        ("sv", "Loppet går på Long Island.", a_place("Island"), ["Island"]),
        ("sv", "Loppet går på Island.", a_place("Island"), []),
        ("en", "The Amazon is home to piranhas.", an_organization("Amazon"), ["Amazon"]),
        ("en", "The Amazon warehouse is home to robots.", an_organization("Amazon"), []),
    ],
)
def test_parties_firms_and_countries_are_told_from_hands_drinks_and_islands(
    language: str, text: str, entity: Entity, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


@pytest.mark.parametrize(
    ("language", "text", "name", "words"),
    [
        ("pl", "Posąg Jordana stoi w parku.", "Jordan", ["Jordana"]),
        ("bg", "Малката София рисува котки.", "София", ["София"]),
        ("bg", "Влакът за София закъснява.", "София", []),
        ("mk", "Снег на планината Романија.", "Романија", ["Романија"]),
        ("mk", "Владата на Романија заседава.", "Романија", []),
        ("pl", "Mieszkańcy warszawskiej Pragi tańczą.", "Praga", ["Pragi"]),
        ("pl", "Czesi wracają do Pragi.", "Praga", []),
        ("cs", "Motocykl dojel na rally Dakar.", "Dakar", ["Dakar"]),
        ("sr", "Рибари чисте обалу реке Јордан.", "Јордан", ["Јордан"]),
    ],
)
def test_a_given_name_a_mountain_or_a_quarter_is_told_from_a_country_in_slavic_languages(
    language: str, text: str, name: str, words: list[str]
) -> None:
    assert words_in(text, language, a_place(name)) == words


@pytest.mark.parametrize(
    ("language", "name", "text", "ordinary"),
    [
        ("hr", "Most", "Most preko Drave bit će obnovljen.", True),
        ("sr", "Most", "Most preko Drave bit će obnovljen.", True),
        ("hr", "Most", "Most traži raspravu u Saboru.", False),
        ("et", "Isamaa", "Isamaa on meie lauludes.", True),
        ("et", "Isamaa", "Isamaa esimees kõneles.", False),
        ("sk", "Mars", "Mars je dnes na oblohe viditeľný.", True),
        ("bs", "Mars", "Mars je večeras vidljiv na nebu.", True),
        ("hr", "Mars", "Mars otvara tvornicu čokolade.", False),
        ("fi", "Amazon", "Amazon tulvii, joen pinta nousi.", True),
        ("fi", "Amazon", "Amazon avaa varaston joen rannalle.", False),
    ],
)
def test_a_bridge_a_homeland_or_a_planet_is_no_party_and_no_firm(
    language: str, name: str, text: str, *, ordinary: bool
) -> None:
    body = an_organization(name)

    assert bool(words_in(text, language, body)) is ordinary


@pytest.mark.parametrize(
    ("language", "name", "text", "ordinary"),
    [
        ("sq", "Mali", "Mali i Zi hapi kufirin.", True),
        ("sq", "Mali", "Mali i dërgoi ndihma fqinjit.", False),
        ("lv", "Sofija", "Septiņgadīgā Sofija zīmē.", True),
        ("lv", "Sofija", "Sofija gaida Bulgārijas ministrus.", False),
    ],
)
def test_a_longer_name_or_a_childs_age_tells_that_no_place_is_meant(
    language: str, name: str, text: str, *, ordinary: bool
) -> None:
    place = a_place(name)

    assert bool(words_in(text, language, place)) is ordinary


STATE = a_place("Georgia", "Géorgie")
BOROUGH = a_place("Greenland", "Grønland")
FRANCE = a_place("France", "Frankrike")
CHINA = a_place("China", "Chine")
MAURITIUS = a_place("Mauritius", "Maurice")
MALTA = a_place("Malte")
IRELAND = a_place("Ireland", "Ierland")
BAYER = an_organization("Bayer")
LEGO = an_organization("LEGO")
ISS = an_organization("ISS")
TOWN = an_organization("Kongsberg")


@pytest.mark.parametrize(
    ("entity", "language", "text", "words"),
    [
        (STATE, "en", "Frost came to Georgia, the bureau in Macon said.", ["Georgia"]),
        (STATE, "en", "Frost came to Georgia, the ministry in Tbilisi said.", []),
        (STATE, "en", "Frost came to Georgia. A senator from Atlanta left for Tbilisi.", []),
        (STATE, "de", "In Georgia brennt der Wald.", ["Georgia"]),
        (STATE, "fr", "La Géorgie a voté, à Tbilissi surtout.", []),
        (BOROUGH, "nb", "På Grønland i Oslo åpner en butikk.", ["Grønland"]),
        (BOROUGH, "nb", "I Sisimiut på Grønland åpner en butikk.", []),
        (FRANCE, "fr", "Selon France Inter, il pleut.", ["France"]),
        (FRANCE, "fr", "Le nord de l'Île-de-France est sec.", ["France"]),
        (FRANCE, "fr", "Le nord de la France est sec.", []),
        (CHINA, "en", "Ships sailed the South China Sea.", ["China"]),
        (CHINA, "en", "Ships from China sailed south.", []),
        (CHINA, "fr", "Un dessin à l'encre de Chine.", ["Chine"]),
        (CHINA, "fr", "Un dessin venu de Chine.", []),
        (MAURITIUS, "fr", "Maurice ouvre la porte.", ["Maurice"]),
        (MAURITIUS, "fr", "Maurice signe avec Port-Louis et les Seychelles.", []),
        (MALTA, "de", "Malte öffnet das Tor.", ["Malte"]),
        (MALTA, "de", "Malte und andere am Mittelmeer öffnen das Tor.", []),
        (IRELAND, "nl", "Ze gingen naar Noord-Ierland.", ["Ierland"]),
        (IRELAND, "nl", "Ze gingen naar Ierland in het noorden.", []),
        (BAYER, "de", "Ein Bayer backt das beste Brot.", ["Bayer"]),
        (BAYER, "de", "Ein Bayer-Sprecher lobt das Brot.", []),
        (LEGO, "sv", "Legosoldaternas sånger klingar.", ["Legosoldaternas"]),
        (LEGO, "sv", "Legobitarna ligger i lådan.", []),
        (ISS, "da", "Om natten passerer rumstationen ISS forbi.", ["ISS"]),
        (ISS, "da", "ISS fik en ordre på rengøring af rumstationens køkken.", []),
        (TOWN, "nb", "Elevene på skolen i Kongsberg gikk på ski.", ["Kongsberg"]),
        (TOWN, "nb", "Ordren gir Kongsberg flere aksjer, sier ordføreren.", []),
    ],
)
def test_the_article_tells_a_country_or_a_firm_from_its_homonym(
    entity: Entity, language: str, text: str, words: list[str]
) -> None:
    assert words_in(text, language, entity) == words


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("nb", "Notes\n\nSV bris og regn på kysten.", an_organization("SV"), False),
        ("nb", "Notes\n\nSV og Rødt har flertall.", an_organization("SV"), True),
        ("de", "Notes\n\nUnion siegt im Stadion von Köpenick, der Torhüter glänzt.", an_organization("Union"), False),
        ("de", "Notes\n\nSie paddelten auf dem Niger bis Timbuktu.", a_place("Niger"), False),
        ("de", "Notes\n\nIm Niger regnet es.", a_place("Niger"), True),
        ("sv", "Notes\n\nMalta kornet långsamt.", a_place("Malta"), False),
        ("sv", "Notes\n\nMalta firar i dag.", a_place("Malta"), True),
    ],
)
def test_a_river_a_wind_or_a_verb_is_no_party_and_no_country(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
