"""The alerter: finds the watches that an article concerns, and decides what their owners are told.

Reads ``articles.enriched``, ``watchlist``, ``alerts.candidates`` and ``alerts.state``; writes ``alerts.candidates``,
``alerts.state``, ``alerts.raised`` and ``alerts.suppressed``; remembers one row per watch, on Kafka. Two halves in one
process: the match half remembers nothing, the decide half owns the rows. The decisions themselves are ``wirealert``'s.
Never sends anything to anybody, and never writes the watch list.
"""
