"""Tells when the words beside an organisation's name make it the name of another body: *Kataib Hezbollah*.

Judges by the next word on either side, which is in ``bodies.yaml``. Knows no name.
"""

from __future__ import annotations

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED, script_of
from wiretext.vetoes.wordlists import WordList, word_list

_REACH = 12  # characters beside a name in a script without blanks
_DOTS = " ・·"
_TIES = frozenset({" ", "-"})


def is_of_another_body(hit: Hit, reading: Reading) -> bool:
    """Whether a word beside *hit* makes the name of another body of it.

    Brigades before an Arabic name in one word may be its own: *the brigades of Hamas*.
    """
    before, after = (word_list("vetoes/bodies", side) for side in ("before", "after"))
    if hit.alias.unspaced:
        left, right = (side.strip(_DOTS) for side in reading.around(hit.start, hit.end, _REACH))
        return before.ends(left) or after.begins(right)
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    owns = len(hit.forms) == 1 and hit.alias.words[0].script == "Arab"
    return (not owns and _is_part(reading.before(first, _TIES), first - 1, before, reading)) or _is_part(
        reading.after(last, _TIES), last + 1, after, reading
    )


def _is_part(word: str, index: int, words: WordList, reading: Reading) -> bool:
    """Whether *word*, which has the number *index*, is one of *words*, with a capital where there are any."""
    if word not in words:
        return False
    return script_of(word[0]) not in CASED or reading.has_telling_capital(index)
