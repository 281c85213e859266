"""No text costs more than its length: what reads it is linear, whatever it is made of."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from tests.builders import an_entity
from wirekit.contracts import Watchlist
from wirekit.errors import InvalidMessage
from wiretext import Composition, Enricher
from wiretext.html import main_text, plain_text
from wiretext.matching.patronymics import may_be_inserted
from wiretext.vetoes.context.given_names import is_given

KIM = an_entity("Kim Jong Un", names=("金正恩",), short={"any": ("Kim",)})
SLOBODAN = an_entity("Slobodan Milosevic", short={"any": ("Milosevic",)})
WHO = an_entity("World Health Organization", type="organization", names=("WHO", "OMS"))
VOLTA = an_entity("Volta", type="organization", short={})
SHOIGU = an_entity("Sergei Shoigu", names=("谢尔盖·绍伊古", "セルゲイ・ショイグ"), short={"any": ("绍伊古",)})
ENRICHER = Enricher(Watchlist(number=1, entities=(KIM, SLOBODAN, WHO, VOLTA, SHOIGU)))
WORDS = [f"w{number:x}" for number in range(400)]


def calls(work: Callable[[], object]) -> int:
    """How many calls *work* makes, of Python and of C."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def named_and_lower(times: int) -> str:
    return "Kim\n" * times + " ".join(WORDS[:times])


def capitals(times: int) -> str:
    letters = random.Random(times)
    return " ".join("".join(letters.choices("aeiklmnorst", k=5)).capitalize() for _ in range(times))


@pytest.mark.parametrize(
    "text",
    [
        "Kim ".__mul__, "Kim\n".__mul__, "Kim Jong Un met. ".__mul__, "KIM JONG UN ".__mul__, "Kim-Jong-Un-".__mul__,
        "金正恩".__mul__, "Milosevic ".__mul__, "Slobodan Milosevic ".__mul__, "A B C ".__mul__, "OMS ".__mul__,
        "(OMS) ".__mul__, "Volta ".__mul__, "The Who Is ".__mul__, "x\n".__mul__, "• 1. ".__mul__, "Aa b. ".__mul__,
        "aф한金ก ".__mul__, "谢尔盖·绍依古。绍依古说。".__mul__, "penyanyi Volta Xabc kata Volta ".__mul__,
        "певец Volta Иванов ".__mul__, "Volta-".__mul__, named_and_lower, capitals,
    ],
    ids=lambda text: repr(text(1)[:10]),
)  # fmt: skip
def test_twice_the_text_takes_no_more_than_twice_the_work(text: Callable[[int], str]) -> None:
    once, twice = text(100), text(200)
    for warm in (once, twice):  # what is remembered of words is no work of the text
        ENRICHER.enrich_text("art_1", warm, warm)

    work = [calls(partial(ENRICHER.enrich_text, "art_1", given, given)) for given in (once, twice)]

    assert work[1] < 2.3 * work[0]


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000, "!?" * 100_000, '."' * 100_000, "a\u0301" * 50_000, "a" + "\u0301\u0316" * 100_000,
        "\u202eab\u200f " * 30_000, "‹" * 200_000, "&" * 200_000, "\n" * 20_000, "A" * 500_000,
        "ショ" * 100_000,
    ],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_a_text_that_a_quadratic_step_would_read_for_minutes_is_read(text: str) -> None:
    article = ENRICHER.enrich_text("art_1", text[:50_000], text)

    assert article.text
    assert Composition(text).text == article.text


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "</p>" * 100_000 + "deep", "<b>" * 100_000 + "</em>" * 100_000 + "deep",
        "<article>" + "<h2>x</h2>" * 50_000 + "deep", "<p>" + "<b>x</b> " * 50_000 + "deep",
        f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>deep", "<dl><dd>" * 50_000 + "deep",
    ],
    ids=lambda page: page[:9],
)  # fmt: skip
def test_a_page_that_a_quadratic_step_would_read_for_minutes_is_read(page: str) -> None:
    assert plain_text(page).endswith("deep")
    assert main_text(page).endswith("deep")


def test_a_text_of_more_lines_than_any_article_has_is_refused() -> None:
    with pytest.raises(InvalidMessage, match="too_many_lines"):
        ENRICHER.enrich_text("art_1", "", "x\n" * 20_100)


def test_of_a_text_with_names_without_end_the_first_are_told() -> None:
    mentions = ENRICHER.enrich_text("art_1", "", "Kim Jong Un met. " * 11_000).mentions

    assert len(mentions) == 10_000
    assert mentions[0].start == 2


def test_a_short_name_that_thousands_share_leaves_room_for_others() -> None:
    kims = [
        an_entity(f"Kim {one}{two}", id=f"kim-{one}-{two}", short={"any": ("Kim",)})
        for one in WORDS[:40]
        for two in WORDS[:50]
    ]
    enricher = Enricher(Watchlist(number=1, entities=(VOLTA, *kims)))

    mentions = enricher.enrich_text("art_1", "", "Kim spoke. " * 20 + "Then Volta answered.").mentions

    assert [mention.entity_id for mention in mentions if mention.entity_id] == [VOLTA.id]


def test_a_word_of_an_indian_script_without_end_is_no_part_of_a_name() -> None:
    place = an_entity("Grosventa Karayana", type="place", names=("ग्रोसवेंटा करायाना",), short={})
    enricher = Enricher(Watchlist(number=1, entities=(place,)))

    assert enricher.enrich_text("art_1", "", "ग्रोसविंटा क" + "ा" * 100_000).mentions == ()


def test_words_without_end_are_not_remembered() -> None:
    asked = may_be_inserted("ж" * 1_000 + "ович"), is_given("Anna" * 1_000)

    assert asked == (False, False)


def test_a_declared_language_of_half_a_character_is_written_all_the_same() -> None:
    article = ENRICHER.enrich_text("art_1", "", "Kim Jong Un met.", declared="\ud800")

    assert article.to_json()


def test_a_name_that_is_spelt_as_listed_is_not_heard_as_well() -> None:
    def of(mentions: int) -> int:
        return calls(lambda: ENRICHER.enrich_text("a", "", "Kim Jong Un. " * mentions))

    of(20)  # tables are read

    assert (of(40) - of(20)) / 20 < 2_000  # heard as well, it takes 3,400


def test_a_compound_without_end_is_read() -> None:
    firm = an_entity("Rosatom", type="organization", short={})
    text = f"Er sah die {'rosatom' * 40_000} und die Rosatom{'rosatom' * 40_000}."

    article = Enricher(Watchlist(number=1, entities=(firm,))).enrich_text("art_1", "", text, declared="de")

    assert article.mentions == ()
