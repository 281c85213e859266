"""When a word that opens a sentence has the letters of a name."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.readings import hit_in, hits_in, read
from wirekit.contracts import Entity
from wiretext.vetoes.deciding import credible
from wiretext.vetoes.words.openings import is_told_at_opening


def a_place(name: str) -> Entity:
    return an_entity(name, id="place", type="place", short={})


def a_body(name: str) -> Entity:
    return an_entity(name, id="body", type="organization", short={})


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Чад заполнил подвал за минуту.", a_place("Чад")),
        ("ru", "Озон пахнет свежестью.", a_body("Озон")),
        ("uk", "Малі люблять гойдалки.", a_place("Малі")),
        ("uk", "Мета була простою.", a_body("Мета")),
        ("be", "Вясна прыйшла рана.", a_body("Вясна")),
        ("bg", "Нова пейка стои до чешмата.", a_body("Нова")),
        ("sr", "Мали возић креће у подне.", a_place("Мали")),
        ("sr", "Турска кафа се кува полако.", a_place("Турска")),
        ("bs", "Zastava visi na balkonu.", a_body("Zastava")),
        ("tr", "Garanti belgesi aranmayacak.", a_body("Garanti")),
        ("tr", "Sabah soğuğu balıkçıları vurdu.", a_body("Sabah")),
        ("az", "Ümid son ölür, deyir nənə.", a_body("Ümid")),
        ("kk", "Халықтың көңілі көтерілді.", a_body("Халық")),
        ("ky", "Ынтымак болсо, ырыс болот.", a_body("Ынтымак")),
        ("ky", "Катар тизилген теректер кыйылды.", a_place("Катар")),
        ("uz", "Daryo toshib, odamlar qayiqda o'tdi.", a_body("Daryo")),
        ("mn", "Өнөөдөр цас орно.", a_body("Өнөөдөр")),
        ("mn", "Хятад хэлний дугуйлан нээгдэв.", a_place("Хятад")),
        ("hy", "Առավոտ շուտ հովիվները դուրս եկան:", a_body("Առավոտ")),
        ("en", "Shell collectors met on the beach.", a_body("Shell")),
        ("de", "Damm gebrochen, Felder nass.", a_body("Damm")),
        ("nl", "Denk aan de vogels.", a_body("Denk")),
        ("fr", "Total des dons, quatre mille euros.", a_body("Total")),
        ("sv", "Spar på vattnet i sommar.", a_body("Spar")),
        ("da", "Tryg skolevej med nye striber.", a_body("Tryg")),
        ("nb", "Post fra bestemor kom i går.", a_body("Post")),
        ("ca", "Caixa de bolets trobada al tren.", a_body("Caixa")),
        ("mk", "Полска болница има десет кревети.", a_place("Полска")),
        ("pl", "Dania stygły na stole.", a_place("Dania")),
        ("pl", "Lot był spokojny.", a_body("Lot")),
        ("cs", "Škoda je naštěstí malá.", a_body("Škoda")),
        ("cs", "PERU DENNĚ V RUCE, PRAČKA STOJÍ", a_place("Peru")),
        ("pl", "Katar z kaszlem trwał tydzień.", a_place("Katar")),
        ("tr", "Koç ağıldan kaçtı.", a_body("Koç")),
        ("mn", "Малын эзэн шөнө ирэв.", a_place("Мали")),
        ("ru", "Новые люди пришли в цех.", a_body("Новые люди")),
        ("uk", "Нова пошта стоїть біля клубу.", a_body("Нова пошта")),
        ("bg", "Има такъв народ край реката.", a_body("Има такъв народ")),
        ("cs", "Člověk v tísni nemá čas.", a_body("Člověk v tísni")),
        ("ru", "Лента остановилась утром.", a_body("Лента")),
        ("ru", "Магнит понравился соседке.", a_body("Магнит")),
        ("ru", "Мегафон одолжил спасатель.", a_body("Мегафон")),
        ("sr", "Roda se vratila kući.", a_body("Roda")),
        ("sr", "Курир објави да касни.", a_body("Курир")),
        ("sr", "Мека зима траје.", a_place("Мека")),
        ("cs", "Kometa se vrátila po letech.", a_body("Kometa")),
        ("sk", "Nádej umiera posledná.", a_body("Nádej")),
        ("sl", "Jutro je mirno. Sloga v hiši pomaga.", a_body("Sloga")),
        ("hr", "Tisak u glavi popušta noću.", a_body("Tisak")),
        ("lt", "Aušra buvo rausva ir šalta.", a_body("Aušra")),
        ("lv", "Kustība ir veselība.", a_body("Kustība")),
        ("et", "Ilves magas kivi taga.", a_body("Ilves")),
        ("et", "Tai kana küpseb kiiresti.", a_place("Tai")),
        ("fi", "Karhu nukkuu pesässään.", a_body("Karhu")),
        ("fi", "Norja ranne auttaa mailan kanssa.", a_place("Norja")),
        ("hu", "Index nélkül kanyarodott a traktor.", a_body("Index")),
        ("hu", "Kongó üresség fogadta a vándort.", a_place("Kongó")),
        ("sq", "Besa e plakut vlente shumë.", a_body("Besa")),
        ("uk", "Метро не їздило зранку.", a_body("Метро")),
    ],
)
def test_a_word_of_the_language_opens_a_sentence(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading) is False
    assert credible([hit_in(reading, entity)], (entity,), reading) == []


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("ru", "Чад подписал соглашение.", a_place("Чад")),
        ("ru", "Того отправило две роты.", a_place("Того")),
        ("ru", "Озон отчитался. Выручка выросла.", a_body("Озон")),
        ("uk", "Малі закликало до перемовин.", a_place("Малі")),
        ("uk", "Мета росте. Її власник Цукерберг мовчить.", a_body("Мета")),
        ("be", "Вясна не спыняецца. Праваабаронцы працуюць.", a_body("Вясна")),
        ("bg", "Нова излъчи интервюто. Телевизията го повтори.", a_body("Нова")),
        ("sr", "Мали је затворио границу.", a_place("Мали")),
        ("pl", "Dania w środę ogłosiła pobór.", a_place("Dania")),
        ("pl", "Dania i Szwecja są bliskie.", a_place("Dania")),
        ("pl", "Czad: nowe starcia", a_place("Czad")),
        ("cs", "Škoda představila vůz.", a_body("Škoda")),
        ("ru", "Новые люди внесли проект. Депутаты ждут.", a_body("Новые люди")),
        ("uk", "Нова пошта відкрила склад.", a_body("Нова пошта")),
        ("bg", "Има такъв народ гласува против. Депутатите спорят.", a_body("Има такъв народ")),
        ("cs", "Člověk v tísni pořádá sbírku.", a_body("Člověk v tísni")),
        ("ru", "Лента отказалась от сделки.", a_body("Лента")),
        ("sr", "Zastava se obratila sudu.", a_body("Zastava")),
        ("cs", "Škoda se ohradila proti clům.", a_body("Škoda")),
        ("ru", "Магнит продал склад поставщику.", a_body("Магнит")),
        ("sr", "Курир преноси да касни.", a_body("Курир")),
        ("uk", "Метро відкрило склад для гуртових покупців.", a_body("Метро")),
        ("en", "Shell cut its outlook.", a_body("Shell")),
        ("en", "Apple is late. Its shares fell.", a_body("Apple")),
        ("de", "Allianz senkt die Beiträge.", a_body("Allianz")),
        ("nl", "Denk stemt tegen het plan.", a_body("Denk")),
        ("fr", "Carrefour va mal. Les salariés attendent.", a_body("Carrefour")),
        ("sv", "Ica varslar femtio personer.", a_body("Ica")),
        ("da", "Tryg opjusterer efter et godt år.", a_body("Tryg")),
        ("nb", "Orkla kjøper en fabrikk.", a_body("Orkla")),
        ("ca", "Junts rebutja el pacte.", a_body("Junts")),
        ("sk", "Nádej nominovala dvoch kandidátov.", a_body("Nádej")),
        ("sl", "Sloga napoveduje tožbo.", a_body("Sloga")),
        ("hr", "Tisak zapošljava. Sindikat je zadovoljan.", a_body("Tisak")),
        ("lt", "Visa sustabdė mokėjimus.", a_body("Visa")),
        ("lv", "Citadele palielina procentus.", a_body("Citadele")),
        ("lv", "Mali izraidīja sūtni.", a_place("Mali")),
        ("et", "Prisma palkab kojamehe.", a_body("Prisma")),
        ("et", "Laos ehitab raudteed.", a_place("Laos")),
        ("fi", "Karhu on myyty. Uusi toimitusjohtaja vaikenee.", a_body("Karhu")),
        ("fi", "Norja ratifioi sopimuksen.", a_place("Norja")),
        ("hu", "Kongó aláírta a tűzszünetet.", a_place("Kongó")),
        ("sq", "Besa nënshkroi marrëveshjen.", a_body("Besa")),
    ],
)
def test_who_acts_or_is_told_of_elsewhere_has_the_name(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert is_told_at_opening(hit_in(reading, entity), entity, reading)
    assert credible([hit_in(reading, entity)], (entity,), reading)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("pl", "Samolot z Danii wylądował.", a_place("Dania")),
        ("pl", "Pojechali do Czadu.", a_place("Czad")),
        ("ru", "Магазин «Магнит» закрыт.", a_body("Магнит")),
        ("pl", "Danii grozi kara.", a_place("Dania")),
        ("ru", "Новые Люди внесли проект.", a_body("Новые люди")),
        ("sr", "Турска први пут излаже.", a_place("Турска")),
        ("sr", "Турска је одбила предлог.", a_place("Турска")),
        ("sr", "Немачка планира реформу.", a_place("Немачка")),
        ("en", "Mali is dry.", a_place("Mali")),
        ("hu", "Index-közvetítés indul délben.", a_body("Index")),
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
    reading = read("Dania jest mała. Płyną promem do Danii.", "pl")
    entity = a_place("Dania")

    assert len(credible(hits_in(reading, entity), (entity,), reading)) == 2


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("bg", "Меч с дръжка се отваря трудно.", a_body("Меч")),
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
        ("sr", "Данас се продаје сир.", a_body("Данас")),
        ("bg", "Възраждането е представено с песни.", a_body("Възраждане")),
        ("pl", "Niemcy szli przez las.", a_place("Niemcy")),
        ("pl", "Polska pisarka wygrała konkurs.", a_place("Polska")),
        ("mk", "Грчка салата е на масата.", a_place("Грчка")),
        ("ru", "Дели поровну: фонд предлагает чай.", a_place("Дели")),
        ("sr", "САД ЈЕ МАЛО ТОПЛИЈЕ", a_place("САД")),
        ("cs", "Spolu koupili dům.", a_body("Spolu")),
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
        ("bg", "Възраждане внесе вот.", a_body("Възраждане")),
        ("ky", "Мали мал сатып алат.", a_place("Мали")),
        ("mn", "Мали мал худалдан авна.", a_place("Мали")),
        ("tr", "Koç, hisse satışını erteledi.", a_body("Koç")),
        ("sr", "САД УВОДЕ ЦАРИНЕ", a_place("САД")),
        ("sr", "Текст о пијаци. „Данас“ излази у петак.", a_body("Данас")),
    ],
)
def test_a_country_or_a_party_that_acts_is_meant(language: str, text: str, entity: Entity) -> None:
    reading = read(text, language)

    assert credible([hit_in(reading, entity)], (entity,), reading)


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("tr", "Sabah'ın muhabiri köye gitti.", a_body("Sabah")),
        ("tr", "Mısır üç gemilik alım için bu hafta teklif istedi.", a_place("Mısır")),
        ("az", "Ümid seçkidə on namizəd irəli sürüb.", a_body("Ümid")),
        ("kk", "Қайрат Ақтөбеде 2:0 есебімен жеңді.", a_body("Қайрат")),
        ("kk", "Дания жел қондырғыларын жеткізуге келісімге қол қойды.", a_place("Дания")),
        ("ky", "Ишеним шайлоого он талапкер көрсөттү.", a_body("Ишеним")),
        ("uz", "Baraka Qo'qonda do'kon ochdi.", a_body("Baraka")),
        ("mn", "Хятад Монголоос нүүрс авна.", a_place("Хятад")),
        ("hy", "Ժառանգությունը ընտրություններին կմասնակցի միայնակ:", a_body("Ժառանգություն")),
    ],
)
def test_a_word_that_acts_as_a_firm_a_party_or_a_country_is_one_where_verbs_come_last(
    language: str, text: str, entity: Entity
) -> None:
    reading = read(text, language)

    assert credible(hits_in(reading, entity), (entity,), reading)
