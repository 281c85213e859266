"""Tells when a name may as well be words of the language where it stands: 왕이 is also *the king*, אבי is *my father*.

A full name counts all the same where it stands elsewhere beyond doubt. The words are in ``lookalikes.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.han import is_word, strain
from wiretext.labels import spelling
from wiretext.matching.aliases import FULL, SHORT
from wiretext.matching.compounds import begins_compound
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_CLOSE, Reading
from wiretext.matching.sound.hearing import consonants, parts_of
from wiretext.matching.sound.letters import FAMILIES
from wiretext.matching.sound.transcribed import goes_on, is_transcription
from wiretext.scripts import CASED, script_of
from wiretext.tables import listed, words_of
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.roles import is_introduced
from wiretext.vetoes.context.wordlists import word_list
from wiretext.vetoes.words.initials import are_initials

_CLOSE = 1.0  # log of how much likelier a Chinese name has to be than words that run over its ends
_CLOSE_NATIVE, _NATIVE = 6.5, 3  # for a person's of three characters, each of which may be of a word
_REACH = 20  # characters beside a name
_ADJECTIVE = re.compile(r"ال\w{2,}ي")
_DEFINITE = re.compile(r"[وبلفك]?ال\w{3,}|لل\w{3,}")
# Languages that write acronyms which are spoken as words with one capital: Nato, Otan.
_LOWERED = frozenset({
    "en", "de", "fr", "it", "es", "pt", "ca", "gl", "ro", "nl", "sv", "da", "nb", "nn", "fi", "et", "lv", "lt",
    "is", "sl", "hr", "sr", "bs", "hu", "pl", "cs", "sk", "tr", "az", "id", "ms", "tl", "sw", "vi", "sq", "mt", "ga",
    "eu", "und",
})  # fmt: skip
# Languages in which names have no cases, but a genitive.
_WITHOUT_CASES = frozenset({"de", "nl", "en", "fr", "es", "it", "pt", "ca", "gl"})
_OF_ORGANIZATIONS = frozenset({"", "s"})
_OF_PERSONS = frozenset({"", "s", "es", "ens", "sche", "schen", "scher", "sches", "schem"})
_FEMININE, _FEMININE_FORMS = "ια", ("ια", "ιασ", "ιαν", "ιεσ", "ιων")
_MARKS = "\u030c\u0327\u0326"  # caron, cedilla, comma below
_PAIR, _THREE = 2, 3  # letters of an acronym
_OF_THREE = frozenset({"fr", "es", "it", "pt", "ca", "gl", "ro", "de"})
_CLEAR = 7  # consonants of a name that is no accident of words
_HALF = 2  # characters of a Chinese phrase of four
_FAMILY = 4  # letters of a family name that few bear
_SHORT_HANGUL = 2  # syllables
_UP_TO_OFFICE = 3  # words after a name
_UP_TO_FAINT = 4  # words before a name that is heard: the former prime minister of Britain
_FIRST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 28, 8  # of Hangul: 가, the consonants that may end a syllable, ㄹ
_LENGTHS, _SHORT_LENGTH = frozenset({"Kana", "Thai"}), 4  # scripts of which the normal form has no length; letters
_VOWEL_SIGNS = re.compile("[ー\u0e30-\u0e3a]")
_SHORT_RUN = {"Thai": 5, "Laoo": 5, "Khmr": 5, "Mymr": 5}  # letters up to which a name may be a piece of other words
_UNSPACED = _SHORT_RUN.keys() | {"Kana"}


def is_lookalike(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words of *hit* may be no name, and nothing beside them says that they are one."""
    script = hit.alias.words[0].script
    if script == "Hani":
        return len(hit.alias.words) == 1 and _is_of_han_words(hit, entity, reading)
    if _is_heard(hit, script) and (_is_faint(hit) or _has_function_word(hit, reading)):
        sure = _has_listed_end(hit, entity, reading) or is_introduced(hit, reading, within=_UP_TO_FAINT)
        return not sure or _has_function_word(hit, reading)
    if script in _UNSPACED:
        inside = hit.end - hit.start <= _SHORT_RUN.get(script, 0) and not _stands_apart(hit, script, reading)
        return inside or (entity.type != "person" and _is_of_other_length(hit, reading, script))
    if script == "Hang":
        noun = entity.type != "place" and _may_be_noun_with_particle(hit, reading)
        noun = noun or (entity.type == "person" and _may_be_noun_before_noun(hit, reading))
        noun = noun and not is_introduced(hit, reading)
        return noun or _is_particle(hit, reading) or _is_street(hit, reading)
    if hit.alias.acronym and (_gains_marks(hit, reading) or not _may_be_lowered(hit, entity, reading)):
        return not _is_in_capitals(hit, reading)
    other = _is_adjective(hit, reading) or _is_of_other_gender(hit, reading) or _is_derived(hit, entity, reading)
    return other or (_begins_with_kin(hit, entity, reading) and not is_introduced(hit, reading))


def _is_of_other_length(hit: Hit, reading: Reading, script: str) -> bool:
    """Whether a vowel of a short name is long in the label and not in the text, or the other way: マリー is no マリ."""
    if script not in _LENGTHS or hit.end - hit.start > _SHORT_LENGTH:
        return False
    return _lengths(reading.surface(hit.start, hit.end)) != _lengths(hit.alias.label)


def _lengths(name: str) -> tuple[str, bool]:
    """The long marks and Thai vowel signs of *name*, and whether it ends with one."""
    name = unicodedata.normalize("NFKC", name)
    return "".join(_VOWEL_SIGNS.findall(name)), _VOWEL_SIGNS.match(name[-1:]) is not None


def _is_of_han_words(hit: Hit, entity: Entity, reading: Reading) -> bool:
    strained = strain(reading.text, hit.start, hit.end) < _close(hit, entity)
    beside = strained or _is_cut(hit, reading) or _is_of_words(hit, reading)
    return beside or _is_nickname(hit, entity, reading) or _is_of_phrase(hit, entity, reading)


def _is_of_words(hit: Hit, reading: Reading) -> bool:
    """Whether a short name begins with a country's character (訪韓首相), or each end is half of a word (称赞比亚军)."""
    text, start, end = reading.text, hit.start, hit.end
    bound, countries = (listed("vetoes/words/lookalikes", key)[0] for key in ("bound", "countries"))
    within = start > 0 and end - start == _NATIVE
    across = within and is_word(text[start - 1 : start + 1]) and is_word(text[end - 1 : end + 1])
    return across or (hit.alias.kind == SHORT and text[start] in countries and start > 0 and text[start - 1] in bound)


def _close(hit: Hit, entity: Entity) -> float:
    name = hit.alias.words[0].lemma
    native = entity.type == "person" and len(name) == _NATIVE and not is_transcription(name)
    return _CLOSE_NATIVE if native else _CLOSE


def _is_nickname(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether 小 before a person's full name makes a nickname of its family name: 小蔡英文 is *Cai's English*."""
    native = entity.type == "person" and hit.alias.kind == FULL and hit.end - hit.start <= _NATIVE
    return native and _young().search(reading.text, max(0, hit.start - 2), hit.start) is not None


@cache
def _young() -> re.Pattern[str]:
    return re.compile(rf"(?<![{listed('vetoes/words/lookalikes', 'with_little')[0]}])小$")


def _is_of_phrase(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a firm's name of two characters is half of a phrase of four, and the rest says of no firm: 通力合作."""
    if entity.type != "organization" or hit.end - hit.start != _HALF:
        return False
    text, firms = reading.text, words_of("vetoes/words/lookalikes", "of_firms")
    behind, before = text[hit.end : hit.end + _HALF], text[max(0, hit.start - _HALF) : hit.start]
    name = text[hit.start : hit.end]
    led = len(before) == _HALF and is_word(before + name)
    return (is_word(name + behind) and len(behind) == _HALF and behind not in firms) or (led and before not in firms)


def _is_cut(hit: Hit, reading: Reading) -> bool:
    """Whether a transcribed name has one more syllable: 雷诺瓦 is another's name than 雷诺."""
    text = reading.text
    return not hit.alias.heard and is_transcription(text[hit.start : hit.end]) and goes_on(text, hit.end)


def _is_heard(hit: Hit, script: str) -> bool:
    """Whether a full name was only heard, in a script that leaves vowels out."""
    return hit.alias.heard and hit.alias.kind == FULL and script in FAMILIES


def _is_faint(hit: Hit) -> bool:
    """Whether a name has few consonants to be heard by."""
    return sum(map(consonants, parts_of(list(spelling(hit.alias.label))))) < _CLEAR


def _has_listed_end(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the last word is spelt as that of a label, so that only what stands before it was heard."""
    last = reading.text[hit.forms[-1].start : hit.end]
    return len(last) >= _FAMILY and any(spelling(label)[-1:] == (last,) for label in (entity.name, *entity.names))


def _has_function_word(hit: Hit, reading: Reading) -> bool:
    common = function_words(reading.language)
    return any(not common.isdisjoint(reading.text[form.start : form.end].split()) for form in hit.forms)


def _may_be_lowered(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the language writes the acronym with one capital too: one of two letters in Italian alone (*Ue*).

    One of three letters where those that are spoken as words are so written as a rule (*Onu*, *Uno*), if they are the
    first letters of the full form there: *Ilo* is no *Organización Internacional del Trabajo*.
    """
    letters, language = hit.alias.words[0].lemma, reading.language
    if len(letters) > _THREE or language not in _LOWERED:
        return language in _LOWERED
    small = function_words(language)
    labels = (list(spelling(label)) for label in (entity.name, *entity.names))
    own = [words for words in labels if not small.isdisjoint(words[1:-1])]
    spelt = not own or any(are_initials(words, letters, language) for words in own)
    return spelt and language in (_OF_THREE if len(letters) > _PAIR else {"it"})


def _is_in_capitals(hit: Hit, reading: Reading) -> bool:
    surface = reading.surface(hit.start, hit.end)
    capitals = sum(map(str.isupper, surface))
    letters = sum(map(str.isalpha, hit.alias.words[0].lemma))  # of *M23* there is but one
    return script_of(hit.alias.words[0].lemma[0]) not in CASED or capitals >= min(2, letters)


def _gains_marks(hit: Hit, reading: Reading) -> bool:
    """Whether a letter has a caron or a cedilla that the acronym has not: *Naši* is no form of *NASA*."""
    surface = unicodedata.normalize("NFD", reading.surface(hit.start, hit.end))
    return any(mark in surface and mark not in unicodedata.normalize("NFD", hit.alias.label) for mark in _MARKS)


def _is_adjective(hit: Hit, reading: Reading) -> bool:
    """Whether an Arabic short name like *the Sudanese* follows a definite noun, or a Persian ending makes one."""
    if _is_persian_adjective(hit, reading):
        return True
    first = reading.index(hit.start)
    if hit.alias.kind != SHORT or not _ADJECTIVE.fullmatch(reading.word(first)):
        return False
    return _DEFINITE.fullmatch(reading.before(first)) is not None and not is_introduced(hit, reading)


def _is_of_other_gender(hit: Hit, reading: Reading) -> bool:
    """Whether a Greek country ends as a man's name, or as those who live there: Γεώργης is no form of Γεωργία."""
    if reading.language != "el" or len(hit.forms) > 1 or not hit.alias.words[0].lemma.endswith(_FEMININE):
        return False
    return not reading.text.endswith(_FEMININE_FORMS, hit.start, hit.end)


def _is_derived(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a name has an ending where names have but an *s*: *Amazone*, *Amazonen*, *Robert Habecker*.

    Of organisations that is told of names in one word.
    """
    if entity.type == "place" or hit.alias.heard or reading.language not in _WITHOUT_CASES:
        return False
    if entity.type == "organization" and len(hit.alias.words) > 1:
        return False
    lemma, last = hit.alias.words[-1].lemma, hit.forms[-1]
    text = reading.text[last.start : last.end]
    allowed = _OF_ORGANIZATIONS if entity.type == "organization" else _OF_PERSONS
    derived = text.startswith(lemma) and text.removeprefix(lemma) not in allowed
    return derived and not begins_compound(hit.alias, text, reading.language)


def _is_persian_adjective(hit: Hit, reading: Reading) -> bool:
    """Whether a Persian ending makes an adjective or a noun of its own of a name that ends in a consonant: حماسی."""
    lemma, text = hit.alias.words[-1].lemma, reading.text[hit.start : hit.end]
    return reading.language in {"fa", "ps"} and len(hit.forms) == 1 and lemma[-1] not in "اويه" and text == f"{lemma}ي"


def _may_be_noun_with_particle(hit: Hit, reading: Reading) -> bool:
    """Whether a Korean name of two syllables ends like a particle, and has none after it."""
    end = reading.ends[reading.index(hit.start)]
    name = reading.text[hit.start : hit.end]
    return (
        len(name) == _SHORT_HANGUL and end == hit.end and name[-1] in words_of("vetoes/words/lookalikes", "particles")
    )


def _may_be_noun_before_noun(hit: Hit, reading: Reading) -> bool:
    """Whether a full Korean name of two syllables has no particle and another word after it: 한정 수량."""
    last = reading.index(hit.start)
    whole = reading.starts[last] == hit.start and reading.ends[last] == hit.end
    short = hit.alias.kind == FULL and len(hit.forms) == 1 and hit.end - hit.start == _SHORT_HANGUL
    if not whole or not short or script_of(reading.after(last)[:1] or " ") != "Hang":
        return False
    ahead = range(last + 1, min(last + 1 + _UP_TO_OFFICE, len(reading)))
    # 국가부주석: it is part of a longer word.
    return not any(offices(reading.language).stands_in(reading.word(at)) for at in ahead)


def _is_particle(hit: Hit, reading: Reading) -> bool:
    """Whether a Korean name is the particle behind a word in quotation marks: '사랑'이란."""
    closing = reading.text[max(0, hit.start - 2) : hit.start]
    quoted = len(closing) == 2 and closing[1] in QUOTES_CLOSE and not closing[0].isspace()  # noqa: PLR2004 (and a letter)
    return quoted and reading.text[hit.start : hit.end] in words_of("vetoes/words/lookalikes", "quoted")


def _is_street(hit: Hit, reading: Reading) -> bool:
    """Whether 로 behind a Korean name is no particle but a street: behind a consonant the particle is 으로.

    Behind a vowel what stands after it tells: a length, a stretch.
    """
    last = reading.index(hit.end - 1)
    if reading.text[hit.end : reading.ends[last]] not in words_of("vetoes/words/lookalikes", "streets"):
        return False
    name = reading.surface(hit.start, hit.end)
    final = (ord(name[-1]) - _FIRST_SYLLABLE) % _FINALS if "가" <= name[-1] <= "힣" else 0
    following = reading.word(last + 1)
    return (
        final not in {0, _RIEUL}
        or following[:1].isdigit()
        or following in word_list("vetoes/words/lookalikes", "along")
    )


def _begins_with_kin(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a name in several words begins with a word like *my father*, and is not spelt just as a label is."""
    if entity.type != "person" or len(hit.forms) == 1:
        return False
    if hit.alias.words[0].lemma not in words_of("vetoes/words/lookalikes", "kin"):
        return False
    return unicodedata.normalize("NFC", reading.surface(hit.start, hit.end)) not in {entity.name, *entity.names}


def _stands_apart(hit: Hit, script: str, reading: Reading) -> bool:
    """Whether a run of letters begins or ends beside the name, or a word that often stands before or after names."""
    before, after = reading.around(hit.start, hit.end, _REACH)
    if not before or not after or script_of(before[-1]) != script or script_of(after[0]) != script:
        return True
    leads, follows = word_list("vetoes/words/lookalikes", "leads"), word_list("vetoes/context/beside", "follows")
    return leads.ends(before) or follows.begins(after)
