"""The poller: asks the registered feeds for news and puts every article on Kafka, once.

Reads ``feeds.registry``, ``feeds.state`` and ``feeds.commands``; writes ``articles.raw``, ``feeds.state`` and
``feeds.events``; remembers nothing outside Kafka. Never judges an article, and never writes the registry.
"""
