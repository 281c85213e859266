"""Kafka, as Wirewatch uses it: nothing is acknowledged before its outputs are confirmed, everything is read committed.

A walk through the package, from the values to the machines::

    records        Connection, Record, Outgoing: plain values
    lane           Lane (a partition we own now: epoch, position, watermark) and Batch, under everything below; pure
    cloudevents    encode, decode: a contract to a record and back (CloudEvents 1.0, binary mode)
    dead_letters   what becomes of a record that can never be handled, and when the line stops instead
    publisher      writes and awaits the confirmation
    membership     a seat in a consumer group; reader: reading without one, and what both have in common
    subscription   a group member as a source of batches; low watermarks are committed, also before a revoke
    faust_source   the same source of batches with Faust as the engine; faust_transport is its driver
    pipeline       batch → handle → retry → ordered produce → confirm → acknowledge: every stateless step
    owned          state: the rows of the partitions we own, changed by input and timers, one write at a time
    rows           what a fold sees and changes, and how rows come back from the compacted topic
    tenure         which partitions are ours: fence, restore, committed offset, seek; and the hand-over
    holding        one partition: decide, then write, under one lock
    fenced         rows, outputs and input offset in one transaction, whose id fences a former owner
    view           a whole compacted topic in every replica, or the tail of a topic
    watchlist      the view of the watch list, swapped only at a closed revision
    admin          topics as the topology wants them
    watchdog       ends a process that makes no progress; ``fatal`` is its way out
    observer       what all of them tell whoever measures

A stateless service, and one that remembers::

    async with Publisher(connection) as publisher:
        source = Subscription(connection, Membership("enricher", ("articles.raw",)))   # or FaustSource
        await Pipeline(source, handler, publisher, DeadLetters("enricher")).run()

    await OwnedState(connection, Ownership("alerter", "alerts.candidates", "alerts.state", row_type), fold).run()
"""

from wirekit.streams.admin import Difference, TopicAdmin
from wirekit.streams.cloudevents import Envelope, Event, decode, encode
from wirekit.streams.dead_letters import DeadLetters, Limit, LineStopped
from wirekit.streams.fatal import fatal
from wirekit.streams.faust_source import FaustSource
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.membership import Membership
from wirekit.streams.observer import Fate, Observer
from wirekit.streams.owned import OwnedState
from wirekit.streams.pipeline import Handler, Outcome, Pace, Pipeline
from wirekit.streams.publisher import Publisher, Unconfirmed
from wirekit.streams.reader import reader, to_records
from wirekit.streams.records import Connection, Header, Outgoing, Record
from wirekit.streams.rows import Effects, Fold, OwnedLane, Ownership
from wirekit.streams.subscription import BatchSource, Subscription
from wirekit.streams.view import TopicTail, TopicView
from wirekit.streams.watchdog import Patience, Watchdog
from wirekit.streams.watchlist import WatchlistView

# fmt: off
__all__ = [
    "Batch", "BatchSource", "Connection", "DeadLetters", "Difference", "Effects", "Envelope", "Event", "Fate",
    "FaustSource", "Fold", "Handler", "Header", "Lane", "Limit", "LineStopped", "Membership", "Observer", "Outcome",
    "Outgoing", "OwnedLane", "OwnedState", "Ownership", "Pace", "Patience", "Pipeline", "Publisher", "Record",
    "Subscription", "TopicAdmin", "TopicTail", "TopicView", "Unconfirmed", "Watchdog", "WatchlistView", "decode",
    "encode", "fatal", "reader", "to_records",
]
# fmt: on
