"""A woman of a man's family name, or a man of a woman's, by the endings that Slavic languages give to either.

*Jana Novotná* is no case of *Jan Novotný*, nor *Марта Коларова* one of *Марта Колар*. Knows endings, no names; they are
in normal form, where *ná* is ``na``.
"""

from __future__ import annotations

import re

from wirekit.contracts import Entity
from wiretext.labels import first_script, spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.vetoes.context.grammar import DECLINING, SLAVIC

_NAMES = 2  # words of a name of which the last is the family's
# How the family name of a man ends that is an adjective, and what a woman has for it in any case; and the other way.
_OF_MAN = {"Latn": re.compile("[yi]$"), "Cyrl": re.compile("[ыи]й?$")}
_NOT_HIS = {"Latn": re.compile("a|e|ou|i?ej|oj"), "Cyrl": re.compile("а|у|ая|яя|ую|юю|о[йюі]|е[йюі]")}
_OF_WOMAN = {"Latn": re.compile("a$"), "Cyrl": re.compile("ая?$")}
_NOT_HERS = {"Latn": re.compile("i?e(?:ho|mu|go)|ym"), "Cyrl": re.compile("о(?:го|му)|[ыи]й")}
_CONSONANT = re.compile("[^aeiouyаеиіїйоуыэюяєь]$")
# What makes another family name of one, with its cases.
_DERIVED = {
    **dict.fromkeys(("ru", "uk", "be", "bg"), re.compile("[ое]в(?:а|у|о[йюі]|ою|и?ым|им)?")),
    **dict.fromkeys(("cs", "sk"), re.compile("ov(?:a|e|ej|u|ou)")),
}
_IS_DERIVED = re.compile(f".(?:{_DERIVED['ru'].pattern})$")
_MARRYING = frozenset({"cs", "sk"})
"""Languages in which a woman has her family name with an ending, whatever country she is from."""


def is_of_other_sex(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether *hit* has the endings of a namesake of the other sex, or of a family whose name is a longer one."""
    if reading.language not in SLAVIC or not (hit.inflected or hit.alias.heard):
        return False
    script = hit.alias.words[0].script
    forms = [reading.text[form.start : form.end] for form in hit.forms]
    labels = [spelling(label) for label in (entity.name, *entity.names) if first_script(label) == script]
    if any((label[0], label[-1]) == (forms[0], forms[-1]) for label in labels):
        return False
    if hit.alias.heard and not labels:
        return _sounds_as_another(spelling(hit.alias.label), forms, reading.language)
    lemmas = labels if hit.alias.heard else [tuple(word.lemma for word in hit.alias.words)]
    return any(_is_of_another(own, forms, script, reading.language) for own in lemmas if len(own) == len(forms))


def _sounds_as_another(label: tuple[str, ...], forms: list[str], language: str) -> bool:
    """The same where the label is in another script, so that only the ends can be compared: *Kolar*, *Коларова*."""
    if len(label) < _NAMES or len(forms) < _NAMES or not _CONSONANT.search(label[-1]):
        return False
    if language in _DERIVED and not label[-1].endswith(("v", "w", "f")) and _IS_DERIVED.search(forms[-1]):
        return True
    ends = (_CONSONANT.search(label[0]), forms[0].endswith("а"), _CONSONANT.search(forms[-1]))
    return language in DECLINING and all(ends)


def _is_of_another(lemmas: tuple[str, ...], forms: list[str], script: str, language: str) -> bool:
    if _is_of_other_gender(lemmas[-1], forms[-1], script):
        return True
    if len(lemmas) < _NAMES or not _CONSONANT.search(lemmas[-1]):
        return False
    is_changed = forms[0] != lemmas[0] and _CONSONANT.search(lemmas[0]) is not None
    derived = _DERIVED.get(language)
    if derived is not None and _has_ending(forms[-1], lemmas[-1], derived):
        return is_changed or language not in _MARRYING
    return is_changed and language in DECLINING and forms[-1] == lemmas[-1] and forms[0][-1] in "aа"


def _is_of_other_gender(lemma: str, form: str, script: str) -> bool:
    """Whether an adjective in the one gender is a name in the other."""
    return any(
        script in own and (end := own[script].search(lemma)) and _has_ending(form, lemma[: end.start()], others[script])
        for own, others in ((_OF_MAN, _NOT_HIS), (_OF_WOMAN, _NOT_HERS))
    )


def _has_ending(form: str, stem: str, ending: re.Pattern[str]) -> bool:
    return form.startswith(stem) and ending.fullmatch(form, len(stem)) is not None
