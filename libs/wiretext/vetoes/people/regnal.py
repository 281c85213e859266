"""Tells a king from those who had his name before him, by the number behind it: *Kong Frederik IX*, *Pius XI*.

Knows no name.
"""

from __future__ import annotations

import re

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_of
from wiretext.vetoes.context.given_names import is_given

_NUMERAL = re.compile("i{1,3}|i?vi{0,3}|ix|xi{1,3}|xi?vi{0,3}|xix|xxi{0,3}")
_FIRST = "i"  # which is a word of English, and which the first of a name may go without
_ORDINALS = frozenset({"da", "nb", "nn"})  # languages that write *Margrethe 2.*
_ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())  # noqa: SIM905 (read at a glance)


def is_of_another_reign(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a number follows the given name with which a king or a pope is called, and it is not the entity's."""
    if hit.alias.unspaced:
        return False
    number = _number_after(reading, reading.index(hit.end - 1))
    if not number:
        return False
    own = {word for name in (entity.name, *entity.names) for word in spelling(name) if word in _ROMAN}
    called = bool(own) or (number != _FIRST and is_given(hit.alias.words[-1].lemma))
    return number not in own and called


def _number_after(reading: Reading, last: int) -> str:
    """The number behind the word *last* as a Roman numeral in lower case; empty where there is none."""
    word = reading.after(last)
    if not word:
        return ""
    surface = reading.surface(reading.starts[last + 1], reading.ends[last + 1])
    if _NUMERAL.fullmatch(word) and surface.isupper() and not reading.is_loud(last + 1):
        return "" if reading.language == "en" and word == _FIRST else word
    ordinal = reading.language in _ORDINALS and reading.between(last + 1, last + 2).startswith(".")
    if not ordinal or not word.isdigit() or not 0 < int(word) <= len(_ROMAN):
        return ""
    dated = reading.word(last + 2) in words_of("vetoes/people/regnal", "months")
    return "" if dated else _ROMAN[int(word) - 1]
