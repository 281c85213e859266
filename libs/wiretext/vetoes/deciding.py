"""Decides whether a hit is meant: an ordinary word, a thing named after somebody, and a namesake are no mentions.

What speaks against a hit is read from the article itself and from tables of words; no name is in them. A hit against
which nothing speaks is believed.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from wirekit.contracts import Entity
from wiretext.function_words import function_words
from wiretext.matching.aliases import FULL, NOT, SHORT
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import SENTENCE_ENDS, Reading
from wiretext.vetoes.context.casing import (
    has_its_capitals,
    is_ordinary_word,
    is_written_small,
    may_open_sentence,
)
from wiretext.vetoes.context.given_names import (
    is_family_name,
    is_given_for_letters,
    is_of_person,
)
from wiretext.vetoes.context.grammar import SLAVIC
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.uzbek import whole_words
from wiretext.vetoes.discourse import continued, is_borne, namesakes, resumed, senses_taken
from wiretext.vetoes.people.agreeing import is_of_other_sex
from wiretext.vetoes.people.double_names import is_of_double_name
from wiretext.vetoes.people.families import is_fathers, is_somebody_elses, of_one_family, taken_up
from wiretext.vetoes.people.going_on import goes_on
from wiretext.vetoes.people.longer_names import (
    follows_first_name,
    has_more_names,
    is_of_another_generation,
    is_of_descendant,
    is_of_somebody,
    is_of_wife,
)
from wiretext.vetoes.people.regnal import is_of_another_reign
from wiretext.vetoes.people.syllables import is_syllable, opens_as_country
from wiretext.vetoes.people.uncased import has_other_family_name
from wiretext.vetoes.places.adjectives import is_adjective
from wiretext.vetoes.places.countries import is_no_country
from wiretext.vetoes.places.exonyms import is_called_so_elsewhere
from wiretext.vetoes.places.genders import has_wrong_article
from wiretext.vetoes.places.settlements import has_epithet, is_joined_to_town, is_one_word, is_settlement
from wiretext.vetoes.places.treaties import is_treaty
from wiretext.vetoes.private.vietnamese import is_of_place
from wiretext.vetoes.things.animals import is_animal
from wiretext.vetoes.things.bare_things import has_bare_thing
from wiretext.vetoes.things.bodies import is_of_another_body, is_of_another_country
from wiretext.vetoes.things.christened import is_christened
from wiretext.vetoes.things.compounds import is_compound
from wiretext.vetoes.things.honours import is_called_after_person
from wiretext.vetoes.things.houses import is_house
from wiretext.vetoes.things.kinds import is_kind
from wiretext.vetoes.things.named import is_thing
from wiretext.vetoes.things.titled import is_of_inn, titled
from wiretext.vetoes.things.units import is_unit
from wiretext.vetoes.things.works import is_work
from wiretext.vetoes.words.acronyms import acronyms_of_others
from wiretext.vetoes.words.groups import is_of_members
from wiretext.vetoes.words.homonyms import ordinary_words
from wiretext.vetoes.words.lookalikes import is_lookalike
from wiretext.vetoes.words.openings import is_told_at_opening
from wiretext.vetoes.words.short_names import is_plain_word

_SENTENCE = 300  # characters of a sentence


def credible(hits: Iterable[Hit], entities: tuple[Entity, ...], reading: Reading) -> list[Hit]:
    """The *hits* against which nothing speaks. ``not`` names pass: they speak against others."""
    hits = tuple(hits)
    if not hits:
        return []
    reading = whole_words(reading)
    kept = _meant(hits, entities, reading)
    believed = {hit.alias.entity for hit in kept}
    hits = tuple(hit for hit in hits if hit.alias.entity in believed)
    ordinary = ordinary_words(kept, entities, reading)
    taken = senses_taken(hits, entities, reading)
    others_short = continued(hits, kept, entities, reading)
    things = titled(hits, entities, reading)
    told_before = resumed(hits, entities, reading) | taken_up(hits, entities, reading)
    people = namesakes(hits, entities, reading) | of_one_family(hits, kept, entities, reading)
    others = acronyms_of_others(kept, entities, reading)
    return [
        hit
        for hit in kept
        if hit.alias.kind == NOT
        or not (
            hit.alias.entity in people
            or hit in others_short
            or hit in things
            or hit in told_before
            or hit in ordinary
            or (hit.alias.acronym and hit.alias.entity in others)
            or (is_one_word(hit, reading) and hit.alias.entity in taken)
        )
    ]


def _meant(hits: tuple[Hit, ...], entities: tuple[Entity, ...], reading: Reading) -> list[Hit]:
    """The *hits* that may be meant where they stand."""
    kept: list[Hit] = []
    doubted: list[Hit] = []
    faint: list[Hit] = []  # with a long list nearly all that are heard: what else speaks against them is asked last
    quiet = sorted(hit.start for hit in hits if is_written_small(hit, reading))
    plain = _places_of_plain(hits, entities, reading)
    for hit in hits:
        if hit.inflected and (hit.alias.entity, hit.start, hit.end) in plain:
            continue  # *Украина* is itself, and no case of what another language has for it
        entity = entities[hit.alias.entity]
        if hit.alias.kind == NOT:
            kept.append(hit)
        elif hit.alias.heard and hit.alias.kind == FULL and is_lookalike(hit, entity, reading):
            faint.append(hit)
        elif _may_be_meant(hit, entity, reading, quiet):
            named = is_told_at_opening(hit, entity, reading)
            named = True if named is None and opens_as_country(hit, entity, reading) else named
            ordinary = is_ordinary_word(hit, reading) if named is None else not named
            ordinary = ordinary and not _is_quoted_firm(hit, entity, reading)
            given = is_given_for_letters(hit, reading)
            if given or (ordinary and (named is not None or may_open_sentence(hit, reading))):
                doubted.append(hit)
            elif not ordinary and not is_lookalike(hit, entity, reading):
                kept.append(hit)
            elif not ordinary and hit.alias.kind == FULL:
                doubted.append(hit)
    firm = {hit.alias.entity for hit in kept if hit.alias.kind == FULL}
    again = [hit for hit in faint if hit.alias.entity in firm]
    meant = [hit for hit in again if _may_be_meant(hit, entities[hit.alias.entity], reading, quiet)]
    return [*kept, *(hit for hit in doubted if hit.alias.entity in firm), *meant]


def _places_of_plain(
    hits: tuple[Hit, ...], entities: tuple[Entity, ...], reading: Reading
) -> frozenset[tuple[int, int, int]]:
    """Whose name stands where just as a label has it, but for what only other languages call a place."""
    plain = (hit for hit in hits if not hit.inflected and hit.alias.kind != NOT)
    return frozenset(
        (hit.alias.entity, hit.start, hit.end)
        for hit in plain
        if not is_called_so_elsewhere(hit, entities[hit.alias.entity], reading)
    )


def _is_quoted_firm(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether quotation marks set the name of an organisation off from the word, as in Baltic, Slavic and others."""
    quoted = entity.type == "organization" and reading.language in {"lt", "lv", "hy", "kk", "ky", "mn", *SLAVIC}
    return quoted and opens_quotation(hit, reading) and closes_quotation(hit, reading)


def _may_be_meant(hit: Hit, entity: Entity, reading: Reading, quiet: list[int]) -> bool:
    person = entity.type == "person"
    cased = has_its_capitals(hit, reading, entity.type) or is_of_members(hit, entity, reading)
    return (cased or _is_in_quiet_company(hit, entity, quiet, reading)) and not (
        is_thing(hit, entity, reading)
        or goes_on(hit, entity, reading)
        or is_syllable(hit, entity, reading)
        or is_of_place(hit, entity, reading)
        or (person and is_called_after_person(hit, reading))
        or is_christened(hit, reading)
        or is_kind(hit, entity, reading)
        or is_animal(hit, reading)
        or (person and (is_of_another_generation(hit, entity, reading) or is_of_another_reign(hit, entity, reading)))
        or (person and (is_of_descendant(hit, entity, reading) or is_of_wife(hit, reading)))
        or (person and hit.alias.kind == FULL and _is_of_longer_name(hit, entity, reading))
        or (person and (has_other_family_name(hit, entity, reading) or is_of_other_sex(hit, entity, reading)))
        or (person and hit.alias.kind == SHORT and is_somebody_elses(hit, entity, reading))
        or (person and hit.alias.kind == SHORT and (is_plain_word(hit, reading) or is_joined_to_town(hit, reading)))
        or (entity.type == "organization" and _is_no_organization(hit, entity, reading))
        or (not person and (is_borne(hit, entity, reading) or _is_part_of_thing(hit, entity, reading)))
        or (entity.type == "place" and _is_no_place(hit, entity, reading))
    )


def _is_part_of_thing(hit: Hit, entity: Entity, reading: Reading) -> bool:
    return is_compound(hit, entity, reading) or is_of_inn(hit, reading) or has_bare_thing(hit, reading)


def _is_of_longer_name(hit: Hit, entity: Entity, reading: Reading) -> bool:
    return (
        has_more_names(hit, entity, reading)
        or follows_first_name(hit, entity, reading)
        or is_of_double_name(hit, entity, reading)
        or is_fathers(hit, entity)
    )


def _is_no_place(hit: Hit, entity: Entity, reading: Reading) -> bool:
    return (
        is_of_person(hit, reading)
        or is_no_country(hit, entity, reading)
        or has_wrong_article(hit, entity, reading)
        or is_adjective(hit, reading)
        or is_called_so_elsewhere(hit, entity, reading)
        or has_epithet(hit, entity, reading)
        or is_treaty(hit, entity, reading)
    )


def _is_in_quiet_company(hit: Hit, entity: Entity, quiet: list[int], reading: Reading) -> bool:
    """Whether a name of several words stands in lower case in the sentence too, so that capitals are not to be had."""
    if not quiet or entity.type == "person" or hit.alias.kind != FULL or len(hit.forms) > 1:
        return False
    if reading.text[hit.start : hit.end] in function_words(reading.language):
        return False
    at = bisect.bisect(quiet, hit.start)
    return any(
        abs(other - hit.start) < _SENTENCE
        and not set(SENTENCE_ENDS).intersection(reading.text[min(other, hit.start) : max(other, hit.start)])
        for other in quiet[max(0, at - 1) : at + 1]
    )


def _is_no_organization(hit: Hit, entity: Entity, reading: Reading) -> bool:
    return (
        is_family_name(hit, entity, reading)
        or is_unit(hit, reading)
        or is_settlement(hit, reading)
        or is_of_another_body(hit, reading)
        or is_of_another_country(hit, entity, reading)
        or is_of_somebody(hit, reading)
        or is_house(hit, reading)
        or is_work(hit, entity, reading)
    )
