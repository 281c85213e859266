"""Jars fetched by jgo from a repository that we serve on the loopback."""

import hashlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from wirekit.broker import BrokerError
from wirekit.broker.jars import JarSource, ensure_jars, parse_lock

JAR = b"PK\x03\x04 a jar of our own"
LOCK = parse_lock(f"org.example:one:1.0 {hashlib.sha256(JAR).hexdigest()}\n")


class Silent(SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "served" / "org" / "example" / "one" / "1.0"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def source(repository: Path, tmp_path: Path) -> Iterator[JarSource]:
    handler = partial(Silent, directory=str(repository.parents[3]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield JarSource(tmp_path / "cache", tmp_path / "m2", f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def put(repository: Path, content: bytes) -> None:
    (repository / "one-1.0.jar").write_bytes(content)
    (repository / "one-1.0.jar.sha1").write_text(hashlib.sha1(content).hexdigest())  # noqa: S324  # Maven's own check


def test_a_missing_jar_is_fetched_from_the_mirror(repository: Path, source: JarSource) -> None:
    put(repository, JAR)

    assert [path.read_bytes() for path in ensure_jars(LOCK, source)] == [JAR]


def test_a_jar_with_another_hash_is_refused_and_not_kept(repository: Path, source: JarSource) -> None:
    put(repository, JAR + b"and more")

    with pytest.raises(BrokerError, match=r"org.example:one:1.0 does not have the SHA-256 .*: refused"):
        ensure_jars(LOCK, source)
    assert list(source.folder(LOCK).glob("**/*.jar")) == []


def test_a_mirror_that_lacks_the_jar_is_a_clear_error(source: JarSource) -> None:
    with pytest.raises(BrokerError, match=r"could not download org\.example:one:1\.0 "):
        ensure_jars(LOCK, source)


def test_without_a_network_the_first_start_says_what_it_needs_and_no_address(tmp_path: Path) -> None:
    nobody = JarSource(tmp_path / "cache", tmp_path / "m2", "http://127.0.0.1:9")

    with pytest.raises(BrokerError) as caught:
        ensure_jars(LOCK, nobody)
    message = str(caught.value)
    assert message.startswith("could not download org.example:one:1.0 (")
    assert "check the network and HTTPS_PROXY, or set WIREWATCH_MAVEN_MIRROR" in message
    assert "127.0.0.1" not in message
