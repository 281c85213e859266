"""Hears names of organisations that an article spells as its language does and no label: *Qazprom*, *Гаспромом*.

A name in one word needs five consonants; one in several is heard word by word, in a language that has the same words
(*Mezinárodní agentura*, *Medzinárodná agentúra*), one in two by all its sounds and where both have capitals (*Səudi
Aramko*): it may as well be a phrase. Only in scripts with capitals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from wiretext.labels import spelling
from wiretext.matching.beginning_words import BeginningWords
from wiretext.matching.reading import Reading
from wiretext.matching.sound.hearing import is_like
from wiretext.matching.sound.letters import LONGEST, agree, bones, ending_bones, ending_sounds, is_short, sounds
from wiretext.matching.sound.listed import Name
from wiretext.scripts import CASED, script_of

_FEWEST, _FEWEST_TOGETHER = 5, 9  # consonants of a name in one word, and of one in several
_SMALL = 3  # letters of a word inside a name that may be another in the other language
_LONGEST_ENDING = 4  # sounds
_PAIR = 2  # words of a name that may as well be a phrase
_MOST_WORDS = 8


class Organizations:
    """The names of a watch list's organisations by what their first words sound like.

    Of each of *labels* there is the index of its organisation.
    """

    def __init__(self, labels: Iterable[tuple[int, str]]) -> None:
        found: dict[str, list[Name]] = defaultdict(list)
        for name in (Name(entity, label, spelling(label)) for entity, label in labels):
            if _is_audible(name):
                for stem in {bones(reading) for reading in sounds(name.parts[0])}:
                    found[stem].append(name)
        self._names: Mapping[str, list[Name]] = dict(found)
        self._words = BeginningWords(self._begun, _goes_on)

    def heard(self, reading: Reading) -> Iterator[tuple[range, Name]]:
        """The words of *reading* that sound like a name, by their numbers, and the name."""
        return self._words.heard(reading) if self._names else iter(())

    def _begun(self, asked: tuple[str, str]) -> tuple[Name, ...]:
        """The names that may begin with a word in a text of a language."""
        word, language = asked
        if script_of(word[0]) not in CASED:
            return ()
        allowed = ending_sounds(language, script_of(word[0]))
        stems = {
            whole[:end]
            for whole in map(bones, sounds(word))
            for end in range(max(0, len(whole) - _LONGEST_ENDING), len(whole) + 1)
            if whole[end:] in ending_bones(allowed)
        }
        names = dict.fromkeys(name for stem in stems for name in self._names.get(stem, ()))
        return tuple(name for name in names if _may_be(name.parts[0], word, allowed, of=len(name.parts)))


def _is_audible(name: Name) -> bool:
    """Whether *name* has consonants enough to be heard, and is no acronym."""
    words = name.parts
    if not words or name.label.isupper() or len(words) > _MOST_WORDS or any(len(word) > LONGEST for word in words):
        return False
    if any(script_of(word[0]) not in CASED for word in words):
        return False
    counts = [min((len(bones(reading).lstrip("A")) for reading in sounds(word)), default=0) for word in words]
    return sum(counts) >= (_FEWEST if len(words) <= _PAIR else _FEWEST_TOGETHER)


def _goes_on(words: tuple[str, ...], first: int, reading: Reading) -> bool:
    """Whether the words after *first* sound like the rest of *words*."""
    pair = len(words) == _PAIR
    if pair and not (reading.is_capital(first) and reading.is_capital(first + 1)):
        return False
    for at, wanted in enumerate(words[1:], first + 1):
        word = reading.word(at)
        if not word or reading.between(at - 1, at) not in {" ", "-"} or script_of(word[0]) not in CASED:
            return False
        small = at < first + len(words) - 1 and max(len(wanted), len(word)) <= _SMALL
        if not small and not _may_be(wanted, word, ending_sounds(reading.language, script_of(word[0])), of=len(words)):
            return False
    return True


def _may_be(wanted: str, word: str, allowed: frozenset[str], *, of: int) -> bool:
    """Whether *word* sounds like the word *wanted* of a name *of* so many; a short one of two has like vowels."""
    if is_like(wanted, word, allowed, strict=of <= _PAIR):
        return True
    return of == _PAIR and any(
        is_short(ours) and bones(ours) == bones(theirs) and agree(ours, theirs, strict=True)
        for ours in sounds(wanted)
        for theirs in sounds(word)
    )
