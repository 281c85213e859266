"""What an article as a whole says of a name: that somebody or something else bears it there.

A word has mostly one sense in one article (Gale, Church and Yarowsky, One Sense Per Discourse, 1992): where the first
place that tells says that the name is another's, it is so further on.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.matching.aliases import FULL, NOT, SHORT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import Reading
from wiretext.scripts import CASED
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.given_names import (
    has_fathers_name,
    is_addressed,
    is_after_capital,
    is_family_name,
    is_given,
)
from wiretext.vetoes.context.grammar import BY_GIVEN_NAME
from wiretext.vetoes.context.roles import has_role, is_introduced, is_on_stage, is_private
from wiretext.vetoes.people.authors import authors
from wiretext.vetoes.people.bearers import is_of_bearer
from wiretext.vetoes.people.children import is_childs
from wiretext.vetoes.people.families import is_somebody_elses
from wiretext.vetoes.people.forenames import follows_forename, follows_title
from wiretext.vetoes.people.longer_names import (
    is_given_name,
    is_of_somebody,
)
from wiretext.vetoes.people.syllables import is_called_by_name
from wiretext.vetoes.people.uncased import is_of_uncased_bearer
from wiretext.vetoes.places.countries import is_no_country
from wiretext.vetoes.places.settlements import is_town
from wiretext.vetoes.private.glosses import is_glossed_private
from wiretext.vetoes.private.namesakes import is_addressed_privately, is_aged, is_namesake, is_unknown
from wiretext.vetoes.private.pupils import is_at_school
from wiretext.vetoes.private.trades_before import follows_trade
from wiretext.vetoes.private.trades_behind import leads_to_trade
from wiretext.vetoes.private.trades_in_clauses import is_told_in_clause
from wiretext.vetoes.private.vietnamese import is_called_in_vietnamese, is_of_place, private_persons
from wiretext.vetoes.private.works_as import works_as
from wiretext.vetoes.private.young import is_young, is_young_relative
from wiretext.vetoes.things.animals import is_animal, is_called_so
from wiretext.vetoes.things.bands import is_band
from wiretext.vetoes.things.bare_things import has_article_of_its_own, is_resumed, is_told_where
from wiretext.vetoes.things.bodies import is_of_another_body
from wiretext.vetoes.things.christened import is_christened
from wiretext.vetoes.things.houses import is_house
from wiretext.vetoes.things.kinds import is_kind
from wiretext.vetoes.things.named import is_thing
from wiretext.vetoes.things.units import measures
from wiretext.vetoes.things.works import is_work

_SHORT_NAME, _SHORT_SYLLABIC = 7, 2  # letters of a name that many people bear; syllables in East Asia


def senses_taken(hits: tuple[Hit, ...], entities: tuple[Entity, ...], reading: Reading) -> set[int]:
    """The organisations and places whose name in one word is another's, as the first in the text says.

    Or it is a thing's alone. What a title says is told by the text below it.
    """
    title = reading.text.find("\n\n")
    own: dict[int, int] = {}
    others: dict[int, int] = {}
    addressed = {hit.alias.entity for hit in hits if hit.alias.kind != NOT and is_addressed(hit, reading)}
    for hit in hits:
        entity = entities[hit.alias.entity]
        if entity.type == "person":
            continue
        if _is_other(hit, entity, reading) or (hit.alias.entity in addressed and is_after_capital(hit, reading)):
            others[hit.alias.entity] = min(hit.start, others.get(hit.alias.entity, hit.start))
        elif hit.alias.kind != NOT and hit.start > title and not is_thing(hit, entity, reading):
            own[hit.alias.entity] = min(hit.start, own.get(hit.alias.entity, hit.start))
    things = {hit.alias.entity for hit in hits if _is_thing_alone(hit, entities[hit.alias.entity], reading)}
    return {entity for entity, place in others.items() if place <= own.get(entity, place)} | (things - own.keys())


def _is_thing_alone(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a hotel, a street or the like has the name of a place in the text."""
    return entity.type == "place" and hit.alias.kind != NOT and is_thing(hit, entity, reading)


def _is_other(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a person, a unit or a town has the name here, which is no person's on the watch list."""
    if hit.alias.kind == NOT:
        return len(hit.alias.words) > 1 and is_given(hit.alias.words[0].lemma)
    if entity.type == "organization" and (
        is_town(hit, reading)
        or measures(hit, reading)
        or is_of_another_body(hit, reading)
        or is_of_somebody(hit, reading)
        or is_house(hit, reading)
        or is_of_place(hit, entity, reading)
        or is_work(hit, entity, reading)
    ):
        return True
    if is_no_country(hit, entity, reading) or is_christened(hit, reading) or is_kind(hit, entity, reading):
        return True
    return is_animal(hit, reading) or is_borne(hit, entity, reading) or is_family_name(hit, entity, reading)


def is_borne(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether a person, a child or a band has the name of a place or an organisation."""
    return (
        is_given_name(hit, reading)
        or is_called_so(hit, reading)
        or is_band(hit, entity, reading)
        or is_called_by_name(hit, entity, reading)
        or is_called_in_vietnamese(hit, entity, reading)
        or is_of_bearer(hit, entity, reading)
        or is_childs(hit, reading)
        or has_article_of_its_own(hit, entity, reading)
        or is_told_where(hit, entity, reading)
        or follows_title(hit, entity, reading)
        or follows_forename(hit, entity, reading)
        or is_of_uncased_bearer(hit, entity, reading)
    )


def namesakes(hits: tuple[Hit, ...], entities: tuple[Entity, ...], reading: Reading) -> set[int]:
    """The persons whose name somebody else bears here: one in a private walk of life, and nobody in office."""
    kinds = {FULL, SHORT} if reading.language in BY_GIVEN_NAME else {FULL}
    full = [hit for hit in hits if hit.alias.kind in kinds and entities[hit.alias.entity].type == "person"]
    private = {
        hit.alias.entity
        for hit in full
        if is_private(hit, reading)
        or is_glossed_private(hit, entities[hit.alias.entity], reading)
        or is_namesake(hit, reading)
        or is_aged(hit, reading)
        or is_addressed_privately(hit, reading)
        or is_young_relative(hit, reading)
        or (_is_of_many(hit, entities[hit.alias.entity]) and is_on_stage(hit, reading))
    }
    persons = [hit for hit in hits if hit.alias.kind != NOT and entities[hit.alias.entity].type == "person"]
    private |= {hit.alias.entity for hit in persons if hit.alias.kind == SHORT and is_aged(hit, reading)}
    introduced = {hit.alias.entity for hit in full if is_introduced(hit, reading)}
    told = {hit.alias.entity for hit in persons if _is_told(hit, reading)}
    private |= (told | {hit.alias.entity for hit in full if is_unknown(hit, reading)}) - introduced
    public = {hit.alias.entity for hit in full if has_role(hit, reading, offices(reading.language))}
    return ((private | authors(full, reading)) - public) | private_persons(full, reading)


def _is_told(hit: Hit, reading: Reading) -> bool:
    """Whether a phrase or a clause beside the name says that its bearer is young, at school or has a private trade."""
    if hit.alias.unspaced:
        return False
    if is_young(hit, reading) or is_at_school(hit, reading) or works_as(hit, reading):
        return True
    told = hit.alias.kind == FULL and (follows_trade(hit, reading) or leads_to_trade(hit, reading))
    return told or is_told_in_clause(hit, reading)


def continued(hits: tuple[Hit, ...], kept: list[Hit], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """The short names of which a namesake is called: *Mrs Orbán*, where *Anna Orbán* was the last of that name."""
    addressed = [hit for hit in kept if hit.alias.kind == SHORT and is_addressed(hit, reading)]
    named = {hit.alias.entity: [(-1, False)] for hit in addressed if entities[hit.alias.entity].type == "person"}
    for hit in hits if named else ():
        entity = hit.alias.entity
        if entity in named and (hit.alias.kind == FULL or is_somebody_elses(hit, entities[entity], reading)):
            named[entity].append((hit.start, hit.alias.kind == SHORT))
    return {
        hit
        for hit in addressed
        if max(place for place in named.get(hit.alias.entity, [(-1, False)]) if place[0] < hit.start)[1]
    }


def resumed(hits: tuple[Hit, ...], entities: tuple[Entity, ...], reading: Reading) -> set[Hit]:
    """The names of which a thing has been told, with an article before them: *das X*, behind *Hotel X*."""
    candidates = [hit for hit in hits if hit.alias.kind != NOT and is_resumed(hit, reading)]
    told: dict[int, int] = {}
    for hit in hits if candidates else ():
        if hit.alias.kind != NOT and is_thing(hit, entities[hit.alias.entity], reading):
            told[hit.alias.entity] = min(hit.start, told.get(hit.alias.entity, hit.start))
    return {hit for hit in candidates if told.get(hit.alias.entity, hit.start) < hit.start}


def _is_of_many(hit: Hit, entity: Entity) -> bool:
    """Whether many bear the name: it is short, like *Wang Yi*, or made of given names, like *Mustafa Karim*."""
    letters = sum(len(word.lemma) for word in hit.alias.words)
    longest = _SHORT_NAME if hit.alias.words[0].script in CASED else _SHORT_SYLLABIC
    return letters <= longest or has_fathers_name(entity)
