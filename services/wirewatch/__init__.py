"""Wirewatch, one line a hop.

::

    feeds on the web ──► poller     polls, and publishes what is new           ──► articles.raw
    articles.raw     ──► enricher   adds language, mentions, topics            ──► articles.enriched
    articles.enriched──► alerter    matches watches, decides what is an alert  ──► alerts.raised
    alerts.raised    ──► notifier   sends signed webhooks                      ──► deliveries.attempted
    what they write  ──► console    shows alerts, their evidence, deliveries, feeds

``wirewatch.cli`` is the ``wirewatch`` command; ``wirewatch.demo`` has a feed server, a receiver and sample articles.
"""

__version__ = "0.1.0"
