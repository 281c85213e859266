from __future__ import annotations

from models.tagger.corpora import Sentence
from models.tagger.scoring import score
from tests.unit.wiretext.tagging.models import FixedTagger
from wirekit.contracts import Watchlist
from wiretext import Enricher
from wiretext.tagging import Tag

SENTENCES = [
    Sentence("Anna Berg met Otto Lind .", ((0, 9, "PER"), (14, 23, "PER"))),
    Sentence("They sailed to Oslo .", ((15, 19, "LOC"),)),
]


def test_a_name_counts_only_with_its_exact_range_and_type() -> None:
    found = (Tag(2, 11, "person", 1.0), Tag(16, 20, "person", 1.0), Tag(43, 47, "place", 1.0))

    result = score(Enricher(Watchlist(), tagger=FixedTagger(*found)), SENTENCES, "en")

    assert (dict(result.right), dict(result.wrong), dict(result.missed)) == (
        {"person": 1, "place": 1},
        {"person": 1},
        {"person": 1},
    )
    assert (result.precision, result.recall, result.f1()) == (2 / 3, 2 / 3, 2 / 3)
    assert (result.f1("person"), result.f1("place"), result.f1("organization")) == (0.5, 1.0, None)


def test_where_nothing_is_found_everything_is_missed() -> None:
    result = score(Enricher(Watchlist(), tagger=FixedTagger()), SENTENCES, "en")

    assert (result.f1(), result.precision, result.recall) == (0.0, 0.0, 0.0)
