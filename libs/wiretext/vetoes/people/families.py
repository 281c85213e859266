"""Tells a family name that stands alone as that of somebody else, whom the article has named in full: *Carlo Berg*.

Knows no name.
"""

from __future__ import annotations

from operator import attrgetter

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.labels import spelling
from wiretext.matching.aliases import FULL, SHORT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.tables import words_of
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.given_names import follows_other_given_name, is_given
from wiretext.vetoes.context.roles import has_role
from wiretext.vetoes.people.longer_names import is_in_longer_name

# Languages in which no noun has a capital, the given name goes first, and no other name stands right behind a subject.
_GIVEN_FIRST = frozenset(
    {"en", "nl", "sv", "da", "nb", "nn", "fr", "es", "it", "pt", "ca", "gl", "ro", "id", "ms", "tl", "sw"}
)

_TWO = 2  # words of a given name and a family name


def is_somebody_elses(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether the words beside a short name make it that of somebody else."""
    return (
        is_in_longer_name(hit, reading)
        or follows_other_given_name(hit, entity, reading)
        or is_anothers_given_name(hit, entity, reading)
    )


def is_anothers_given_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a family name that is a given name, too, has another family name behind it: *Dan X* is not *N. Dan*."""
    if reading.language not in _GIVEN_FIRST or len(hit.forms) > 1 or not is_given(hit.alias.words[0].lemma):
        return False
    last = reading.index(hit.end - 1)
    in_headline = reading.language == "en" and "\n\n" in reading.text[hit.end :] and "\n" not in reading.text[: hit.end]
    if in_headline or not reading.after(last) or not _is_written_as_name(reading, last + 1):
        return False
    own = {word for label in (entity.name, *entity.names) for word in spelling(label)}
    common = function_words(reading.language) | words_of("function-words", "calendar") | own
    return reading.word(last + 1) not in common and reading.word(last + 1) not in offices(reading.language)


def _is_written_as_name(reading: Reading, index: int) -> bool:
    """Whether the word *index* has a capital, in a script with capitals, and none but that."""
    rest = reading.surface(reading.starts[index], reading.ends[index])[1:]
    return reading.has_telling_capital(index) and rest.islower()


def taken_up(hits: tuple[Hit, ...], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """The short names by which somebody is called whose given name they are, up to the full name of the entity."""
    given: set[int] = set()
    named: set[int] = set()
    found: set[Hit] = set()
    for hit in sorted(hits, key=attrgetter("start")):
        entity = hit.alias.entity
        if hit.alias.kind == FULL:
            named.add(entity)
        elif hit.alias.kind == SHORT and entity not in named and entities[entity].type == "person":
            if entity in given:
                found.add(hit)
            elif is_anothers_given_name(hit, entities[entity], reading):
                given.add(entity)
    return found


def is_fathers(hit: Hit, entity: Entity) -> bool:
    """Whether a name that is heard leaves out what its bearer is called: *Yusuf M.* is no *January Yusuf M.*.

    Only where the watch list has him without the middle name, too.
    """
    if not hit.alias.heard or len(hit.forms) != _TWO:
        return False
    given, family = (word.lemma for word in hit.alias.words)
    labels = {spelling(label) for label in (entity.name, *entity.names)}
    return (given, family) not in labels and any(
        len(label) > _TWO and label[1:] == (given, family) and (label[0], family) in labels for label in labels
    )


def of_one_family(hits: tuple[Hit, ...], kept: list[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[int]:
    """The persons of whom the article has the family name alone, behind somebody else's full name, and in no office.

    What a title says is told by the text below it.
    """
    title = reading.text.find("\n\n")
    known = {hit.alias.entity for hit in hits if hit.alias.kind != SHORT or entities[hit.alias.entity].type != "person"}
    bare = [hit for hit in kept if hit.alias.entity not in known]
    known |= {hit.alias.entity for hit in bare if has_role(hit, reading, offices(reading.language))}
    first: dict[int, int] = {}
    for hit in bare:
        if hit.start > title:
            first[hit.alias.entity] = min(hit.start, first.get(hit.alias.entity, hit.start))
    return {
        hit.alias.entity
        for hit in (hits if bare else ())
        if hit.alias.entity not in known
        and title < hit.start < first.get(hit.alias.entity, len(reading.text))
        and is_somebody_elses(hit, entities[hit.alias.entity], reading)
    }
