"""Goes through an article for names of persons and organisations that are spelt there as no label is: hits by sound.

`wiretext.matching.sound.hearing` says what sounds alike. Does not decide who is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice

from wiretext.matching.aliases import FULL, Alias, Word
from wiretext.matching.echoes import echoes
from wiretext.matching.lexicon import Lexicon
from wiretext.matching.matcher import Form, Hit
from wiretext.matching.patronymics import inserted
from wiretext.matching.reading import MOST_BEGINNINGS, Reading
from wiretext.matching.sound.ear import Ear
from wiretext.matching.sound.hearing import Heard, Part, is_servant, is_small, parts_of
from wiretext.matching.sound.letters import FAMILIES, ending_sounds
from wiretext.scripts import script_of

_LONGEST_TIE = 3  # characters between two words of a name
_MOST_WORDS = 7  # of a name with its small words; as many again may be left out


def heard(lexicon: Lexicon, reading: Reading, spelt: Iterable[Hit]) -> Iterator[Hit]:
    """The names heard where none is among those *spelt* as in the watch list, and the short names that go with them."""
    spelt = tuple(spelt)
    full = tuple(_full_names(lexicon, reading, spelt))
    yield from full
    yield from _organizations(lexicon, reading, spelt)
    yield from echoes((*spelt, *full), lexicon.entities, reading)


def _full_names(lexicon: Lexicon, reading: Reading, spelt: tuple[Hit, ...]) -> Iterator[Hit]:
    """The names heard where no full name stands among those *spelt*."""
    known = [(hit.start, hit.end) for hit in spelt if hit.alias.kind == FULL and len(hit.forms) > 1]
    taken = {reading.index(at) for start, end in known for at in (start, end - 1)}
    words = compress(range(len(reading.spans) - 1), reading.may_name)
    free = (word for word in words if word not in taken and _begins(lexicon.ear, reading, word))
    for index in islice(free, MOST_BEGINNINGS):
        for hit in _begun(lexicon.ear, reading, index):
            if taken.isdisjoint((reading.index(hit.start), reading.index(hit.end - 1))):
                yield hit


def _organizations(lexicon: Lexicon, reading: Reading, spelt: tuple[Hit, ...]) -> Iterator[Hit]:
    """The names of organisations heard where no name is among those *spelt*."""
    taken = {reading.index(form.start) for hit in spelt for form in hit.forms}
    for words, name in lexicon.organizations.heard(reading):
        if taken.isdisjoint(words):
            yield _heard_at(name.entity, name.label, [reading.spans[at] for at in words], reading, capital=False)


def _begins(ear: Ear, reading: Reading, index: int) -> bool:
    """Whether a name may begin with the word *index*, as far as that and the next tell."""
    return bool(ear.cuts[reading.texts[index], reading.language]) and _goes_on(reading, index)


def _begun(ear: Ear, reading: Reading, index: int) -> Iterator[Hit]:
    """The names that the words from *index* on are; a short word may be joined to the first."""
    word = reading.word(index)
    script = script_of(word[0])
    allowed = ending_sounds(reading.language, script)
    for cut in ear.cuts[word, reading.language] if _may_go_on(ear, reading, index, allowed) else ():
        comma = reading.between(index, index + 1) == ", "
        for run in _runs(reading, index, comma=comma):
            parts = parts_of([word[cut:], *(reading.word(at) for at in run[1:])])
            for name, found in ear.named(parts, allowed, script):
                if name.inverted or not comma:
                    yield _hit(name, found, reading, run)


def _may_go_on(ear: Ear, reading: Reading, index: int, allowed: frozenset[str]) -> bool:
    """Whether the word after *index* may be of a name: asked where no capital tells, as nearly no word is."""
    following = reading.word(index + 1)
    if not following or script_of(following[0]) not in FAMILIES or script_of(reading.word(index)[0]) not in FAMILIES:
        return True
    return is_servant(reading.word(index)) or is_small(following) or ear.continued_by(following, allowed)


def _hit(name: Heard, found: list[Part], reading: Reading, run: list[int]) -> Hit:
    spans = [(reading.spans[run[first]][0], reading.spans[run[last]][1]) for _, first, last in found]
    return _heard_at(name.entity, name.label, spans, reading, capital=True)


def _heard_at(entity: int, label: str, spans: Sequence[tuple[int, int]], reading: Reading, *, capital: bool) -> Hit:
    """The full name *label* as the text has it at *spans*."""
    words = (reading.text[start:end] for start, end in spans)
    spelling = tuple(Word(word, (), script_of(word[0]), capital=capital) for word in words)
    forms = tuple(Form(start, end, inflected=True) for start, end in spans)
    return Hit(Alias(entity, FULL, label, spelling, 0, heard=True), forms)


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
    last = min(index + 2 * _MOST_WORDS, len(reading.spans) - 1)
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
    return index + 1 < len(reading.spans) and reading.may_be_one_name(index) and reading.may_name[index + 1]


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a word follows that a name may go on with."""
    tie = reading.between(index, index + 1)
    return len(tie) <= _LONGEST_TIE and (tie == "-" or reading.may_name[index + 1] or is_small(reading.word(index + 1)))
