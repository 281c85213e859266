"""Adds text, language, zones, mentions, topics and a fingerprint to every article.

Reads ``articles.raw`` and ``watchlist``, writes ``articles.enriched``, remembers nothing. What it finds is decided in
``wiretext``, in child processes: an article that crashes or hangs one is buried alone. Never decides what is an alert.
"""
