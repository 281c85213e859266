"""For maintainers: ``python -m wirekit.broker.relock VERSION`` writes kafka.lock for another Kafka.

Data written by a newer Kafka cannot be opened by an older one, so for users the step is one-way.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from wirekit.broker.jars import LOCK_FILE, sha256_of


def lock_text(version: str) -> str:
    """Resolve Kafka's jars for that version and return the text of the lock file; downloads all of them."""
    from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415 - optional: part of the extra `embedded`

    with tempfile.TemporaryDirectory() as staging:
        context = MavenContext(PythonResolver(), Path(staging), timeout=30)
        kafka = context.create_dependency(f"org.apache.kafka:kafka_2.13:{version}")
        # Alone: jgo takes every root for a BOM, and a second one would change the versions of the first.
        roots, others = context.resolver.resolve([kafka])
        jars = [dependency.artifact for dependency in (*roots, *others)]
        log4j = next(jar.version for jar in jars if jar.artifactId == "log4j-core")
        # Not among Kafka's dependencies, and without it Kafka logs nothing.
        jars.append(context.create_dependency(f"org.apache.logging.log4j:log4j-slf4j-impl:{log4j}").artifact)
        lines = sorted(f"{jar.groupId}:{jar.artifactId}:{jar.version} {sha256_of(jar.resolve())}" for jar in jars)
    return f"# Apache Kafka {version}\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    LOCK_FILE.write_text(lock_text(sys.argv[1]))
