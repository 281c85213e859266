from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from tests.builders import an_entity
from wirekit.contracts import Entity
from wirewatch.cli.newsroom.listed import Listed, StarterEntity, completed

ITEM: TypeAdapter[Entity | StarterEntity] = TypeAdapter(Listed)


def of_the_pack(**fields: object) -> StarterEntity:
    return StarterEntity.model_validate({"id": "city-geneva", "from": "starter", **fields})


def test_what_says_from_where_it_comes_is_a_reference_and_all_else_is_written_out() -> None:
    assert isinstance(ITEM.validate_python({"id": "city-geneva", "from": "starter"}), StarterEntity)
    assert isinstance(ITEM.validate_python({"id": "ana", "type": "person", "name": "Ana Brodie"}), Entity)


def test_a_reference_alone_is_the_entity_of_the_pack() -> None:
    entity = of_the_pack().entity()

    assert (entity.id, entity.type, entity.name) == ("city-geneva", "place", "Geneva")
    assert of_the_pack().problem() is None


def test_a_name_that_replaces_that_of_the_pack_leaves_it_among_the_others_once() -> None:
    entity = of_the_pack(name="Genève", names=["Geneva", "Genève"]).entity()

    assert entity.name == "Genève"
    assert entity.names[0] == "Geneva"
    assert (entity.names.count("Geneva"), entity.names.count("Genève")) == (1, 0)


def test_short_names_are_added_script_by_script() -> None:
    before, after = (
        of_the_pack().entity().short,
        of_the_pack(short={"Latn": ["GVA", "GVA"], "Thai": ["x"]}).entity().short,
    )

    assert after == {**before, "Latn": (*before.get("Latn", ()), "GVA"), "Thai": ("x",)}


@pytest.mark.parametrize(("wanted", "hint"), [("city-genva", "did you mean city-geneva? "), ("zzz", "")])
def test_an_id_that_the_pack_lacks_is_told_with_the_nearest_if_any_is_near(wanted: str, hint: str) -> None:
    lost = of_the_pack(id=wanted)

    assert lost.problem() == f"{wanted} is not in the starter pack; {hint}`wirewatch entities list` shows what is"
    with pytest.raises(KeyError):
        lost.entity()


KIM = an_entity("Kim Jong Un", names=("Kim of my own",), short={"Latn": ("Kim",)}, **{"not": ("김정은",)})


def test_who_is_in_the_pack_by_type_and_name_has_its_names_beside_ones_own() -> None:
    entity = completed(KIM)

    assert (entity.id, entity.name, entity.names[0]) == ("kim-jong-un", "Kim Jong Un", "Kim of my own")
    assert {"金正恩", "Ким Чен Ын"} <= {*entity.names}
    assert "김정은" not in entity.names  # which the file says is somebody else


def test_a_surname_that_the_pack_has_as_a_full_name_too_is_added_as_a_short_one() -> None:
    entity = completed(an_entity("Sergei Shoigu"))

    assert ("绍伊古" in entity.names, "绍伊古" in entity.short["Hani"]) == (False, True)
    assert "绍伊古" in completed(an_entity("Sergei Shoigu", names=("绍伊古",))).names


@pytest.mark.parametrize(
    "entity",
    [
        an_entity("Kim Jong Un", type="organization"),
        an_entity("Kim Jong Un", wikidata="Q42"),
        an_entity("Ana Brodie"),
    ],
    ids=["another type", "another item", "nobody"],
)
def test_who_is_not_in_the_pack_stays_as_written(entity: Entity) -> None:
    assert completed(entity) == entity


def test_an_item_of_wikidata_is_enough_to_be_known() -> None:
    assert "Kim Jong Un" in completed(an_entity("The Marshal", wikidata="Q56226")).names
