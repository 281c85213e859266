"""Tells a name from what else it is in the language: a visa, an apple, the island, sunset, a council of cricket.

Judges by the words of the sentence, which ``senses`` reads from the tables with the names that are words.
Only where no capital tells them apart, or both have one: without capitals, where a sentence begins, as a German noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wirekit.contracts import Entity
from wiretext.matching.aliases import NOT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, QUOTES_OPEN, SENTENCE_ENDS, Reading
from wiretext.proclitics import ARTICLE
from wiretext.scripts import CASED
from wiretext.tables import words_of
from wiretext.vetoes.context.callings import walks
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS, capitals_prove_nothing
from wiretext.vetoes.context.grammar import APOSTROPHES, SUFFIXING, VERB_FIRST
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.roles import role_before
from wiretext.vetoes.context.wordlists import ProcliticList
from wiretext.vetoes.people.bearers import precedes_family_name
from wiretext.vetoes.words.openings import opens_acting
from wiretext.vetoes.words.senses import Sense, sense_of

_TABLE = "vetoes/words/homonyms"
_REACH, _CLOSE = 24, 10  # characters beside a name in a script without blanks, signs and what tells the word
_NEAR, _CLOSEST, _BESIDE = 8, 4, 1  # words beside one; the last tells more than all others
_TIES, _ELIDED = (" ", "-", '" ', '"-'), (" ", "'", "-", ' "')
_PREPOSITIONS = ("ב", "ל", "מ", "ب", "ل", "ك")  # joined to a name in Hebrew and Arabic
_SENTENCE_END, _LINE_END = re.compile(f"[{SENTENCE_ENDS}]"), re.compile("\n")
_BESIDE_NAME = f" {QUOTES_OPEN}{QUOTES_CLOSE}"
_LATIN_GLOSS = re.compile(r'" ?\([a-z]| ?\([a-z]')
_POSSESSOR, _DUAL = re.compile(r"ال\w{2,}(?<![هي])"), re.compile(r"[يت]\w{2,}ان")  # a verb of which two are the subject
_SURE, _OPEN, _ORDINARY, _UNLIKE = 1, 0, -1, -2  # unlike: ordinary by its form, which says nothing of the others
_FIRMS_BARE = frozenset({"es", "pt", "it", "ca", "gl", "ro", "el", "id", "ms", "tl", "sw"})  # without quotation marks


def ordinary_words(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """Those of *hits* that are words of the language, as the words beside them say, or beside others like them.

    Names of places are most of the words themselves, a river, an island: they have senses of their own.
    """
    hits = tuple(hit for hit in hits if hit.alias.kind != NOT)
    told: dict[int, list[tuple[Hit, int]]] = {}
    senses: dict[Hit, Sense] = {}
    for hit in hits:
        sense = sense_of(hit, entities[hit.alias.entity], reading)
        if sense is not None:
            senses[hit] = sense
    for hit in _read_alike(hits, senses):
        sense = senses.get(hit)
        told.setdefault(hit.alias.entity, []).append((hit, _SURE if sense is None else _told(hit, sense, reading)))
    found: set[Hit] = set()
    for judged in told.values() if senses else ():
        sure = any(told == _SURE for _, told in judged)
        ordinary = any(told == _ORDINARY for _, told in judged)
        for hit, told_of in judged:
            doubted = told_of == _OPEN and not sure
            if told_of <= _ORDINARY or (doubted and _is_like(senses[hit], others=ordinary)):
                found.add(hit)
    return found


def _read_alike(hits: tuple[Hit, ...], senses: dict[Hit, Sense]) -> tuple[Hit, ...]:
    """The *hits*, after those that are read as a case of another name have got the sense that the words there have."""
    there = {(hit.alias.entity, hit.start, hit.end): sense for hit, sense in senses.items()}
    for hit in hits:
        sense = there.get((hit.alias.entity, hit.start, hit.end))
        if sense is not None:
            senses.setdefault(hit, sense)
    return hits


def _is_like(sense: Sense, *, others: bool) -> bool:
    """Whether a name of which nothing tells is the word: always, or where *others* beside it are.

    Of the names of places only such as an article has in one sense alone: *Amman* or *Oman*.
    """
    return sense.common or (others and (sense.alone or not sense.place))


def _told(hit: Hit, sense: Sense, reading: Reading) -> int:
    """Whether the sentence, or else the article, says that the name is meant, or the ordinary word; or nothing."""
    form = reading.text[hit.start : hit.end]
    if form in sense.unlike:
        return _UNLIKE
    if sense.forms and form not in sense.forms:
        return _SURE
    if not sense.proper and (_is_told_by_capital(hit, reading) or _is_told_by_marks(hit, sense, reading)):
        return _SURE
    told = (_told_unspaced if hit.alias.unspaced else _told_by_words)(hit, sense, reading)
    if told != _OPEN:
        return told
    within = sense.within.stands_in(reading.text) if hit.alias.unspaced else _says_so(sense.within, reading)
    return _ORDINARY if within else _OPEN


def _told_by_words(hit: Hit, sense: Sense, reading: Reading) -> int:
    if not sense.place and _has_article(hit, reading):  # the name of a country may have it
        return _ORDINARY
    before, after = (_near(hit, reading, step) for step in (-1, 1))
    verbs = (*after[:1], " ".join(after[:2]), *before[: reading.language in VERB_FIRST])
    followed = any(word in sense.followed for word in verbs)
    if not followed and (_is_next(hit, sense, reading) or (sense.given and _is_given_name(hit, reading))):
        return _ORDINARY
    beside = any(word in sense.signs for word in (*before[:_BESIDE], *after[:_BESIDE]))
    open_to_act = not sense.proper or (sense.place and reading.language in SUFFIXING)
    acting = open_to_act and opens_acting(hit, reading, place=sense.place)
    if followed or beside or acting or _LATIN_GLOSS.match(reading.text, hit.end) or _says_so(sense.article, reading):
        return _SURE
    if sense.construct and _has_possessor(hit, reading):
        return _ORDINARY
    closest = _CLOSEST // 2 if sense.proper and hit.alias.words[0].script in CASED else _CLOSEST
    near = (*before, *after) if sense.far else (*before[:_CLOSEST], *after[:closest])
    if any(word in sense.beside for word in near):
        return _ORDINARY
    return _SURE if any(word in sense.signs for word in (*before, *after)) else _OPEN


def _says_so(article: ProcliticList, reading: Reading) -> bool:
    """Whether a word of the list *article* stands anywhere: the country's capital, a firm's brand, a verb's form."""
    return bool(article) and bool(reading.listed(article))


def _is_next(hit: Hit, sense: Sense, reading: Reading) -> bool:
    """Whether the word right before the name, or the two, or after it, go with the ordinary sense alone."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    before, after = reading.before(first, _ELIDED), reading.after(last, _TIES)
    if reading.text[reading.starts[first] : hit.start].endswith(_PREPOSITIONS):
        before = ""  # *tourists from X* are no *X tourists*
    if sense.place and before not in sense.before and before in words_of(_TABLE, "of"):
        before = reading.before(first - 1, _ELIDED)
    led = before in sense.before and (sense.place or reading.between(last, last + 1) != "-")  # *ein X-Sprecher*
    if led or after in sense.after or reading.word(first) in sense.joined:
        return True
    if f"{reading.before(first - 1)} {before}" in sense.before or f"{after} {reading.after(last + 1)}" in sense.after:
        return True
    return sense.dual and any(_DUAL.fullmatch(word) for word in (before, after))


def _is_given_name(hit: Hit, reading: Reading) -> bool:
    """Whether a family name follows the name, or what somebody privately is stands before it."""
    roles = (walks(kind, reading.language) for kind in ("private", "retired"))
    return precedes_family_name(hit, reading) or any(role_before(hit, reading, kind) >= 0 for kind in roles)


def _told_unspaced(hit: Hit, sense: Sense, reading: Reading) -> int:
    left, right = reading.around(hit.start, hit.end, _REACH)
    ends = _LINE_END if reading.language == "th" else _SENTENCE_END  # พล.อ. is an abbreviation
    before, after = ends.split(left)[-1], ends.split(right)[0]
    if sense.before.ends(before) or sense.after.begins(after):
        return _ORDINARY
    if (
        _LATIN_GLOSS.match(after)
        or sense.signs.ends(before.rstrip(_BESIDE_NAME))
        or sense.signs.begins(after.lstrip(_BESIDE_NAME))
    ):
        return _SURE
    if sense.beside.stands_in(before[-_CLOSE:] + reading.text[hit.start : hit.end] + after[:_CLOSE]):
        return _ORDINARY
    return _SURE if sense.signs.stands_in(before) or sense.signs.stands_in(after) else _OPEN


def _is_told_by_capital(hit: Hit, reading: Reading) -> bool:
    """Whether the name has a capital where a word would have none: not in a title with capitals, nor in German."""
    if hit.alias.words[0].script not in CASED or reading.is_quiet or reading.language in NOUNS_IN_CAPITALS:
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    in_title = reading.is_capital(first - 1) and reading.is_capital(last + 1)
    return not in_title and not capitals_prove_nothing(hit, reading)


def _is_told_by_marks(hit: Hit, sense: Sense, reading: Reading) -> bool:
    """Whether an acronym has all its capitals, or a firm the quotation marks that set it off from the word.

    In Turkish an apostrophe parts a name from its ending, and no other word.
    """
    if reading.language in APOSTROPHES and reading.text.startswith("'", hit.end):
        return True
    if hit.alias.acronym and reading.surface(hit.start, hit.end).isupper():
        return not reading.is_loud(reading.index(hit.start))
    quoted = opens_quotation(hit, reading) and closes_quotation(hit, reading)
    return quoted and not (sense.place or hit.alias.unspaced) and reading.language not in _FIRMS_BARE


def _has_article(hit: Hit, reading: Reading) -> bool:
    """Whether the article is joined to the name, as to no name in Hebrew and Arabic; in Amharic it is *of*, too."""
    article = ARTICLE.get(hit.alias.words[0].script)
    if article is None or reading.language == "am" or not reading.joins_words:
        return False
    return reading.text[reading.starts[reading.index(hit.start)] : hit.start].endswith(article)


def _has_possessor(hit: Hit, reading: Reading) -> bool:
    """Whether a noun with the article follows, as in Arabic no name has one: *the zeal of the pupils*.

    Only behind a particle: behind a verb the noun is the object of what the organisation does.
    """
    if reading.before(reading.index(hit.start)) not in words_of(_TABLE, "particles"):
        return False
    following = reading.after(reading.index(hit.end - 1))
    is_noun = _POSSESSOR.fullmatch(following) is not None and following not in words_of(_TABLE, "no_owners")
    return is_noun and reading.language == "ar"


def _near(hit: Hit, reading: Reading, step: int) -> list[str]:
    """The words of the same sentence on one side of the name, from the nearest on."""
    at = reading.index(hit.start) if step < 0 else reading.index(hit.end - 1)
    found: list[str] = []
    while len(found) < _NEAR and reading.word(at + step):
        if _SENTENCE_END.search(reading.between(min(at, at + step), max(at, at + step))):
            break
        at += step
        found.append(reading.word(at))
    return found
