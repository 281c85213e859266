"""Enriched articles and watches in, decisions out. Pure and usable alone: no Kafka, no clock, no randomness.

::

    watches     the watch list, ready for look-up
    counting    which mentions count
    scopes      how close together they stand            } matching: article + watches -> candidates
    tokens      in what distances between names are counted
    evidence    the sentences that prove it
    filters     what a watch leaves out                  }
    digests     by what a row knows articles and wordings again
    similarity  which wordings are near-duplicates
    story       the articles that tell the same          } decide, retract: row + candidate -> row + decisions
    crowding    what a watch with too many stories gives up
    row         what the owner of a watch remembers      }
    raising     puts decisions on record and into words
    reasons     the code of every decision
    explain     why, and why not, in words
"""

from wirealert.counting import counted
from wirealert.decide import decide
from wirealert.explain import Explanation, explain
from wirealert.matching import correction, firing, match
from wirealert.raising import Decision
from wirealert.reasons import REASONS
from wirealert.retract import holds, retract
from wirealert.row import WatchRow
from wirealert.watches import Watches

__all__ = [
    "REASONS",
    "Decision",
    "Explanation",
    "WatchRow",
    "Watches",
    "correction",
    "counted",
    "decide",
    "explain",
    "firing",
    "holds",
    "match",
    "retract",
]
