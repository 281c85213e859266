"""Tells when a name is a part of a longer one: *the baker Harper Lee*, *Kim Yo Jong*, *X müəllim*, *the X-Y process*.

Judges by capitals, and only where nothing else explains the capital beside the name, or by ``longer_names.yaml``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.aliases import SHORT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.matching.sound.letters import VOCAL, sounds
from wiretext.scripts import CASED, script_of
from wiretext.tables import words_for, words_of
from wiretext.vetoes.context.callings import offices, walks
from wiretext.vetoes.context.casing import NOUNS_IN_CAPITALS
from wiretext.vetoes.context.given_names import has_fathers_name, is_given
from wiretext.vetoes.context.grammar import DECLINING, VERB_FIRST, is_definite
from wiretext.vetoes.context.wordlists import WordList, inflected_list, joining, proclitic_list, word_list

_GEORGIAN_FAMILY = re.compile(r"\w{2,}(?:ძე|ძის?|შვილ|shvili|швили|dze$|дзе$)\w{0,4}")
_WIFE = re.compile(r"ne(?:t|nek|vel|hez|tol|rol|re|ert)?")
_WIFES = re.compile(r"\w{3,}ne(?:t|nek|vel|hez|tol|rol|re|ert)?")
_SON_OF = frozenset({"bin", "ben", "ibn", "bint", "бин", "бен", "ибн", "бін", "بن", "ابن", "בן", "빈", "بنت"})
_FATHERS_NAMES = frozenset({"am", "ti"})  # languages in which the second name is the father's
# Languages in which a name that another goes with in a sentence would have an ending.
_CASES_OF_NAMES = frozenset({"az", "kk", "ky", "uz", "tk"})
_ADJECTIVAL = re.compile(r"\w{2,}(?:[sc]k[yi]|[сц]ь?к(?:ий|і))")  # of a man alone: a woman's may be some region's
_SHORTEST_FAMILY = 5  # letters
_LONGEST_PROCLITIC = 2
_LONGEST_INSTITUTION = 3  # words after a name
_TWO_NAMES = frozenset({"es", "pt", "it", "ca", "gl", "fr", "ro"})
_UNCASED = frozenset({"Arab", "Hebr"})  # in which a trade before two given names says that they are one man's
_SHORTEST_STEM = 3  # letters before an ending that makes a family name
_CASE = 3  # sounds of the ending of a case
_PHRASE_ENDS = frozenset('.,;:!?)"\n')
_VOWELS = "aeiou*~^"  # of what a word sounds like
_REACH = 8  # characters after a name in a script without blanks
_SYLLABLE = 4  # letters of a Korean or Chinese syllable in a name that is written apart
_HYPHENATED = 7  # letters of one that is tied to the next by a hyphen


def is_in_longer_name(hit: Hit, reading: Reading) -> bool:
    """Whether the words beside *hit* make it the name of somebody else."""
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if hit.alias.words[0].lemma in _SON_OF and _follows_title_and_name(reading, first):
        return True
    if hit.alias.words[0].script not in CASED:
        return _ends_compound(reading, first) or _is_of_relative(reading, first)
    if reading.is_quiet or reading.is_loud(first):
        return False
    if reading.is_capital(first - 1) and _is_of_relative(reading, first):
        return True
    if len(hit.forms) == 1 and (_precedes_syllables(reading, last) or _begins_institution(reading, last)):
        return True
    return _follows_given_name(reading, first)


def _is_of_relative(reading: Reading, index: int) -> bool:
    """Whether a word for a relative or for a private walk of life and a given name stand before the name."""
    given, noun = reading.before(index), reading.before(index - 1)
    if not noun or len(given) < 2:  # noqa: PLR2004 (initials)
        return False
    if is_definite(noun, reading.language):
        noun = reading.before(index - 2) or noun  # *طبيب الأسنان*
    words = [walks(kind, reading.language) for kind in ("kin", "private", "stage")]
    return given not in offices(reading.language) and any(noun in walk and given not in walk for walk in words)


def is_of_somebody(hit: Hit, reading: Reading) -> bool:
    """Whether *hit*, in one word, ends the name of somebody who is said to act, to bake or the like: *actor X Ford*.

    Only where what he is called has no capital, or every noun has one: else all words of a title may have.
    """
    first = reading.index(hit.start)
    if len(hit.forms) > 1 or hit.alias.acronym or hit.alias.words[0].script not in CASED:
        return False
    if not reading.is_capital(first - 1) or reading.is_loud(first):
        return False
    in_title = reading.is_capital(first - 2) and reading.language not in NOUNS_IN_CAPITALS
    given = reading.before(first)
    kinds = inflected_list("vetoes/context/beside", "kinds", reading.language)
    common = given in function_words(reading.language) or given in kinds
    return not in_title and not common and _is_of_relative(reading, first)


def is_of_wife(hit: Hit, reading: Reading) -> bool:
    """Whether the name has the Hungarian ending of a wife's: *Kovács Péterné* is not Péter Kovács."""
    if reading.language != "hu":
        return False
    last = reading.index(hit.end - 1)
    following = reading.after(last)
    if hit.alias.kind == SHORT and reading.is_capital(last + 1) and _WIFES.fullmatch(following) and is_given(following):
        return True  # *Kovács* is her husband's family name
    ending = hit.forms[-1]
    return any(
        _WIFE.fullmatch(reading.text, ending.start + len(stem), ending.end)
        for stem in (hit.alias.words[-1].lemma, *hit.alias.words[-1].stems)
        if reading.text.startswith(stem, ending.start)
    )


def is_of_another_generation(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside *hit* tell a father or a son of that name: *X Jr.*, *ifj. X*, *Икс-младший*."""
    words = word_list("vetoes/context/titles", "generations")
    if not _is_beside_generation(hit, reading, words):
        return False
    return not any(word in words for label in (entity.name, *entity.names) for word in spelling(label))


def _is_beside_generation(hit: Hit, reading: Reading, words: WordList) -> bool:
    if hit.alias.unspaced:
        return words.begins(reading.around(hit.start, hit.end, _REACH)[1].lstrip(" ·・"))
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if reading.before(first, (" ", ". ")) in words_of("vetoes/context/titles", "elder"):
        return True
    last += reading.after(last) in words_of("vetoes/context/titles", "the")
    if reading.after(last, (" ", "-", ", ")) not in words:
        return False
    goes_on = reading.between(last, last + 1) == ", " and reading.between(last + 1, last + 2) == " "
    return not goes_on and (reading.language != "en" or reading.is_capital(last + 1))  # *X, Senior Adviser*


def has_more_names(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the full name of somebody who has a father's name for a family name goes on: *Mustafa Karim Hassan*.

    Only where a verb parts two names, and where no third one is begun; no label of the entity may go on so.
    """
    if _follows_childs_name(hit, entity, reading):
        return True
    last = reading.index(hit.end - 1)
    following = reading.after(last)
    if following and _ends_with_family_name(hit, last + 1, reading):
        return not any(following in spelling(label) for label in (entity.name, *entity.names))
    if not following or reading.language in VERB_FIRST or not has_fathers_name(entity):
        return False
    at = last + 1
    if following in words_of("matching/particles", "son_of"):
        following, at = reading.after(at), at + 1
    cased = script_of(following[:1]) in CASED if following else False
    named = is_given(following) or following in words_of("vetoes/people/longer_names", "behind_given")
    if not named or (cased and not reading.has_telling_capital(at)):
        return False
    goes_on = cased and reading.is_capital(at + 1) and reading.between(at, at + 1) == " "
    return not goes_on and not any(following in spelling(label) for label in (entity.name, *entity.names))


def follows_first_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether another given name stands before the full name: *Juan Pedro Sánchez Luna* is not *Pedro Sánchez*.

    Only in languages in which two given names are usual and nobody's title is one, and where no label has that name.
    """
    first = reading.index(hit.start)
    given = reading.before(first)
    if hit.alias.words[0].script in _UNCASED and len(hit.forms) > 1 and is_given(given):
        own = any(given in spelling(label) for label in (entity.name, *entity.names))
        return not own and _is_of_relative(reading, first)
    if reading.language not in _TWO_NAMES or len(hit.forms) == 1 or not reading.has_telling_capital(first - 1):
        return False
    if given in words_of("vetoes/context/given", "fathers") or given in function_words(reading.language):
        return False
    if any(given in spelling(label) for label in (entity.name, *entity.names)):
        return False
    return is_given(given) and is_given(hit.alias.words[0].lemma)


def _ends_with_family_name(hit: Hit, index: int, reading: Reading) -> bool:
    """Whether the phrase ends with the capitalised word *index* after given names: *Karel Adam Novák*.

    Or with a family name in the form of an adjective: *Karel Havel Borský*. Only in languages with cases, where that
    word would have one if it were of another phrase.
    """
    more = is_given(hit.alias.words[-1].lemma) or _ADJECTIVAL.fullmatch(reading.word(index)) is not None
    nominative = reading.language in DECLINING and not hit.inflected and more
    return nominative and reading.has_telling_capital(index) and reading.between(index, index + 1)[:1] in _PHRASE_ENDS


def _follows_childs_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a given name stands before the full name where a child has its father's and his father's: *Hana X Y*."""
    first = reading.index(hit.start)
    child = reading.before(first)
    if reading.language not in _FATHERS_NAMES or hit.start != reading.starts[first] or not is_given(child):
        return False
    own = {word for label in (entity.name, *entity.names) for word in spelling(label)}
    return child not in offices(reading.language) and child not in own


def is_of_descendant(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an ending makes another family name of one of the name's words: *Petro Antonenko* is no *Anton Petro*."""
    if len(hit.forms) == 1:
        return False
    ends = {end for form in hit.forms if (end := _descends(reading.text[form.start : form.end]))}
    return any(not _has_ending(end, (entity.name, *entity.names)) for end in ends)


@lru_cache(maxsize=1 << 12)
def _descends(word: str) -> str:
    """The ending of *word* that says whose descendants have the name; empty where there is none."""
    ends = (end for end in words_of("vetoes/context/given", "descendants") if word.endswith(end))
    return max((end for end in ends if len(word) - len(end) >= _SHORTEST_STEM), key=len, default="")


@lru_cache(maxsize=1 << 12)
def _has_ending(end: str, names: tuple[str, ...]) -> bool:
    """Whether a word of *names* has the ending that sounds as *end* does, in another case at most: *-akis*, *-aki*."""
    heard = [sound.rstrip(_VOWELS) for sound in sounds(end)]
    words = (word for name in names for word in spelling(name) if script_of(word[0]) in VOCAL)
    return any(each in sound[-len(each) - _CASE :] for word in words for sound in sounds(word) for each in heard)


def is_given_name(hit: Hit, reading: Reading) -> bool:
    """Whether a word that is no person's name is one here, by a family name or by what only a person is called."""
    if len(hit.forms) > 1 or hit.alias.unspaced or (hit.alias.acronym and _is_upper(hit, reading)):
        return False
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    following = reading.after(last)
    if _GEORGIAN_FAMILY.fullmatch(following) is not None:
        return True
    if hit.inflected or hit.start != reading.starts[first] or hit.end != reading.ends[last]:
        return False
    return (
        following in proclitic_list(reading.language, "vetoes/people/longer_names", "addressed")
        or reading.before(first, (" ", ". ", "/"))
        in words_for(reading.language, "vetoes/people/longer_names", "called")
        or _precedes_family_name(reading, last)
    )


def _is_upper(hit: Hit, reading: Reading) -> bool:
    return reading.surface(hit.start, hit.end).isupper() and not reading.is_loud(reading.index(hit.start))


def _precedes_family_name(reading: Reading, last: int) -> bool:
    """Whether a family name that ends the phrase follows, as it does a given name alone in languages with cases.

    In Amharic a given name, as that of the father.
    """
    family = reading.after(last)
    if reading.language in _FATHERS_NAMES:
        return is_given(family) and family not in offices(reading.language) and not is_given(reading.after(last + 1))
    if reading.language not in _CASES_OF_NAMES or not reading.has_telling_capital(last + 1):
        return False
    families = tuple(words_of("vetoes/people/longer_names", "families", "any"))
    told = len(family) >= _SHORTEST_FAMILY and family.endswith(families)
    eras = word_list("vetoes/people/longer_names", "eras", "any")
    goes_on = reading.is_capital(last + 2) or reading.word(last + 2) in eras
    return told and not goes_on and family not in offices(reading.language)


def _follows_given_name(reading: Reading, index: int) -> bool:
    """Whether a capitalised word before the name has a noun before it that says who he is."""
    if reading.language in NOUNS_IN_CAPITALS:
        return False
    given, noun = reading.before(index), reading.before(index - 1)
    if not reading.is_capital(index - 1) or len(given) < 3 or given in offices(reading.language):  # noqa: PLR2004 (initials, particles)
        return False
    if reading.is_loud(index - 1) or reading.is_capital(index - 2) or not noun.isalpha():
        return False
    return noun in joining(reading.language) or noun not in function_words(reading.language)


def _follows_title_and_name(reading: Reading, index: int) -> bool:
    """Whether a title and one or two words stand before *son of X*: those words are the name of that son."""
    for at in range(index - 1, index - 4, -1):
        if reading.between(at, at + 1) != " ":
            return False
        if reading.word(at) in offices(reading.language):
            return at < index - 1
    return False


def _ends_compound(reading: Reading, index: int) -> bool:
    """Whether a whole word is tied to the name in front: no proclitic, but a word like the *ion* in lithium-ion."""
    return len(reading.before(index, ("-",))) > _LONGEST_PROCLITIC


def _precedes_syllables(reading: Reading, index: int) -> bool:
    """Whether two syllables of a given name follow, as Korean and Chinese names have them."""
    first, second = reading.after(index, (" ", "-")), reading.word(index + 2)
    if not first or not reading.is_capital(index + 1):
        return False
    if reading.between(index + 1, index + 2) == "-":
        return max(len(first), len(second)) <= _HYPHENATED
    apart = reading.between(index + 1, index + 2) == " " and reading.is_capital(index + 2)
    return apart and max(len(first), len(second)) <= _SYLLABLE


def _begins_institution(reading: Reading, index: int) -> bool:
    """Whether capitalised words follow, up to three, of which the last is an institution: *Magyar Nemzeti Bank*."""
    for at in range(index + 1, index + 1 + _LONGEST_INSTITUTION):
        if not reading.is_capital(at) or not (word := reading.after(at - 1)):
            return False
        if word in word_list("vetoes/context/thing_words", "institutions", "any"):
            return True
    return False
