"""Tells when a thing bears a name: a bridge, a prize, a hotel, a club, a firm of partners.

Judges by the words beside the name, which are in ``thing_words.yaml``, by language. Knows no name.
"""

from __future__ import annotations

import re

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, SENTENCE_ENDS, Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import words_of
from wiretext.vetoes.context.grammar import ATTRIBUTIVE, DECLINING, OWNING, SLAVIC, is_in_case
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.roles import REACH
from wiretext.vetoes.context.thing_words import (
    Things,
    are_many_streets,
    ends_with_one_of,
    is_written_as_thing,
    things_of,
)
from wiretext.vetoes.things.eponyms import is_named_after
from wiretext.vetoes.things.honours import is_honoured
from wiretext.vetoes.things.sponsored import is_sponsored
from wiretext.vetoes.things.visits import goes_there

_SENTENCE_ENDS = frozenset(SENTENCE_ENDS)
_LONGEST_TITLE = 40  # characters before and after a name in it
_PARTICLES_BETWEEN, _MIDDLE = 2, 4
_NEXT_TO = re.compile(r" ?-|[ ]|\. ?")
_THING_FIRST = frozenset({"ar", "fa", "he"})  # languages without capitals in which no thing stands after its name
# The last letters of a name before such a word, in languages that write it in the genitive there.
_GENITIVES = {
    "fi": ("n",), "et": (*"aeiu",), "lv": ("a", "as", "s", "us"), "lt": ("o", "os", "aus", "es", "ies"), "ka": ("ს",),
    "hy": ("ի", "ու", "ան", "ին", "յան", "անվան"), "mn": ("ын", "ийн", "ны", "ний"),
    "cs": ("ova", "ove", "ovo", "ou", "uv"), "sk": ("ova", "ove", "ovo", "ou", "ov"),
    "sl": ("ova", "ovi", "ovo", "ove"),
    "hr": ("ova", "ovoj", "ovu", "ove", "ov"),
    "sr": ("ova", "ovoj", "ovu", "ove", "ov", "ова", "овој", "ову", "ове", "ов"),
}  # fmt: skip
_UNLIKE_NOMINATIVE = frozenset({"fi", "lv", "lt", "ka", "mn"})  # no name is the same in the genitive
_FIRM_TIES = (" ", "-", '"-')
_SHORTEST_COMPOUNDED = 4  # letters of a word after a closing quotation mark and a hyphen: less may be an ending
_CLUB_TIES = (" ", "-", '" ', ' "')
# What stands before a thing in Germanic languages: *am X Platz*, *de X prijs*, but not *als X Platz nahm*.
_DETERMINERS = frozenset({
    "der", "die", "das", "dem", "den", "des", "am", "im", "zum", "zur", "vom", "beim", "ins", "ein", "eine", "einer",
    "einem", "einen", "de", "het", "det", "ved", "vid",
})  # fmt: skip
_ARTICLES = frozenset({
    "the", "la", "le", "les", "l", "el", "los", "las", "lo", "gli", "du", "des", "dos", "das", "della", "dell", "delle",
    "dei", "degli", "der", "den",
})  # fmt: skip
_GERMANIC = frozenset({"nl", "sv", "da", "nb", "nn"})
_SOUTHERN = frozenset({"hr", "sr", "bs", "sl"})  # Slavic languages in which -u is a dative: *medalju Saadu X*
_EASTERN = frozenset({"ru", "be"})  # those in which no genitive ends in -е: *о директоре музея Алексее X*
_RECIPIENT = re.compile(r"(?:ом|ем|єм|ьом|ым|им|ою|ею|єю|ой|у|ю|ові|еві|єві|om|em|ou|owi|ovi|iem|ą)$")
_PARTNERS = re.compile(r" ?& ?")
# Languages that write the word for a thing with a capital when it is a name.
_CAPITAL_THINGS = frozenset({"en", "de", "tr", "az", "hu"})
_ENGLISH_VENUES = frozenset(
    {"center", "centre", "hall", "building", "gardens", "tower", "towers", "theatre", "theater", "forum"}
)
# Languages that have some of these words, too, or may have.
_ENGLISH_WORDS = frozenset({"en", "sv", "da", "nb", "nn", "nl", "de", "ro", "af", "und"})
_POSSESSED = re.compile("[aeiou]s[iu]|[iu]n(?:[iu]n|d[ae]|d[ae]n|[ae])$")  # meydanında, but *meydanını* may be his own


def is_thing(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a thing bears the name here: a bridge, a prize, a firm of partners."""
    things = things_of(reading.language)
    if hit.alias.unspaced:
        return _is_unspaced_thing(hit, entity, reading, things)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    called = is_named_after(hit, reading) or _is_called(hit, reading, entity, things)
    if called or _is_quoted_thing(hit, entity, reading, things):
        return True
    if entity.type == "person":
        return not _is_recipient(hit, reading) and is_honoured(hit, reading, things)
    return (
        _is_street(reading, first, things)
        or _is_named_firm(reading, last, entity, things)
        or _is_venue(hit, entity, reading, things)
        or (entity.type == "organization" and is_sponsored(hit, entity, reading, things))
        or (entity.type == "place" and _is_club(reading, first, last, things))
    )


def _is_unspaced_thing(hit: Hit, entity: Entity, reading: Reading, things: Things) -> bool:
    before, after = reading.around(hit.start, hit.end, REACH)
    inside, outside = before.rstrip(QUOTES_OPEN), things.middle.removed_from(after.lstrip(QUOTES_CLOSE))
    if entity.type == "organization" and (things.own.begins(outside) or things.own.ends(inside)):
        return False
    quoted = inside != before and outside != after
    if (quoted or entity.type == "place") and (things.venues.begins(outside) or things.venues.ends(inside)):
        return True
    return (things.after.begins(outside) and not things.unlike.begins(outside)) or things.before.ends(inside)


def _is_called(hit: Hit, reading: Reading, entity: Entity, things: Things) -> bool:
    """Whether the thing stands after the name; an organisation's own library and the like are no such things."""
    last = reading.index(hit.end - 1)
    following = reading.word(last + 1)
    parted = hit.end < reading.ends[last]  # by a Korean particle
    if parted:
        return False
    if entity.type == "organization" and _is_foreign_venue(hit, reading):
        return True
    if entity.type == "organization" and following in things.own:
        return False
    if entity.type == "person" and goes_there(hit, reading, things):
        return False
    if (entity.type != "place" or reading.language in _CAPITAL_THINGS) and _gives_its_name(hit, reading, things):
        return True
    return (
        following in things.anywhere
        and not (reading.language == "de" and following in things.after)
        and reading.between(last, last + 1) in {" ", "-"}
        and reading.has_telling_capital(last + 1)
    )


def _is_foreign_venue(hit: Hit, reading: Reading) -> bool:
    """Whether a venue has an English word after the name in a text in another language: there it is its own name.

    An acronym is a public body's, which has halls of its own.
    """
    last = reading.index(hit.end - 1)
    named = reading.has_telling_capital(last + 1) and not hit.alias.acronym
    return named and reading.language not in _ENGLISH_WORDS and reading.after(last) in _ENGLISH_VENUES


def _is_recipient(hit: Hit, reading: Reading) -> bool:
    """Whether a Slavic case says that something is given to the person or done with him: a thing takes the genitive."""
    form = hit.forms[0]
    lemma, text = hit.alias.words[0].lemma, reading.text[form.start : form.end]
    if reading.language not in SLAVIC or not form.inflected:
        return False
    southern = reading.language in _SOUTHERN and text.endswith("u")
    eastern = reading.language in _EASTERN and text.endswith("е") and not lemma.endswith("е")
    return (
        southern
        or eastern
        or _RECIPIENT.search(text) is not None
        or (lemma[-1:] in {"а", "я"} and text[-1:] in {"і", "ю"})
    )


def _is_named_firm(reading: Reading, last: int, entity: Entity, things: Things) -> bool:
    """Whether the name is the first word of another firm's name."""
    words = things.firms if entity.type == "place" else things.offshoots
    if reading.language in SLAVIC and len(reading.after(last, ('"-',))) >= _SHORTEST_COMPOUNDED:
        return True
    following = reading.after(last) if entity.type == "place" else reading.after(last, _FIRM_TIES)
    return following in words and (reading.is_capital(last + 1) or script_of(following[0]) not in CASED)


def _is_venue(hit: Hit, entity: Entity, reading: Reading, things: Things) -> bool:
    """Whether a hotel, a cinema or a ship stands right beside the name, which has no ending that ties it to that."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if hit.inflected or hit.start != reading.starts[first]:
        return False
    venues = things.venues if entity.type == "place" else things.houses  # a firm has shops of its own
    if (venue := reading.before(first)) in venues and not is_in_case(venue, reading.language):
        # *kapal X* may be one from there
        return entity.type != "place" or reading.language not in ATTRIBUTIVE or venue not in things.vessels
    return entity.type == "place" and _is_venue_after(reading, first, last, things)


def _is_venue_after(reading: Reading, first: int, last: int, things: Things) -> bool:
    """Whether the word after the name of a place is a venue's: *Odessa Café*, but no *in Odessa cafés*."""
    following = reading.after(last, (" ", "-"))
    if reading.language not in _THING_FIRST and script_of(following[:1] or "A") not in CASED:
        while following in things.middle:  # মৈত্রী সম্মেলন কেন্দ্র
            last += 1
            following = reading.after(last)
    if following not in things.venues:
        return False
    if reading.language == "de" and reading.between(last, last + 1) == " ":
        return reading.word(first - 1) in _DETERMINERS
    if script_of(following[0]) not in CASED:
        return reading.language not in _THING_FIRST
    return reading.has_telling_capital(last + 1)


def _is_club(reading: Reading, first: int, last: int, things: Things) -> bool:
    """Whether the city is a part of the name of a club."""
    uncased = script_of(reading.word(first)[0]) not in CASED
    led = (uncased or reading.is_capital(first - 1)) and reading.before(first, _CLUB_TIES) in things.clubs
    return led or ((uncased or reading.is_capital(last + 1)) and reading.after(last) in things.clubs_after)


def _is_street(reading: Reading, first: int, things: Things) -> bool:
    """Whether the word before the name is a street; *of* and an article may stand between."""
    index = first - 1
    while first - index <= _PARTICLES_BETWEEN and (
        reading.word(index) in things.of or reading.word(index) in _ARTICLES
    ):
        index -= 1
    ties = (reading.between(at, at + 1) for at in range(index, first))
    word, small = reading.word(index), function_words(reading.language)
    is_street = ends_with_one_of(things.streets, reading, index)
    is_street = is_street and word not in small and not are_many_streets(reading, index)
    return is_street and is_written_as_thing(reading, index) and all(tie in {" ", "'"} for tie in ties)


def _is_quoted_thing(hit: Hit, entity: Entity, reading: Reading, things: Things) -> bool:
    """Whether the name stands in quotation marks, and the word beside them says that it is the name of a thing."""
    if not opens_quotation(hit, reading):
        return _is_in_title(hit, reading, things)
    first = reading.index(hit.start)
    apart = not _SENTENCE_ENDS.isdisjoint(reading.between(first - 1, first))
    before = "" if apart else reading.word(first - 1)
    if not closes_quotation(hit, reading):
        return before in things.naming or _is_in_title(hit, reading, things)
    if before in things.naming or _is_quoted_place(hit, entity, reading):
        return True
    # A thing's own name stands in the nominative beside the word for it, its owner's does not; whoever is
    # at a plant is at its owner's.
    owned = entity.type == "organization" and before in things.plants
    if owned or (hit.inflected and reading.language in DECLINING):
        return False
    kinds = (things.quoted, things.before, things.venues, things.vessels)
    if any(before in words for words in kinds):
        return True
    last = reading.index(hit.end - 1)
    after = reading.word(last + 1)
    return reading.between(last, last + 1)[1:] == " " and (after in things.quoted or after in things.venues)


def _is_quoted_place(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the name of a place stands alone in quotation marks, as Slavic languages write what is named after it."""
    worded = reading.word(reading.index(hit.start) - 1) in words_of("vetoes/context/thing_words", "worded", "any")
    return entity.type == "place" and len(hit.forms) == 1 and reading.language in SLAVIC and not worded


def _is_in_title(hit: Hit, reading: Reading, things: Things) -> bool:
    """Whether the name is one of the words of a title in quotation marks, beside which a song or a book is named."""
    before = reading.text[max(0, hit.start - _LONGEST_TITLE) : hit.start]
    opening = hit.start - len(before) + before.rfind('"')
    closing = reading.text.find('"', hit.end, hit.end + _LONGEST_TITLE)
    if '"' not in before or closing < 0 or reading.text[opening - 1 : opening].isalnum():
        return False
    if not reading.text[opening + 1].isalpha() or set(reading.text[opening + 1 : closing]) & set(".,!?;\n"):
        return False
    first, last = reading.index(opening) + 1, reading.index(closing)
    return any(reading.word(at) in things.works for at in (first - 1, first - 2, last + 1))


def _gives_its_name(hit: Hit, reading: Reading, things: Things) -> bool:
    """Whether the word after the name is the thing (X Bridge), or a partner (X & Friends)."""
    last = _before_thing(reading, reading.index(hit.end - 1), things)
    between, following = reading.between(last, last + 1), reading.word(last + 1)
    if not following:
        return False
    capital = reading.is_capital(last + 1)
    if _PARTNERS.fullmatch(between) or following not in things.after or _NEXT_TO.fullmatch(between) is None:
        return capital and _PARTNERS.fullmatch(between) is not None
    if between == " " and _needs_article(reading.language, following, things, capital=capital):
        return reading.word(reading.index(hit.start) - 1) in _DETERMINERS
    if capital or between.endswith("-") or following in things.streets:
        return reading.word(last + 2) not in things.unlike
    if reading.language not in _CAPITAL_THINGS:
        return _is_genitive(hit, reading)
    return following in things.naming or _is_marked(reading, reading.index(hit.start), following)


def _is_marked(reading: Reading, first: int, thing: str) -> bool:
    """Whether grammar says that the *thing* has the name: *X gemisi*, *az X díj*, as no person has an article there."""
    if reading.language == "hu":
        return reading.word(first - 1) in {"a", "az"}
    return reading.language in {"tr", "az"} and _POSSESSED.search(thing) is not None


def _before_thing(reading: Reading, last: int, things: Things) -> int:
    """The word before the thing: the word *last*, or what says of which kind it is (X International Airport)."""
    kinds = range(last, last + _MIDDLE)
    middle = next((at for at in kinds if reading.after(at, (" ", ". ")) not in things.middle), last)  # X Jr. Hall
    return middle if reading.word(middle + 1) in things.after else last


def _needs_article(language: str, following: str, things: Things, *, capital: bool) -> bool:
    """Whether the word *following* a name apart may be of another phrase: in German also where it has a capital."""
    return language == "de" if capital else language in _GERMANIC and following not in things.streets


def _is_genitive(hit: Hit, reading: Reading) -> bool:
    """Whether the last word of the name may be in the genitive, or the language has none."""
    if reading.language in (OWNING if hit.forms[-1].inflected else _UNLIKE_NOMINATIVE):
        return False
    return reading.text.endswith(_GENITIVES.get(reading.language, ("",)), hit.start, hit.end)
