"""Goes through an article for names of persons and organisations that are spelt there as no label is: hits by sound.

`wiretext.matching.sound.hearing` says what sounds alike. Does not decide who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from wiretext.han import crosses_words
from wiretext.labels import spelling
from wiretext.matching.aliases import FULL, SHORT, Alias, Word
from wiretext.matching.echoes import echoes
from wiretext.matching.endings import endings
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.matcher import Form, Hit
from wiretext.matching.patronymics import inserted
from wiretext.matching.reading import MOST_BEGINNINGS, Reading
from wiretext.matching.sound.ear import Ear
from wiretext.matching.sound.hearing import Heard, Part, is_small, parts_of
from wiretext.matching.sound.listed import Name
from wiretext.scripts import script_of

_PARTING, _PART = re.compile("[· ]"), re.compile("[^· ]+")
_HANGUL = "가"
_SHORTEST_FAMILY = 3  # characters of a transcribed family name that stands alone
_MOST_WORDS = 7  # of a name with its small words; as many again may be left out


def heard(lexicon: Lexicon, reading: Reading, spelt: Iterable[Hit]) -> Iterator[Hit]:
    """The names heard where none is among those *spelt* as in the watch list, and the short names that go with them."""
    spelt = tuple(spelt)
    otherwise = tuple(_spelt_otherwise(lexicon, reading, spelt))
    yield from otherwise
    spelt += otherwise
    full = tuple(_full_names(lexicon, reading, spelt))
    yield from full
    yield from _organizations(lexicon, reading, spelt)
    yield from _transcribed(lexicon, reading, spelt)
    yield from echoes((*spelt, *full), lexicon.entities, reading)


def _full_names(lexicon: Lexicon, reading: Reading, spelt: tuple[Hit, ...]) -> Iterator[Hit]:
    """The names heard where no full name stands among those *spelt*."""
    known = [(hit.start, hit.end) for hit in spelt if hit.alias.kind == FULL and len(hit.forms) > 1]
    taken = {reading.index(at) for start, end in known for at in (start, end - 1)}
    free = (word for word in lexicon.beginnings.among(reading) if word not in taken)
    for index in islice(free, MOST_BEGINNINGS):
        for hit in _begun(lexicon.ear, reading, index):
            if taken.isdisjoint((reading.index(hit.start), reading.index(hit.end - 1))):
                yield hit


def _spelt_otherwise(lexicon: Lexicon, reading: Reading, spelt: tuple[Hit, ...]) -> Iterator[Hit]:
    """The names in scripts of South Asia that have other vowels there, where no full name is among those *spelt*."""
    taken = {reading.index(form.start) for hit in spelt if hit.alias.kind == FULL for form in hit.forms}
    for words, name in lexicon.indic.heard(reading):
        if taken.isdisjoint(words):
            spans = [(reading.starts[at], reading.ends[at]) for at in words]
            yield _heard_at(name.entity, name.label, spans, reading, capital=False, heard=False)


def _organizations(lexicon: Lexicon, reading: Reading, spelt: tuple[Hit, ...]) -> Iterator[Hit]:
    """The names of organisations heard where no name is among those *spelt*."""
    taken = {reading.index(form.start) for hit in spelt for form in hit.forms}
    for words, name in lexicon.organizations.heard(reading):
        if taken.isdisjoint(words):
            spans = [(reading.starts[at], reading.ends[at]) for at in words]
            yield _heard_at(name.entity, name.label, spans, reading, capital=False)


def _transcribed(lexicon: Lexicon, reading: Reading, spelt: tuple[Hit, ...]) -> Iterator[Hit]:
    """The names in katakana, Han characters, Thai and Hangul heard where no full name is among those *spelt*.

    With them go the family names that are spelt as there.
    """
    known = {hit.start for hit in spelt if hit.alias.kind == FULL}
    families: dict[tuple[int, str], Name] = {}
    for names in lexicon.transcribed:
        for start, end, name in names.heard(reading.text):
            if start not in known:
                yield _unspaced(name, FULL, start, end, reading)
                if lexicon.entities[name.entity].short and reading.text[start] < _HANGUL:
                    families.setdefault((name.entity, _PARTING.split(reading.text[start:end])[-1]), name)
    for (_, family), name in families.items():  # once each, however often the full name stands there
        yield from _repeated(name, family, reading)


def _repeated(name: Name, family: str, reading: Reading) -> Iterator[Hit]:
    """The *family* name that the text has in the full *name*, where it stands alone."""
    if len(family) >= _SHORTEST_FAMILY:
        alone = re.compile(f"(?<![·\u30a1-\u30fa]){family}(?![·\u30a1-\u30fa])")
        for found in islice(alone.finditer(reading.text), MOST_BEGINNINGS):
            if not crosses_words(reading.text, found.start(), found.end()):
                yield _unspaced(name, SHORT, found.start(), found.end(), reading)


def _unspaced(name: Name, kind: str, start: int, end: int, reading: Reading) -> Hit:
    if reading.text[start] >= _HANGUL:
        spans = [(start + part.start(), start + part.end()) for part in _PART.finditer(reading.text[start:end])]
        return _heard_at(name.entity, name.label, spans, reading, capital=False)
    parts = _PARTING.split(reading.text[start:end])
    words = tuple(Word(part, (), script_of(part[0]), capital=False) for part in parts)
    alias = Alias(name.entity, kind, name.label, words, len(words) - 1, heard=True)
    return Hit(alias, (Form(start, end, inflected=True),))


def _begun(ear: Ear, reading: Reading, index: int) -> Iterator[Hit]:
    """The names that the words from *index* on are; a short word may be joined to the first."""
    word = reading.word(index)
    begun = ear.begun[word, reading.language]
    if begun is None:
        return
    comma = reading.between(index, index + 1) == ", "
    for run in _runs(reading, index, comma=comma):
        for cut in begun.cuts:
            parts = parts_of([word[cut:], *(reading.word(at) for at in run[1:])])
            for name, found in ear.named(parts, begun.allowed, script_of(word[0])):
                if (name.inverted or not comma) and not (name.spelt and not _is_spelt(name, found, reading, run)):
                    yield _hit(name, found, reading, run)


def _is_spelt(name: Heard, found: list[Part], reading: Reading, run: list[int]) -> bool:
    """Whether the last word of *name* is spelt as the label's, with an ending at most."""
    _, first, last = found[-1]
    label, word = spelling(name.label)[-1], reading.word(run[last])
    allowed = endings(reading.language, script_of(word[0])) | {""}
    return first == last and word.startswith(label) and word[len(label) :] in allowed


def _hit(name: Heard, found: list[Part], reading: Reading, run: list[int]) -> Hit:
    spans = [(reading.starts[run[first]], reading.ends[run[last]]) for _, first, last in found]
    return _heard_at(name.entity, name.label, spans, reading, capital=True)


def _heard_at(
    entity: int, label: str, spans: Sequence[tuple[int, int]], reading: Reading, *, capital: bool, heard: bool = True
) -> Hit:
    """The full name *label* as the text has it at *spans*."""
    words = (reading.text[start:end] for start, end in spans)
    spelling = tuple(Word(word, (), script_of(word[0]), capital=capital) for word in words)
    forms = tuple(Form(start, end, inflected=True) for start, end in spans)
    return Hit(Alias(entity, FULL, label, spelling, 0, heard=heard), forms)


def _runs(reading: Reading, index: int, *, comma: bool) -> Iterator[list[int]]:
    """The words from *index* on that may belong to one name, without patronymics and the like, and with them.

    *TOKAEV* may be a patronymic as well as a family name, where the word after it has a capital too.
    """
    shortened, left_out = _run(reading, index, comma=comma, shorten=True)
    yield shortened
    if left_out:
        yield _run(reading, index, comma=comma, shorten=False)[0]


def _run(reading: Reading, index: int, *, comma: bool, shorten: bool) -> tuple[list[int], int]:
    """The words of a run, and how many were left out of it."""
    run, at, left_out = [index], index, 0
    last = min(index + 2 * _MOST_WORDS, len(reading) - 1)
    while len(run) < _MOST_WORDS and at < last:
        between = reading.between(at, at + 1)
        if not (reading.may_be_one_name(at) or (comma and len(run) == 1 and between == ", ")):
            break
        at += 1
        skipped = inserted(reading, at, 1) if shorten else 0
        if skipped and _name_follows(reading, at + skipped - 1):
            at += skipped - 1
            left_out += skipped
            continue
        if not (reading.may_name[at] or between == "-" or is_small(reading.word(at))):
            break
        run.append(at)
    return run, left_out


def _name_follows(reading: Reading, index: int) -> bool:
    """Whether a patronymic or an initial is not the last word: *Vučića* may be a family name itself."""
    return index + 1 < len(reading) and reading.may_be_one_name(index) and reading.may_name[index + 1]
