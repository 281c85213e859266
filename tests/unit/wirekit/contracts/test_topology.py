from __future__ import annotations

import pytest
from aiokafka.partitioner import DefaultPartitioner
from hypothesis import given
from hypothesis import strategies as st

from wirekit.contracts import topology


@given(st.binary(max_size=64), st.integers(min_value=1, max_value=64))
def test_a_key_goes_to_the_partition_that_kafkas_own_partitioner_gives_it(key: bytes, partitions: int) -> None:
    numbers = list(range(partitions))

    assert topology.partition_of(key, partitions) == DefaultPartitioner()(key, numbers, numbers)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.news.example/feed", "news.example"),
        ("https://rss.politics.news.co.uk/feed", "news.co.uk"),
        ("http://127.0.0.1:8795/feed.xml", "127.0.0.1"),
        ("http://localhost/feed", "localhost"),
        ("https://NEWS.Example./feed", "news.example"),
    ],
)
def test_feeds_of_one_registrable_domain_share_a_partition(url: str, domain: str) -> None:
    assert topology.registrable_domain(url) == domain
    assert topology.feed_partition(url, 12) == topology.partition_of(domain.encode(), 12)


@pytest.mark.parametrize(
    ("source", "state"),
    [
        (topology.FEEDS_REGISTRY, topology.FEEDS_STATE),
        (topology.ALERTS_CANDIDATES, topology.ALERTS_STATE),
    ],
)
def test_owned_state_has_as_many_partitions_as_its_source(source: topology.Topic, state: topology.Topic) -> None:
    assert source.partitions == state.partitions


def test_every_public_topic_but_the_last_hop_has_a_reader_of_ours() -> None:
    read = {topic for service in topology.SERVICES for topic in service.reads}

    assert {topic.name for topic in topology.TOPICS.values() if topic.public} <= {topic.name for topic in read}


def test_a_dead_letter_topic_takes_larger_records_than_its_source() -> None:
    for topic in topology.SOURCES.values():
        assert topic.dead_letters.max_bytes > topic.max_bytes


def test_a_group_shares_out_topics_that_its_service_reads_and_no_two_groups_share_one() -> None:
    for service in topology.SERVICES:
        assert {topic for group in service.groups for topic in group.topics} <= set(service.reads)
    names = [name for group in topology.GROUPS for name in group.topic_names]

    assert len(names) == len(set(names))
