"""Tells when the words beside an organisation's name make it the name of another body: *Kataib Hezbollah*.

Judges by the next word on either side, which is in ``bodies.yaml`` or ``beside.yaml``, or by the country in the
organisation's labels. Knows no name.
"""

from __future__ import annotations

from functools import cache, lru_cache

from wirekit.contracts import Entity
from wiretext import places
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.wordlists import WordList, word_list

_SHORTEST = 4  # letters of a country's name
_REACH = 12  # characters beside a name in a script without blanks
_DOTS = " ・·"
_TIES = frozenset({" ", "-"})


def is_of_another_body(hit: Hit, reading: Reading) -> bool:
    """Whether a word beside *hit* makes the name of another body of it.

    Brigades before an Arabic name in one word may be its own: *the brigades of Hamas*.
    """
    before, after = word_list("vetoes/things/bodies", "before"), word_list("vetoes/context/beside", "bodies")
    if hit.alias.unspaced:
        left, right = (side.strip(_DOTS) for side in reading.around(hit.start, hit.end, _REACH))
        return before.ends(left) or after.begins(right)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if _is_legal_form(hit, reading, first):
        return True
    owns = len(hit.forms) == 1 and hit.alias.words[0].script == "Arab"
    return (not owns and _is_part(reading.before(first, _TIES), first - 1, before, reading)) or _is_part(
        reading.after(last, _TIES), last + 1, after, reading
    )


def _is_legal_form(hit: Hit, reading: Reading, first: int) -> bool:
    """Whether the letters of an acronym say behind a firm's name of which form it is: *Ελαιώνες ΑΕ*."""
    forms = words_for(reading.language, "vetoes/things/bodies", "legal")
    named = reading.between(first - 1, first) == " " and reading.has_telling_capital(first - 1)
    return hit.alias.acronym and named and reading.text[hit.start : hit.end] in forms


def is_of_another_country(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a country follows the name, and one of the organisation's own labels has another there.

    *جماعت اسلامی ہند* is no *جماعت اسلامی پاکستان*.
    """
    if hit.alias.unspaced or hit.alias.acronym:
        return False
    following = reading.after(reading.index(hit.end - 1), _TIES)
    if not following or following not in _countries():
        return False
    own = _own_countries(tuple(word.lemma for word in hit.alias.words), (entity.name, *entity.names))
    return bool(own) and following not in own


@lru_cache(maxsize=1 << 10)
def _own_countries(words: tuple[str, ...], labels: tuple[str, ...]) -> frozenset[str]:
    """The countries that stand right behind *words* in *labels*."""
    size = len(words)
    named = (name for label in labels if (name := spelling(label))[:size] == words and name[size:])
    return frozenset(name[size] for name in named if name[size] in _countries())


@cache
def _countries() -> frozenset[str]:
    """The words that are the name of a country in any language."""
    found = (places.place(key) for key in places.place_ids())
    words = (spelling(name) for place in found for name in (place.name, *place.names))
    names = (word[0] for word in words if len(word) == 1 and len(word[0]) >= _SHORTEST)
    return frozenset(names) | words_of("vetoes/things/bodies", "countries")


def _is_part(word: str, index: int, words: WordList, reading: Reading) -> bool:
    """Whether *word*, which has the number *index*, is one of *words*, with a capital where there are any."""
    if word not in words:
        return False
    return script_of(word[0]) not in CASED or reading.has_telling_capital(index)
