"""Tells when the word beside a name makes it a longer one: *Новая Гвинея*, *Guinea-Bissau*, *Mali Zvornik*.

The words are in ``compounds.yaml``, with the names that are part of such. Knows no entity.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import table
from wiretext.vetoes.context.wordlists import WordList, as_phrases

_BEFORE, _AFTER = frozenset({" ", "-"}), frozenset({" ", "-", " - "})


@dataclass(frozen=True, slots=True)
class _Longer:
    """What stands before a name and after it in the longer name; *led*: any other word with a capital after it.

    *ahead* is what stands before it with one word between.
    """

    before: WordList
    after: WordList
    ahead: WordList
    led: bool


def is_compound(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the word beside *hit* makes it the name of something else; a label of *entity* may have it, too."""
    if hit.alias.unspaced or reading.is_loud(reading.index(hit.start)):
        return False
    longer = _all().get(" ".join(word.lemma for word in hit.alias.words))
    if longer is None:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    before = reading.before(first, _BEFORE) if reading.is_capital(first - 1) else ""
    after = reading.after(last, _AFTER) if reading.is_capital(last + 1) else ""
    if before in longer.before:
        return not _is_own(before, longer.before, entity)
    if after in longer.after:
        return not _is_own(after, longer.after, entity)
    ahead = reading.before(first - 1, _BEFORE) if reading.between(first - 1, first) == " " else ""
    if ahead in longer.ahead:
        return not _is_own(ahead, longer.ahead, entity)
    return longer.led and after != "" and reading.between(last, last + 1) == " "


def _is_own(word: str, words: WordList, entity: Entity) -> bool:
    """Whether a label of *entity* has *word*, or another of the same *words* that begins as it does."""
    own = {each for label in (entity.name, *entity.names) for each in spelling(label) if each in words}
    return any(each[:3] == word[:3] for each in own)


@cache
def _all() -> dict[str, _Longer]:
    """The longer names by the names, in normal form, that are part of them."""
    found: dict[str, _Longer] = {}
    for entry in table("vetoes/things/compounds"):
        before, after, ahead = (WordList(entry.get(side, "").split()) for side in ("before", "after", "ahead"))
        longer = _Longer(before, after, ahead, entry.get("led", False))
        found |= dict.fromkeys(as_phrases(entry["names"].split()), longer)
    return found
