"""Tells whether letters are the initials of words, and whether words may be another form of a watched name.

Judges words alone; ``acronyms`` knows where they stand. What many organisations have in their names, such as
*international*, makes no two of them alike; those words are in ``initials.yaml``.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.normal import normalise
from wiretext.scripts import script_of
from wiretext.vetoes.context.wordlists import word_list

LONGEST_LINK = 4
"""Letters of a word that may stand in a spelt-out name without a letter in the acronym."""
BEGINNING = 4
"""Letters by which two words may be forms of one."""


def are_initials(words: list[str], letters: str, language: str = "und") -> bool:
    """Whether *letters* are the initials of *words*; the last of them may be inside the last word, a compound."""
    found, links = 0, function_words(language)
    for word in words:
        if found < len(letters) and word[0] == letters[found]:
            found += 1
        elif found == 0 or (len(word) > LONGEST_LINK and word not in links):
            return False
    rest = iter(words[-1][1:])
    return found > 1 and all(letter in rest for letter in letters[found:])


def resemble(words: list[str], entity: Entity, *, by_any: bool = False) -> bool:
    """Whether a long word begins as one of the entity's names does: then it may be a form that is not listed.

    Words that many organisations have in their names tell only if there are no others, or *by_any*.
    """
    common = word_list("vetoes/words/initials", "common")
    telling = [word for word in words if len(word) >= BEGINNING and (by_any or word not in common)]
    named = {word[:BEGINNING] for label in (entity.name, *entity.names) for word in normalise(label).text.split()}
    return any(len(word) >= BEGINNING and word[:BEGINNING] in named for word in telling or words)


def differs_from_namesake(words: list[str], entity: Entity, letters: str) -> bool:
    """Whether one of the entity's names has the same initials as *words*, and no word like one of the long ones."""
    for label in (entity.name, *entity.names):
        own = list(spelling(label))
        if len(own) > 1 and are_initials(own, letters) and script_of(own[0][0]) == script_of(words[0][0]):
            beginnings = {word[:BEGINNING] for word in own}
            return any(len(word) > LONGEST_LINK and word[:BEGINNING] not in beginnings for word in words)
    return False


def skips_one(words: list[str], letters: str) -> bool:
    """Whether *letters* are the initials of the long ones among *words* but one, which is inside."""
    long = [word for word in words if len(word) > LONGEST_LINK - 1 or word[0] in letters]
    initials = "".join(word[0] for word in long)
    return any(initials[:at] + initials[at + 1 :] == letters for at in range(1, len(initials) - 1))


def has_full_form(entity: Entity) -> bool:
    """Whether a name of the entity has several words: else nothing tells which words its letters are short for."""
    return any(len(spelling(label)) > 1 for label in (entity.name, *entity.names))
