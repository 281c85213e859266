import re
from pathlib import Path

import pytest

from wirekit.broker import BrokerError
from wirekit.broker.lock import LOCK_FILE, LockedJar, parse_lock, sha256_of

SHA = "0123456789abcdef" * 4


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
