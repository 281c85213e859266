"""Kafka's client as everything above it needs it: where Kafka is, what to do until it answers, its topics.

::

    connection     Connection: where Kafka is
    reaching       until_answered: a broker that is away is waited for
    records        Record, Outgoing: what is read, what is to be written
    reading        a consumer, started; reader: one without a group
    insight        what a consumer knows and has no public word for
    headers        read_any_header_names: what aiokafka would stop at for ever
    admin          TopicAdmin: topics as the topology wants them
"""

from wirekit.kafka.admin import Difference, TopicAdmin
from wirekit.kafka.connection import Connection
from wirekit.kafka.reaching import until_answered
from wirekit.kafka.reading import reader, to_records
from wirekit.kafka.records import Header, Outgoing, Record

__all__ = [
    "Connection",
    "Difference",
    "Header",
    "Outgoing",
    "Record",
    "TopicAdmin",
    "reader",
    "to_records",
    "until_answered",
]
