"""The console: shows alerts with their evidence, deliveries, feeds and the state of the pipeline in a browser.

Reads ``alerts.raised``, ``alerts.suppressed``, ``deliveries.attempted``, ``feeds.state``, ``feeds.events``, and from
``articles.enriched`` the articles that alerts refer to. Writes no topic. Remembers a cache (SQLite), rebuilt from the
topics when it is gone. Never decides what is an alert, and never lets the text of an article act.
"""
