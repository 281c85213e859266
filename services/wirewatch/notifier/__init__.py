"""Sends alerts to endpoints as signed webhooks, again and again until one is accepted or its schedule is over.

Reads ``alerts.raised`` and ``deliveries.commands``, writes ``deliveries.attempted``, remembers the delivery table (a
SQLite file, or PostgreSQL). Never reads the watch list: an alert names its endpoints. Never sends one alert revision to
one endpoint under two ids.
"""
