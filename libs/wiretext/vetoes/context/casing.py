"""Decides by capitals and by common words whether a hit can be a name where it stands. Knows words, no names.

Capitals are evidence, not a rule: a text may do without them, and a headline in capitals proves nothing.
"""

from __future__ import annotations

import re

from wiretext.function_words import function_words
from wiretext.matching.aliases import FULL
from wiretext.matching.endings import endings
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.matching.sound.hearing import is_small
from wiretext.scripts import CASED
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.callings import offices

NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_ARTICLE_LANGUAGES = frozenset({"en", "de", "nl", "fr", "es", "pt", "it", "ca", "hu", "el", "sv", "da", "nb", "nn"})
_SHORTEST_NAME = 3  # letters
_ADJECTIVES = {"hu": frozenset({"i", "ai", "ei"})}  # *spanyolországi* is no ordinary word
_PLURALS = {"tr": ("lar", "ler"), "az": ("lar", "ler"), "uz": ("lar",), "kk": ("лар", "лер"), "ky": ("лар", "лер")}
_FEWEST_LETTERS = 6  # of a name in lower case
_GERMAN_ARTICLES = frozenset({
    "der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "beim", "zum", "vom", "im", "am",
    "ins",
})  # fmt: skip
_CAMEL = re.compile(r"[a-zà-ÿа-яά-ώ][A-ZÀ-ÞА-ЯΆ-Ώ]")
_PHRASE = 3  # words of a name, only the first of which has a capital, that are no chance


def has_its_capitals(hit: Hit, reading: Reading, kind: str) -> bool:
    """Whether the words that have a capital in the label have one here.

    All words may be in lower case, as some write; so may titles, those after the first of an organisation or a place
    (*kind*, as an entity's type), and those before the last of a place: *les îles Galápagos*.
    """
    if not _is_cased(hit) or reading.is_quiet:
        return True
    if _is_numeral_like(hit, reading) or _has_capital_inside(hit, reading):
        return False
    capital = _capitals(hit, reading)
    if not capital:
        return True
    if all(capital) or (kind == "place" and capital[-1]):
        return True
    if capital[0] and kind != "person" and (capital[-1] or reading.language not in NOUNS_IN_CAPITALS):
        return True
    return _is_small_throughout(hit, reading, capital)


def _has_capital_inside(hit: Hit, reading: Reading) -> bool:
    """Whether a name in one word has a capital that no label has, which a comma glosses: *InfoSys, a system*.

    Or a word with a capital goes on: *EuRoPol GAZ*. Else it may be but another way to write the name.
    """
    surface = reading.surface(hit.start, hit.end)
    if len(hit.forms) > 1 or _CAMEL.search(surface) is None:
        return False
    if hit.alias.label.isupper() or _CAMEL.search(hit.alias.label):
        return False
    last = reading.index(hit.end - 1)
    if reading.after(last) and reading.has_telling_capital(last + 1):
        return True
    glosses = (found[1] for found in re.finditer(rf"{re.escape(surface)}, (\w+)", reading.normal.source))
    return any(gloss.islower() and gloss not in function_words(reading.language) for gloss in glosses)


def is_written_small(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* is a full name of several words in a text with capitals, and has none of its own."""
    if hit.alias.kind != FULL or len(hit.forms) == 1 or not _is_cased(hit) or reading.is_quiet:
        return False
    return _is_small_throughout(hit, reading, _capitals(hit, reading))


def _is_small_throughout(hit: Hit, reading: Reading, capital: list[bool]) -> bool:
    """Whether no word of several has the *capital* that it has in the label, as of no inflected name or phrase."""
    several = len(capital) > 1 or len(hit.forms) >= _PHRASE  # *den internationella olympiska kommittén*
    return several and not any(capital) and not hit.inflected and not _may_be_phrase(hit, reading)


def _capitals(hit: Hit, reading: Reading) -> list[bool]:
    """Of each word that has a capital in the label and is no small word or title: whether it has one here.

    Or the word before it in the name has, to which a hyphen ties it: *Kim Jong-un*.
    """
    return [
        _is_capital_here(reading, reading.index(form.start), opens=form is hit.forms[0])
        for form, word in zip(hit.forms, hit.alias.words, strict=True)
        if word.capital
        and not (len(hit.forms) > 1 and (is_small(word.lemma) or word.lemma in offices(reading.language)))
    ]


def _is_capital_here(reading: Reading, index: int, *, opens: bool) -> bool:
    tied = not opens and reading.between(index - 1, index) == "-"
    return reading.is_capital(index) or (tied and reading.is_capital(index - 1))


def _is_numeral_like(hit: Hit, reading: Reading) -> bool:
    """Whether a short name like *Xi* stands in capitals, as only a numeral or an acronym does."""
    if len(hit.forms) > 1 or hit.alias.label.isupper() or hit.end - hit.start > _SHORTEST_NAME:
        return False
    surface = reading.surface(hit.start, hit.end)
    return len(surface) > 1 and surface.isupper() and not reading.is_loud(reading.index(hit.start))


def _may_be_phrase(hit: Hit, reading: Reading) -> bool:
    """Whether words in lower case may be a phrase: few letters, a particle among them, or *a* before them."""
    if reading.before(reading.index(hit.start)) in words_for(reading.language, "function-words", "indefinite"):
        return True
    words = [reading.text[form.start : form.end] for form in hit.forms]
    common = function_words(reading.language) | words_of("function-words", "phrases")
    return sum(map(len, words)) < _FEWEST_LETTERS or any(word in common and not is_small(word) for word in words)


def has_own_capital(index: int, reading: Reading) -> bool:
    """Whether the word *index* has a capital that no beginning of a sentence explains."""
    return reading.is_capital(index) and not reading.starts_sentence(reading.starts[index])


def is_ordinary_word(hit: Hit, reading: Reading) -> bool:
    """Whether a single word is here more likely a word of the language than a name."""
    if len(hit.forms) > 1 or hit.alias.unspaced:
        return False
    common = reading.text[hit.start : hit.end] in function_words(reading.language)
    if not _is_cased(hit) or reading.is_quiet:
        return common or _is_counted(hit, reading)
    if _is_acronym_in_capitals(hit, reading) or _has_inner_capital(hit, reading):
        return False
    if capitals_prove_nothing(hit, reading):
        return common or _stands_in_lower_case(hit, reading)
    if reading.text[hit.start : hit.end] in words_of("function-words", "calendar"):
        before = reading.word(reading.index(hit.start) - 1)
        return before in function_words(reading.language) or before.isdigit()
    return hit.alias.acronym and (common or _is_in_english_title(hit, reading))


def _has_inner_capital(hit: Hit, reading: Reading) -> bool:
    """Whether the name is written as its label is, with a capital inside as no word has: *BiH*, *eBay*."""
    label = hit.alias.label
    mixed = not label.isupper() and any(map(str.isupper, label[1:]))
    return mixed and reading.surface(hit.start, hit.end) == label


def _is_counted(hit: Hit, reading: Reading) -> bool:
    """Whether *one* stands before the word, as before no name."""
    return reading.before(reading.index(hit.start)) in words_of("function-words", "one")


def _is_in_english_title(hit: Hit, reading: Reading) -> bool:
    """Whether a particle of English stands between two capitalised words, as in *The Fools Who Dream*."""
    index = reading.index(hit.start)
    sides = ((index - 1, index - 1), (index, index + 1))
    return reading.text[hit.start : hit.end] in function_words("en") and all(
        reading.between(tie, tie + 1) == " " and reading.is_capital(word) for tie, word in sides
    )


def capitals_prove_nothing(hit: Hit, reading: Reading) -> bool:
    """Whether any word would have a capital there: in a line of capitals, at a beginning, as a German noun."""
    first = reading.index(hit.start)
    after_article = reading.language == "de" and reading.word(first - 1) in _GERMAN_ARTICLES
    return after_article or reading.is_loud(first) or reading.starts_sentence(hit.start)


def may_open_sentence(hit: Hit, reading: Reading) -> bool:
    """Whether *hit* opens a sentence as only a name does: bare, in a language where a noun has an article."""
    return (
        reading.language in _ARTICLE_LANGUAGES
        and not hit.inflected
        and reading.starts_sentence(hit.start)
        and not reading.is_loud(reading.index(hit.start))
        and reading.text[hit.start : hit.end] not in function_words(reading.language)
    )


def _is_cased(hit: Hit) -> bool:
    return hit.alias.words[0].script in CASED


def _is_acronym_in_capitals(hit: Hit, reading: Reading) -> bool:
    is_upper = hit.alias.acronym and reading.surface(hit.start, hit.end).isupper()
    return is_upper and not reading.is_loud(reading.index(hit.start))


def _stands_in_lower_case(hit: Hit, reading: Reading) -> bool:
    """Whether the article uses the same word, in any form, without a capital; in Turkic languages, of many, too."""
    word = hit.alias.words[0]
    adjectives = _ADJECTIVES.get(reading.language, frozenset())
    allowed = ("", *(each for each in endings(reading.language, word.script) if each not in adjectives))
    if any(stem + ending in reading.lower_words for stem in (word.lemma, *word.stems) for ending in allowed):
        return True
    plurals = tuple(word.lemma + plural for plural in _PLURALS.get(reading.language, ()))
    return bool(plurals) and any(other.startswith(plurals) for other in reading.lower_words)
