"""Zones by lines and what is inserted in them; many lines are in ``tests/data/wiretext/boilerplate.yaml``."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from wiretext.layout import layout
from wiretext.normal import normalise
from wiretext.zones import zones

LINES = yaml.safe_load((Path(__file__).parents[2] / "data" / "wiretext" / "boilerplate.yaml").read_text("utf-8"))
TITLE = "A school"
NAMES = {"ru": "Илья Савин", "ja": "佐藤健", "zh": "李华", "ko": "김민수", "ar": "سامر حداد"}


def cases(group: str) -> list[object]:
    return [
        pytest.param(line.replace("{name}", NAMES.get(language, "Anna Berg")), id=f"{language}-{number}")
        for language, lines in LINES[group].items()
        for number, line in enumerate(lines)
    ]


def kind_of(words: str, text: str) -> str:
    """The kind of the zone in which *words* begin."""
    full_text = f"{TITLE}\n\n{text}"
    at = full_text.index(words)
    return next(zone.kind for zone in zones(normalise(full_text), layout(TITLE, text)) if zone.start <= at < zone.end)


@pytest.mark.parametrize("line", cases("boilerplate"))
def test_a_line_that_a_page_adds_is_boilerplate(line: str) -> None:
    assert kind_of(line, f"The school opened.\n\n{line}\n\nIt has a garden.") == "boilerplate"


@pytest.mark.parametrize("line", cases("boilerplate"))
def test_it_is_boilerplate_too_in_the_middle_of_lines_without_blank_ones(line: str) -> None:
    text = f"The school opened.\n{line}\nIt has a garden."

    assert kind_of(line, text) == "boilerplate"
    assert kind_of("It has a garden.", text) == "body"


@pytest.mark.parametrize(
    "items", ["1. Anna Berg at sea\n2. Ten soups", "Anna Berg at sea\nTen soups", "- Anna Berg at sea"]
)
@pytest.mark.parametrize("heading", cases("lists"))
def test_a_list_of_the_most_read_is_boilerplate_with_its_heading(heading: str, items: str) -> None:
    text = f"The school opened.\n\n{heading}\n{items}"

    assert kind_of(heading, text) == "boilerplate"
    assert kind_of("Anna Berg", text) == "boilerplate"


@pytest.mark.parametrize("line", cases("article"))
def test_a_line_of_the_article_is_never_taken_for_boilerplate(line: str) -> None:
    assert kind_of(line, f"The school opened.\n\n{line}\n\nIt has a garden.") == "body"


def test_a_list_ends_where_the_article_goes_on() -> None:
    text = "The school opened.\nMost read\nTen soups for winter\nThe garden is open on Sundays."

    assert kind_of("Ten soups", text) == "boilerplate"
    assert kind_of("The garden", text) == "body"


def test_the_first_paragraph_of_the_article_is_the_lead() -> None:
    text = "Photo: Anna Berg\n\nThe school opened.\nIt is new.\n\nIt has a garden."

    assert [kind_of(words, text) for words in ("A school", "Photo", "The school", "It is", "It has")] == [
        "title",
        "boilerplate",
        "lead",
        "lead",
        "body",
    ]


def test_a_title_is_never_boilerplate() -> None:
    places = layout("Read more: a school opened", "The school opened.")

    assert zones(normalise("Read more: a school opened\n\nThe school opened."), places)[0].kind == "title"


def test_every_line_lies_in_exactly_one_zone() -> None:
    text = "One.\n\nRead more: two\nThree.\n\n\nFour."
    full_text = f"{TITLE}\n\n{text}"
    places = layout(TITLE, text)

    found = zones(normalise(full_text), places)

    for start, end in places.lines:
        assert [zone for zone in found if zone.start <= start and end <= zone.end] != []
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("closing", "kind"),
    [
        ("Olvidu: Anna Berg saw ten soups", "boilerplate"),
        ("Olvidu: Anna Berg saw ten soups\n\nMorgu: A garden for all", "boilerplate"),
        ("Olvidu: Anna Berg saw ten soups.", "body"),
        ('Anna Berg: "It is a garden for all"', "body"),
        ("Anna Berg, the teacher who opened it in June, said: It is a garden", "body"),
        ("Result: 3", "body"),
    ],
    ids=["a headline", "two headlines", "a sentence", "a quotation", "who says it", "no headline"],
)
def test_a_label_and_a_headline_close_a_page_in_a_language_without_cues_too(closing: str, kind: str) -> None:
    assert kind_of(closing, f"The school opened.\n\nIt has a garden.\n\n{closing}") == kind


def test_a_short_line_below_such_a_label_is_no_part_of_the_article_either() -> None:
    closing, below = "In tomorrow's letter: Anna Berg and the ponds", "You can stop it at any time"

    assert kind_of(closing, f"The school opened.\n\nIt has a garden.\n\n{closing}\n{below}") == "boilerplate"
    assert kind_of(closing, f"The school opened.\n\nIt has a garden.\n\n{closing}\n{below}. It is free.") == "body"


def test_a_last_line_is_of_an_article_without_full_stops() -> None:
    assert kind_of("Olvidu", "The school opened\n\nIt has a garden\n\nOlvidu: Anna Berg saw ten soups") == "body"


def test_a_list_of_the_most_read_may_go_on_in_the_line_of_its_heading() -> None:
    line = "Most read: Anna Berg at sea, with ten soups and no spoon, in a gale in June"

    assert kind_of(line, f"The school opened.\n\n{line}\n\nIt has a garden.") == "boilerplate"


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        ("It has a garden. Read also: Anna Berg at sea. It is free.", "Read also: Anna Berg at sea. "),
        ("It has a garden. Read also: Anna Berg at sea", "Read also: Anna Berg at sea"),
        ("Tem jardim. Leia também: Anna no mar! É livre.", "Leia também: Anna no mar! "),
        ("It has a garden (Photo: Anna Berg, Rome). It is free.", "(Photo: Anna Berg, Rome)"),
        ("It has a garden. She said: Anna Berg is at sea. It is free.", ""),
        ("It has a garden (as they say: a big one). It is free.", ""),
        ("It has a garden (Photo: Anna Berg. It is free.", ""),
        ("It has a garden, read also: Anna Berg. It is free.", ""),
    ],
)
def test_a_link_or_a_credit_among_sentences_is_boilerplate(text: str, inserted: str) -> None:
    full_text = f"{TITLE}\n\nThe school opened.\n\n{text}"
    found = zones(normalise(full_text), layout(TITLE, f"The school opened.\n\n{text}"))

    assert "".join(full_text[zone.start : zone.end] for zone in found if zone.kind == "boilerplate") == inserted
    assert all(first.end <= second.start for first, second in pairwise(found))
