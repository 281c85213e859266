"""When a word that opens a sentence has the letters of a name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_place, an_organization, believed, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.words.openings import is_told_at_opening


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Чад заполнил подвал за минуту.", a_place("Чад")),
        ("ru", "Озон пахнет свежестью.", an_organization("Озон")),
        ("uk", "Малі люблять гойдалки.", a_place("Малі")),
        ("uk", "Мета була простою.", an_organization("Мета")),
        ("be", "Вясна прыйшла рана.", an_organization("Вясна")),
        ("bg", "Нова пейка стои до чешмата.", an_organization("Нова")),
        ("sr", "Мали возић креће у подне.", a_place("Мали")),
        ("sr", "Турска кафа се кува полако.", a_place("Турска")),
        ("bs", "Zastava visi na balkonu.", an_organization("Zastava")),
        ("tr", "Garanti belgesi aranmayacak.", an_organization("Garanti")),
        ("tr", "Sabah soğuğu balıkçıları vurdu.", an_organization("Sabah")),
        ("az", "Ümid son ölür, deyir nənə.", an_organization("Ümid")),
        ("kk", "Халықтың көңілі көтерілді.", an_organization("Халық")),
        ("ky", "Ынтымак болсо, ырыс болот.", an_organization("Ынтымак")),
        ("ky", "Катар тизилген теректер кыйылды.", a_place("Катар")),
        ("uz", "Daryo toshib, odamlar qayiqda o'tdi.", an_organization("Daryo")),
        ("mn", "Өнөөдөр цас орно.", an_organization("Өнөөдөр")),
        ("mn", "Хятад хэлний дугуйлан нээгдэв.", a_place("Хятад")),
        ("hy", "Առավոտ շուտ հովիվները դուրս եկան:", an_organization("Առավոտ")),
        ("en", "Shell collectors met on the beach.", an_organization("Shell")),
        ("de", "Damm gebrochen, Felder nass.", an_organization("Damm")),
        ("nl", "Denk aan de vogels.", an_organization("Denk")),
        ("fr", "Total des dons, quatre mille euros.", an_organization("Total")),
        ("sv", "Spar på vattnet i sommar.", an_organization("Spar")),
        ("da", "Tryg skolevej med nye striber.", an_organization("Tryg")),
        ("nb", "Post fra bestemor kom i går.", an_organization("Post")),
        ("ca", "Caixa de bolets trobada al tren.", an_organization("Caixa")),
        ("mk", "Полска болница има десет кревети.", a_place("Полска")),
        ("pl", "Dania stygły na stole.", a_place("Dania")),
        ("pl", "Lot był spokojny.", an_organization("Lot")),
        ("cs", "Škoda je naštěstí malá.", an_organization("Škoda")),
        ("cs", "PERU DENNĚ V RUCE, PRAČKA STOJÍ", a_place("Peru")),
        ("pl", "Katar z kaszlem trwał tydzień.", a_place("Katar")),
        ("tr", "Koç ağıldan kaçtı.", an_organization("Koç")),
        ("mn", "Малын эзэн шөнө ирэв.", a_place("Мали")),
        ("ru", "Новые люди пришли в цех.", an_organization("Новые люди")),
        ("uk", "Нова пошта стоїть біля клубу.", an_organization("Нова пошта")),
        ("bg", "Има такъв народ край реката.", an_organization("Има такъв народ")),
        ("cs", "Člověk v tísni nemá čas.", an_organization("Člověk v tísni")),
        ("ru", "Лента остановилась утром.", an_organization("Лента")),
        ("ru", "Магнит понравился соседке.", an_organization("Магнит")),
        ("ru", "Мегафон одолжил спасатель.", an_organization("Мегафон")),
        ("sr", "Roda se vratila kući.", an_organization("Roda")),
        ("sr", "Курир објави да касни.", an_organization("Курир")),
        ("sr", "Мека зима траје.", a_place("Мека")),
        ("cs", "Kometa se vrátila po letech.", an_organization("Kometa")),
        ("sk", "Nádej umiera posledná.", an_organization("Nádej")),
        ("sl", "Jutro je mirno. Sloga v hiši pomaga.", an_organization("Sloga")),
        ("hr", "Tisak u glavi popušta noću.", an_organization("Tisak")),
        ("lt", "Aušra buvo rausva ir šalta.", an_organization("Aušra")),
        ("lv", "Kustība ir veselība.", an_organization("Kustība")),
        ("et", "Ilves magas kivi taga.", an_organization("Ilves")),
        ("et", "Tai kana küpseb kiiresti.", a_place("Tai")),
        ("fi", "Karhu nukkuu pesässään.", an_organization("Karhu")),
        ("fi", "Norja ranne auttaa mailan kanssa.", a_place("Norja")),
        ("hu", "Index nélkül kanyarodott a traktor.", an_organization("Index")),
        ("hu", "Kongó üresség fogadta a vándort.", a_place("Kongó")),
        ("sq", "Besa e plakut vlente shumë.", an_organization("Besa")),
        ("uk", "Метро не їздило зранку.", an_organization("Метро")),
    ],
)
def test_a_word_of_the_language_opens_a_sentence(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading) is False
    assert not is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Чад подписал соглашение.", a_place("Чад")),
        ("ru", "Того отправило две роты.", a_place("Того")),
        ("ru", "Озон отчитался. Выручка выросла.", an_organization("Озон")),
        ("uk", "Малі закликало до перемовин.", a_place("Малі")),
        ("uk", "Мета росте. Її власник Цукерберг мовчить.", an_organization("Мета")),
        ("be", "Вясна не спыняецца. Праваабаронцы працуюць.", an_organization("Вясна")),
        ("bg", "Нова излъчи интервюто. Телевизията го повтори.", an_organization("Нова")),
        ("sr", "Мали је затворио границу.", a_place("Мали")),
        ("pl", "Dania w środę ogłosiła pobór.", a_place("Dania")),
        ("pl", "Dania i Szwecja są bliskie.", a_place("Dania")),
        ("pl", "Czad: nowe starcia", a_place("Czad")),
        ("cs", "Škoda představila vůz.", an_organization("Škoda")),
        ("ru", "Новые люди внесли проект. Депутаты ждут.", an_organization("Новые люди")),
        ("uk", "Нова пошта відкрила склад.", an_organization("Нова пошта")),
        ("bg", "Има такъв народ гласува против. Депутатите спорят.", an_organization("Има такъв народ")),
        ("cs", "Člověk v tísni pořádá sbírku.", an_organization("Člověk v tísni")),
        ("ru", "Лента отказалась от сделки.", an_organization("Лента")),
        ("sr", "Zastava se obratila sudu.", an_organization("Zastava")),
        ("cs", "Škoda se ohradila proti clům.", an_organization("Škoda")),
        ("ru", "Магнит продал склад поставщику.", an_organization("Магнит")),
        ("sr", "Курир преноси да касни.", an_organization("Курир")),
        ("uk", "Метро відкрило склад для гуртових покупців.", an_organization("Метро")),
        ("en", "Shell cut its outlook.", an_organization("Shell")),
        ("en", "Apple is late. Its shares fell.", an_organization("Apple")),
        ("de", "Allianz senkt die Beiträge.", an_organization("Allianz")),
        ("nl", "Denk stemt tegen het plan.", an_organization("Denk")),
        ("fr", "Carrefour va mal. Les salariés attendent.", an_organization("Carrefour")),
        ("sv", "Ica varslar femtio personer.", an_organization("Ica")),
        ("da", "Tryg opjusterer efter et godt år.", an_organization("Tryg")),
        ("nb", "Orkla kjøper en fabrikk.", an_organization("Orkla")),
        ("ca", "Junts rebutja el pacte.", an_organization("Junts")),
        ("sk", "Nádej nominovala dvoch kandidátov.", an_organization("Nádej")),
        ("sl", "Sloga napoveduje tožbo.", an_organization("Sloga")),
        ("hr", "Tisak zapošljava. Sindikat je zadovoljan.", an_organization("Tisak")),
        ("lt", "Visa sustabdė mokėjimus.", an_organization("Visa")),
        ("lv", "Citadele palielina procentus.", an_organization("Citadele")),
        ("lv", "Mali izraidīja sūtni.", a_place("Mali")),
        ("et", "Prisma palkab kojamehe.", an_organization("Prisma")),
        ("et", "Laos ehitab raudteed.", a_place("Laos")),
        ("fi", "Karhu on myyty. Uusi toimitusjohtaja vaikenee.", an_organization("Karhu")),
        ("fi", "Norja ratifioi sopimuksen.", a_place("Norja")),
        ("hu", "Kongó aláírta a tűzszünetet.", a_place("Kongó")),
        ("sq", "Besa nënshkroi marrëveshjen.", an_organization("Besa")),
    ],
)
def test_who_acts_or_is_told_of_elsewhere_has_the_name(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading)
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("pl", "Samolot z Danii wylądował.", a_place("Dania")),
        ("pl", "Pojechali do Czadu.", a_place("Czad")),
        ("ru", "Магазин «Магнит» закрыт.", an_organization("Магнит")),
        ("pl", "Danii grozi kara.", a_place("Dania")),
        ("ru", "Новые Люди внесли проект.", an_organization("Новые люди")),
        ("sr", "Турска први пут излаже.", a_place("Турска")),
        ("sr", "Турска је одбила предлог.", a_place("Турска")),
        ("sr", "Немачка планира реформу.", a_place("Немачка")),
        ("en", "Mali is dry.", a_place("Mali")),
        ("hu", "Index-közvetítés indul délben.", an_organization("Index")),
        ("cs", "Kuba zůstala bez proudu.", a_place("Kuba")),
        ("pl", "w czadzie i w dymie nikt nic nie widział tej nocy. " * 20, a_place("Czad")),
    ],
    ids=[
        "within", "a capital that tells", "in quotation marks", "another form", "a capital of its own", "a numeral",
        "an auxiliary", "a verb", "no such word", "a compound with a hyphen", "a place of which nothing is said",
        "quiet",
    ],
)  # fmt: skip
def test_nothing_is_told_where_no_word_of_the_language_may_stand(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading) is None


def test_a_name_that_stands_elsewhere_beyond_doubt_is_one_at_the_beginning_too() -> None:
    text = "Dania jest mała. Płyną promem do Danii."

    assert believed(text, a_place("Dania"), language="pl") == ["Dania", "Danii"]


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("bg", "Меч с дръжка се отваря трудно.", an_organization("Меч")),
        ("uk", "Малі відкрили виставку.", a_place("Малі")),
    ],
    ids=["a thing with a part", "several"],
)
def test_what_looks_like_an_act_is_none_of_a_thing_with_a_part_or_of_several(
    language: str, text: str, entity: Entity
) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading) is False


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("sr", "Данас се продаје сир.", an_organization("Данас")),
        ("bg", "Възраждането е представено с песни.", an_organization("Възраждане")),
        ("pl", "Niemcy szli przez las.", a_place("Niemcy")),
        ("pl", "Polska pisarka wygrała konkurs.", a_place("Polska")),
        ("mk", "Грчка салата е на масата.", a_place("Грчка")),
        ("ru", "Дели поровну: фонд предлагает чай.", a_place("Дели")),
        ("sr", "САД ЈЕ МАЛО ТОПЛИЈЕ", a_place("САД")),
        ("cs", "Spolu koupili dům.", an_organization("Spolu")),
    ],
    ids=[
        "an adverb",
        "with an article",
        "a people",
        "an adjective",
        "another",
        "a colon",
        "an adverb in capitals",
        "two",
    ],
)
def test_an_adverb_a_people_and_a_noun_with_its_article_do_nothing(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading) is False


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("pl", "Niemcy zamknęły granicę.", a_place("Niemcy")),
        ("pl", "Polska czeka na decyzję.", a_place("Polska")),
        ("pl", "Polska spotka się z sąsiadem.", a_place("Polska")),
        ("mk", "Грчка отвори граница.", a_place("Грчка")),
        ("ru", "Манила заявила протест.", a_place("Манила")),
        ("ru", "Тирана готовится к саммиту.", a_place("Тирана")),
        ("bg", "Възраждане внесе вот.", an_organization("Възраждане")),
        ("ky", "Мали мал сатып алат.", a_place("Мали")),
        ("mn", "Мали мал худалдан авна.", a_place("Мали")),
        ("tr", "Koç, hisse satışını erteledi.", an_organization("Koç")),
        ("sr", "САД УВОДЕ ЦАРИНЕ", a_place("САД")),
        ("sr", "Текст о пијаци. „Данас“ излази у петак.", an_organization("Данас")),
    ],
)
def test_a_country_or_a_party_that_acts_is_meant(language: str, text: str, entity: Entity) -> None:
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("tr", "Sabah'ın muhabiri köye gitti.", an_organization("Sabah")),
        ("tr", "Mısır üç gemilik alım için bu hafta teklif istedi.", a_place("Mısır")),
        ("az", "Ümid seçkidə on namizəd irəli sürüb.", an_organization("Ümid")),
        ("kk", "Қайрат Ақтөбеде 2:0 есебімен жеңді.", an_organization("Қайрат")),
        ("kk", "Дания жел қондырғыларын жеткізуге келісімге қол қойды.", a_place("Дания")),
        ("ky", "Ишеним шайлоого он талапкер көрсөттү.", an_organization("Ишеним")),
        ("uz", "Baraka Qo'qonda do'kon ochdi.", an_organization("Baraka")),
        ("mn", "Хятад Монголоос нүүрс авна.", a_place("Хятад")),
        ("hy", "Ժառանգությունը ընտրություններին կմասնակցի միայնակ:", an_organization("Ժառանգություն")),
    ],
)
def test_a_word_that_acts_as_a_firm_a_party_or_a_country_is_one_where_verbs_come_last(
    language: str, text: str, entity: Entity
) -> None:
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("es", "El horno abre pronto. Claro que cansa, admite.", an_organization("Claro")),
        ("es", "Lluvia en Soria. Público en pie tras el concierto.", an_organization("Público")),
        ("pt", "O mar acalmou. Azul escuro ao largo.", an_organization("Azul")),
        ("pt", "O barco saiu. Rumo a Peniche, com vento.", an_organization("Rumo")),
        ("gl", "Sobe o río. Podemos pasar a pé, din.", an_organization("Podemos")),
        ("gl", "Remata o partido. Gana quen corre.", a_place("Gana")),
        ("es", "Pide perdón. Claro mentira, dice ella.", an_organization("Claro")),
        ("it", "Mostra a Pavia. Libero accesso ai giardini.", an_organization("Libero")),
        ("it", "Nato in Bosnia, vive a Roma.", an_organization("Nato")),
        ("pt", "Nato em Lisboa, vive em Madrid.", an_organization("Nato")),
        ("it", "La campana pesa. Lega di rame e stagno.", an_organization("Lega")),
        ("ro", "Totul e adevărat. Real și frumos.", an_organization("Real")),
        ("el", "Η τάξη συζητά. Δημοκρατία σημαίνει διάλογος.", an_organization("Δημοκρατία")),
        ("id", "Paduan suara berlatih. Tempo lagu itu cepat.", an_organization("Tempo")),
        ("ms", "Upah dibayar. Harian lima puluh ringgit.", an_organization("Harian")),
        ("tl", "Naglinis sila ng ilog. Kabataan din ang nagtanim.", an_organization("Kabataan")),
        ("sw", "Wazee walikutana. Amani ni muhimu kijijini.", an_organization("Amani")),
        ("sw", "Paa linavuja. Tundu kubwa liko juu.", an_organization("Tundu")),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_firm_and_no_party(language: str, text: str, entity: Entity) -> None:
    assert not is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("es", "Tarifas nuevas. Claro subirá los precios en enero.", an_organization("Claro")),
        ("es", "Meta, dueña de Instagram, borra cuentas.", an_organization("Meta")),
        ("pt", "Obras no centro. Claro e Telefónica dividem o custo.", an_organization("Claro")),
        ("gl", "Xuntanza en Lugo. Podemos presentará lista.", an_organization("Podemos")),
        ("gl", "Gana exporta cacao.", a_place("Gana")),
        ("it", "Nato, il vertice degli alleati a Madrid.", an_organization("Nato")),
        ("it", "Seduta lunga. Azione chiede un rinvio.", an_organization("Azione")),
        ("ro", "Orange scumpește abonamentele.", an_organization("Orange")),
        ("pt", "Balanço em Itabira. Vale esticou a ferrovia.", an_organization("Vale")),
        ("es", "Apagón en Lima. Claro repondrá la señal.", an_organization("Claro")),
        ("es", "Correos dejó de repartir el lunes.", an_organization("Correos")),
        ("el", "Νίκη κατέθεσε τροπολογία.", an_organization("Νίκη")),
        ("id", "Dana meluncurkan fitur baru.", an_organization("Dana")),
        ("ms", "Gerakan membantah tapak itu.", an_organization("Gerakan")),
        ("sw", "Twiga imeuza saruji nyingi.", an_organization("Twiga")),
    ],
)
def test_a_firm_a_party_or_a_country_that_acts_is_meant(language: str, text: str, entity: Entity) -> None:
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("tl", "Umaga sila pumila. Hapon na nang umalis.", a_place("Hapon"), False),
        ("tl", "Bumili ang Hapon ng saging.", a_place("Hapon"), True),
    ],
)
def test_a_word_of_tagalog_is_a_country_with_its_article_alone(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant


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
        ("fr", "Hermès", "Hermès, messager des dieux, vole des bœufs.", False),
        ("fr", "Hermès", "Hermès a ouvert un atelier.", True),
    ],
)
def test_a_word_in_germanic_languages_french_and_catalan_is_a_firm_where_it_acts(
    language: str, name: str, text: str, *, meant: bool
) -> None:
    assert is_believed(f"Notes\n\n{text}", an_organization(name), language=language) is meant


@pytest.mark.parametrize(
    ("language", "text", "entity", "found"),
    [
        ("es", "Sube el precio. Naranja y pomelo, a dos euros el kilo.", an_organization("Naranja"), False),
        ("es", "Sube el precio. Naranja anunció una tarjeta para sus clientes.", an_organization("Naranja"), True),
        ("es", "Sube el precio. Naranja recauda cien millones de pesos.", an_organization("Naranja"), True),
        ("tl", "Kailangan ng mag-aaral ang lakas. Laban lang, sabi ng guro.", an_organization("Laban"), False),
        ("pt", "Camarões grelhados e vinho verde na festa da lota.", a_place("Camarões"), False),
        ("pt", "Camarões e Gana jogam no domingo em Douala.", a_place("Camarões"), True),
        ("it", "Il pan di Spagna va cotto a 170 gradi.", a_place("Spagna"), False),
        ("it", "Il re di Spagna è arrivato a Roma.", a_place("Spagna"), True),
        ("es", "El agua de Jamaica se vende fría.", a_place("Jamaica"), False),
        ("es", "El atleta de Jamaica ganó la carrera.", a_place("Jamaica"), True),
        ("es", "Catar vinos a ciegas es un arte.", a_place("Catar"), False),
        ("es", "Catar rechazó la propuesta.", a_place("Catar"), True),
        ("it", "Macedonia di stagione due volte a settimana.", a_place("Macedonia"), False),
    ],
)
def test_a_firm_that_acts_or_a_country_is_told_from_a_word_by_what_stands_beside_it(
    language: str, text: str, entity: Entity, *, found: bool
) -> None:
    assert is_believed(text, entity, language=language) is found
