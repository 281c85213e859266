"""The lock file, the cache and the local repository; downloads are tested in tests/integration/broker."""

import hashlib
import re
import sys
from pathlib import Path

import pytest

from wirekit.broker import BrokerError
from wirekit.broker.jars import LOCK_FILE, JarSource, Lock, LockedJar, ensure_jars, parse_lock, sha256_of

SHA = "0123456789abcdef" * 4
ONE, TWO = b"the first jar", b"the second jar"
LOCK = parse_lock(
    f"org.example:one:1.0 {hashlib.sha256(ONE).hexdigest()}\norg.example:two:2.0 {hashlib.sha256(TWO).hexdigest()}\n"
)


@pytest.fixture
def source(tmp_path: Path) -> JarSource:
    return JarSource(tmp_path / "cache", tmp_path / "m2")


def put_in_local_repository(source: JarSource, one: bytes = ONE, two: bytes = TWO) -> None:
    for name, content in (("one/1.0/one-1.0.jar", one), ("two/2.0/two-2.0.jar", two)):
        path = source.local / "org" / "example" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def contents(lock: Lock, source: JarSource) -> list[bytes]:
    return [path.read_bytes() for path in ensure_jars(lock, source)]


def test_matching_jars_of_the_local_maven_repository_are_used_in_the_order_of_the_lock(source: JarSource) -> None:
    put_in_local_repository(source)

    assert contents(LOCK, source) == [ONE, TWO]


def test_cached_jars_need_no_repository(source: JarSource) -> None:
    put_in_local_repository(source)
    ensure_jars(LOCK, source)

    nowhere = JarSource(source.cache, source.local / "nowhere")
    assert contents(LOCK, nowhere) == [ONE, TWO]


@pytest.mark.parametrize("damaged", [b"", ONE[:-1], ONE + b"x"], ids=["empty", "truncated", "longer"])
def test_only_the_damaged_jar_is_fetched_again(source: JarSource, damaged: bytes) -> None:
    put_in_local_repository(source)
    one, two = ensure_jars(LOCK, source)
    untouched = two.stat().st_mtime_ns
    one.write_bytes(damaged)

    assert contents(LOCK, source) == [ONE, TWO]
    assert two.stat().st_mtime_ns == untouched


def test_nothing_but_jars_stays_in_the_cache(source: JarSource) -> None:
    put_in_local_repository(source)
    one, two = ensure_jars(LOCK, source)

    assert sorted(one.parent.iterdir()) == sorted([one, two, one.parent / "download.lock"])


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")

    with pytest.raises(BrokerError, match=r"the cache .*/cache/.* cannot be used .* set XDG_CACHE_HOME"):
        ensure_jars(LOCK, JarSource(tmp_path / "cache", tmp_path / "m2"))


def test_the_environment_says_where_the_cache_and_the_mirror_are(tmp_path: Path) -> None:
    environ = {"XDG_CACHE_HOME": str(tmp_path), "M2_REPO": "/m2", "WIREWATCH_MAVEN_MIRROR": "mirror.example"}

    expected = JarSource(tmp_path / "wirewatch" / "kafka", Path("/m2"), "mirror.example")
    assert JarSource.from_environment(environ) == expected


def test_without_such_variables_it_is_the_users_own_cache_and_no_mirror() -> None:
    expected = JarSource(Path.home() / ".cache" / "wirewatch" / "kafka", Path.home() / ".m2" / "repository", None)

    assert JarSource.from_environment({"XDG_CACHE_HOME": ""}) == expected


def test_without_the_downloader_the_error_names_the_extra(source: JarSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jgo.maven", None)

    with pytest.raises(BrokerError, match=r"is missing: install wirewatch\[embedded\]"):
        ensure_jars(LOCK, source)


def test_a_line_is_a_coordinate_and_a_hash() -> None:
    lock = parse_lock(f"# Apache Kafka 1.0\n\norg.example:kafka_2.13:1.0 {SHA}\n")

    assert lock.jars == (LockedJar("org.example:kafka_2.13:1.0", SHA),)
    assert lock.jars[0].file_name == "org.example_kafka_2.13_1.0.jar"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"org.example:kafka {SHA}", id="no version"),
        pytest.param("org.example:kafka:1.0", id="no hash"),
        pytest.param(f"org.example:kafka:1.0 {SHA[:-1]}", id="short hash"),
        pytest.param(f"org.example:kafka:1.0 {SHA.upper()}", id="hash in capitals"),
        pytest.param(f"org.example:kafka:1.0 {SHA} more", id="a third word"),
        pytest.param(f"../../etc:kafka:1.0 {SHA}", id="a path upwards"),
        pytest.param(f"org.example:kafka/x:1.0 {SHA}", id="a slash"),
    ],
)
def test_a_line_of_another_form_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(BrokerError, match=r"kafka.lock line 2 "):
        parse_lock(f"# Apache Kafka 1.0\n{line}\n")


def test_a_lock_without_jars_is_refused() -> None:
    with pytest.raises(BrokerError, match="names no jar"):
        parse_lock("# Apache Kafka 1.0\n")


def test_two_locks_never_share_a_fingerprint() -> None:
    one = parse_lock(f"org.example:kafka:1.0 {SHA}")
    other = parse_lock(f"org.example:kafka:1.1 {SHA}")

    assert one.fingerprint != other.fingerprint


def test_the_shipped_lock_names_one_kafka_its_log_binding_and_no_address() -> None:
    text = LOCK_FILE.read_text()
    versions = {jar.coordinate.rsplit(":", 1)[0]: jar.coordinate.rsplit(":", 1)[1] for jar in parse_lock(text).jars}

    kafka = {version for name, version in versions.items() if name.startswith("org.apache.kafka:")}
    assert kafka == {"4.3.1"}
    assert versions["org.apache.logging.log4j:log4j-slf4j-impl"] == versions["org.apache.logging.log4j:log4j-core"]
    assert not re.search(r"//|https?|www\.", text)


def test_the_hash_of_a_file_is_the_one_the_standard_gives(tmp_path: Path) -> None:
    path = tmp_path / "abc"
    path.write_bytes(b"abc")

    # FIPS 180-4, the example of the one-block message.
    assert sha256_of(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
