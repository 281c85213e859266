"""Trains and measures the topic model of `wiretext`: ``python -m models.topics``, and with ``--evaluate`` its quality.

Reads the data sets in ``../shared/data/topics``, beside the project, and writes ``libs/wiretext/topics/topics.model``,
from the same data the same bytes. Nothing here is imported by a library or a service.
"""
