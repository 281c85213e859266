"""Kafka, as Wirewatch uses it: nothing is acknowledged before its outputs are confirmed, everything is read committed.

A walk through the package, from the values to the machines; `wirekit.kafka` below it is the client they share::

    lane           Lane (a partition we own now: epoch, position, watermark) and Batch, under everything below; pure
    pace           how many records a batch holds
    cloudevents    encode, decode: a contract to a record and back (CloudEvents 1.0, binary mode)
    dead_letters   what becomes of a record that can never be handled, and when the line stops instead
    publisher      writes and awaits the confirmation; FencedWriter: in one transaction, fencing a former owner
    consumer       Subscription, a group member as a source of batches: low watermarks are committed, also before a
                   revoke
    faust_source   the same source of batches with Faust as the engine; faust_transport is its driver
    pipeline       batch → handle → retry → ordered produce → confirm → acknowledge: every stateless step
    owned          state: the rows of the partitions we own, changed by input and timers, one write at a time
    rows           what a fold sees and changes, and how it comes back from its topic
    tenure         which partitions are ours, from fence and restore to the hand-over, and the writing under one lock:
                   rows, outputs and input offset in one transaction
    observing      what whoever measures is told
    watchdog       ends a process that makes no progress; fatal is its way out

A stateless service, and one that remembers::

    async with Publisher(connection) as publisher:
        source = Subscription(connection, Membership("enricher", ("articles.raw",)))   # or FaustSource
        await Pipeline(source, handler, publisher, DeadLetters("enricher")).run()

    await OwnedState(connection, Ownership("alerter", "alerts.candidates", "alerts.state", row_type), fold).run()
"""

from wirekit.streams.cloudevents import Envelope, Event, decode, encode, source_of
from wirekit.streams.consumer import Membership, Subscription
from wirekit.streams.dead_letters import DeadLetters, LineStopped
from wirekit.streams.faust_source import FaustSource
from wirekit.streams.lane import Batch, Lane
from wirekit.streams.observing import Fate, Observer, Watched
from wirekit.streams.owned import OwnedState
from wirekit.streams.pipeline import BatchSource, Handler, Outcome, Pipeline
from wirekit.streams.publisher import Publisher, Unconfirmed
from wirekit.streams.rows import Effects, Fold, OwnedLane, Ownership, Update
from wirekit.streams.watchdog import Watchdog, fatal

__all__ = [
    "Batch",
    "BatchSource",
    "DeadLetters",
    "Effects",
    "Envelope",
    "Event",
    "Fate",
    "FaustSource",
    "Fold",
    "Handler",
    "Lane",
    "LineStopped",
    "Membership",
    "Observer",
    "Outcome",
    "OwnedLane",
    "OwnedState",
    "Ownership",
    "Pipeline",
    "Publisher",
    "Subscription",
    "Unconfirmed",
    "Update",
    "Watchdog",
    "Watched",
    "decode",
    "encode",
    "fatal",
    "source_of",
]
