import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders import a_raw_article, a_watchlist, an_instant
from wirekit.contracts import EnrichedArticle, RawArticle, topology
from wirekit.errors import InvalidMessage, TemporaryFailure
from wirekit.kafka import Outgoing, Record
from wirekit.runtime.pool import ENVIRONMENT, Failure, Result
from wirekit.streams import Envelope, Outcome, decode, encode
from wirewatch.enricher.child import enrich
from wirewatch.enricher.service import CHUNK_ARTICLES, Enrichment

TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


class _Children:
    """Runs the child's function here; items that hold *poison* fail with *failure*."""

    def __init__(self, poison: bytes | None = None, failure: Failure | None = None) -> None:
        self.chunks: list[int] = []
        self._poison = poison
        self._failure = failure or Failure("timed_out", "no answer within 20 s")

    async def run(self, chunk: Sequence[bytes], context: bytes = b"") -> list[Result]:
        self.chunks.append(len(chunk))
        return [
            self._failure if self._poison is not None and self._poison in item else enrich(item, context)
            for item in chunk
        ]


class _Lists:
    """One watch list in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def borrowed(self) -> Iterator[Path]:
        yield self._path


class _Clock:
    def now(self) -> dt.datetime:
        return an_instant(1)


@pytest.fixture
def lists(tmp_path: Path) -> _Lists:
    path = tmp_path / "3.json"
    path.write_text(a_watchlist().model_dump_json())
    return _Lists(path)


def a_record(article: RawArticle, offset: int = 0) -> Record:
    event = Envelope(id="1", source="/wirewatch/poller", time=an_instant(), traceparent=TRACE)
    written = encode(article, topic=topology.ARTICLES_RAW.name, key=article.article_id, event=event)
    return Record(written.topic, 0, offset, written.key, written.value, written.headers)


def read_back(outcome: Outcome) -> tuple[EnrichedArticle, Envelope, Outgoing]:
    assert not isinstance(outcome, Exception)
    (written,) = outcome
    event = decode(Record(written.topic, 0, 0, written.key, written.value, written.headers), EnrichedArticle)
    return event.data, event.envelope, written


async def test_a_raw_article_comes_out_enriched_under_its_own_key(lists: _Lists) -> None:
    raw = a_raw_article(revision=2)

    (outcome,) = await Enrichment(_Children(), lists, _Clock()).handle([a_record(raw)])

    article, envelope, written = read_back(outcome)
    assert article.enricher.watchlist_revision == 3
    assert {"ana-brodie", "tomas-ilk"} <= {mention.entity_id for mention in article.mentions}
    assert (written.topic, written.key) == ("articles.enriched", raw.article_id.encode())
    assert envelope.id == f"{raw.article_id}:example:2"
    assert envelope.traceparent == TRACE


async def test_an_article_that_hangs_a_child_is_buried_alone(lists: _Lists) -> None:
    records = [a_record(a_raw_article(title=title)) for title in ("Calm", "Poison", "Calm")]

    outcomes = await Enrichment(_Children(b"Poison"), lists, _Clock()).handle(records)

    buried = outcomes[1]
    assert isinstance(buried, InvalidMessage)
    assert buried.reason == "timed_out"
    assert [read_back(outcomes[index])[0].title for index in (0, 2)] == ["Calm", "Calm"]


async def test_an_article_whose_child_met_a_full_disk_is_tried_again_not_buried(lists: _Lists) -> None:
    children = _Children(b"Calm", Failure(ENVIRONMENT, "OSError: No space left on device"))

    (outcome,) = await Enrichment(children, lists, _Clock()).handle([a_record(a_raw_article(title="Calm"))])

    assert isinstance(outcome, TemporaryFailure)


async def test_a_record_that_is_no_article_never_reaches_a_child(lists: _Lists) -> None:
    children = _Children()
    broken = Record(topology.ARTICLES_RAW.name, 0, 0, b"k", b"{", ())

    (outcome,) = await Enrichment(children, lists, _Clock()).handle([broken])

    assert isinstance(outcome, InvalidMessage)
    assert children.chunks == []


async def test_a_batch_is_spread_over_the_children_in_its_order(lists: _Lists) -> None:
    children = _Children()
    records = [a_record(a_raw_article(title=f"Title {number}")) for number in range(CHUNK_ARTICLES + 3)]

    outcomes = await Enrichment(children, lists, _Clock()).handle(records)

    assert children.chunks == [CHUNK_ARTICLES, 3]
    assert [read_back(outcome)[0].title for outcome in outcomes] == [f"Title {n}" for n in range(CHUNK_ARTICLES + 3)]
