"""Tells what is named after somebody, or after two: *the X-Y process*, *X-in adını daşıyan məktəb*.

The words are in ``eponyms.yaml``. Knows no name.
"""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS
from wiretext.vetoes.context.wordlists import proclitic_list, word_list

_MOST_NAMES = 4  # on one side of a name, of those after whom something is called
_LONGEST_ENDING = 2  # letters that a hyphen joins to a name


def is_named_after(hit: Hit, reading: Reading) -> bool:
    """Whether something is named after who has the name here."""
    return is_of_eponym(hit, reading) or is_borne_by_thing(hit, reading)


def is_of_eponym(hit: Hit, reading: Reading) -> bool:
    """Whether a hyphen joins the name to another, and something is named after both: *piec X-Y*, *X-Y prosesi*."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if len(hit.forms) > 1 or hit.alias.unspaced or reading.language in NOUNS_IN_CAPITALS:
        return False
    begin, end = first, last
    while first - begin < _MOST_NAMES and reading.between(begin - 1, begin) == "-" and _may_be_name(reading, begin - 1):
        begin -= 1
    while end - last < _MOST_NAMES and reading.between(end, end + 1) == "-" and _may_be_name(reading, end + 1):
        end += 1
    if begin == first and end == last:
        return False
    eponyms = word_list("vetoes/things/eponyms", "eponyms", "any")
    before = reading.word(begin - 1) if reading.between(begin - 1, begin) == " " else ""
    return reading.after(end, (" ", "-")) in eponyms or before in eponyms


def is_borne_by_thing(hit: Hit, reading: Reading) -> bool:
    """Whether what follows says that a thing has the name: *X-in adını daşıyan məktəb*."""
    last = reading.index(hit.end - 1)
    if reading.between(last, last + 1) == "'":
        last += 1  # the ending of a Turkish name
    names, bearing = (proclitic_list(reading.language, "vetoes/things/eponyms", key) for key in ("name_of", "bearing"))
    return not hit.alias.unspaced and reading.after(last) in names and reading.after(last + 1) in bearing


def _may_be_name(reading: Reading, index: int) -> bool:
    """Whether the word *index* has a capital, or is of a script that has none, and is no ending."""
    word = reading.word(index)
    cased = word != "" and script_of(word[0]) in CASED
    return reading.is_capital(index) if cased else len(word) > _LONGEST_ENDING
