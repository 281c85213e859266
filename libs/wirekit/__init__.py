"""What every Wirewatch process needs: contracts, Kafka streams, an embedded broker, a guarded HTTP client, a runtime.

Decides nothing about news: the domain lives in ``wiretext`` and ``wirealert``.
"""
