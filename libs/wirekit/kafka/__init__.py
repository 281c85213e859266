"""Kafka's client as everything above it needs it: where Kafka is, what to do until it answers, its topics.

::

    connection     Connection: where Kafka is
    security       TLS, and who we are there: a certificate, a password, a token
    tokens         where tokens come from
    reaching       until_answered: a broker that is away is waited for; one that refuses us says why
    denials        Denied: what an access list is against
    endings        known_end: what ends a process and needs no traceback
    records        Record, Outgoing: what is read, what is to be written
    reading        reader: a started consumer without a group; records_until: what it reads up to given ends
    groups         GroupOffsets: how far consumer groups have come
    view           a whole compacted topic in every replica, the watch list for one, or the tail of a topic
    insight        what a consumer knows and has no public word for
    headers        read_any_header_names: what aiokafka would stop at for ever
    admin          TopicAdmin: topics as the topology wants them
"""

from wirekit.kafka.admin import Difference, TopicAdmin
from wirekit.kafka.connection import Connection
from wirekit.kafka.denials import Denied, denied_to
from wirekit.kafka.endings import known_end
from wirekit.kafka.groups import GroupOffsets
from wirekit.kafka.reaching import until_answered
from wirekit.kafka.reading import ends_of, fetch, reader, records_for_ever, records_until, stop_consumer, to_records
from wirekit.kafka.records import Header, Outgoing, Record
from wirekit.kafka.security import Bearer, Scram, Security, tls
from wirekit.kafka.tokens import Tokens
from wirekit.kafka.view import TopicTail, TopicView, WatchlistView

__all__ = [
    "Bearer",
    "Connection",
    "Denied",
    "Difference",
    "GroupOffsets",
    "Header",
    "Outgoing",
    "Record",
    "Scram",
    "Security",
    "Tokens",
    "TopicAdmin",
    "TopicTail",
    "TopicView",
    "WatchlistView",
    "denied_to",
    "ends_of",
    "fetch",
    "known_end",
    "reader",
    "records_for_ever",
    "records_until",
    "stop_consumer",
    "tls",
    "to_records",
    "until_answered",
]
