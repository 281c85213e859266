import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.broker.config import MEBIBYTE, server_properties
from wirekit.broker.options import BrokerOptions, Listener, Seat

ALONE = Seat(1, "a-cluster", {1: 9001})
OF_THREE = Seat(2, "a-cluster", {1: 9001, 2: 9002, 3: 9003})


def java_properties(text: str) -> dict[str, str]:
    """What java.util.Properties.load reads, for one `key=value` a line (the class's documentation)."""
    text.encode("ascii")
    found = {}
    for line in text.splitlines():
        name, _, value = line.partition("=")
        units = re.sub(r"\\u([0-9a-f]{4})|\\(.)", lambda m: chr(int(m[1], 16)) if m[1] else m[2], value.lstrip(" "))
        found[name] = units.encode("utf-16-be", "surrogatepass").decode("utf-16-be")
    return found


def settings_of(seat: Seat, **overrides: str) -> dict[str, str]:
    return java_properties(server_properties(seat, 8792, Path("/data/topics"), BrokerOptions(settings=overrides)))


@pytest.mark.parametrize("seat", [ALONE, OF_THREE], ids=["alone", "of three"])
def test_every_address_is_on_the_loopback(seat: Seat) -> None:
    settings = settings_of(seat)
    named = (value for name, value in settings.items() if name.endswith(("listeners", "voters")))
    hosts = re.findall(r"(?://|@)([^,]*):\d+", ",".join(named))

    assert hosts
    assert set(hosts) == {"127.0.0.1"}


def test_further_listeners_stand_beside_the_plain_one() -> None:
    options = BrokerOptions(listeners=(Listener("MUTUAL", "SSL", 8793), Listener("USERS", "SASL_SSL", 8794)))
    settings = java_properties(server_properties(ALONE, 8792, Path("/data"), options))

    clients = "PLAINTEXT://127.0.0.1:8792,MUTUAL://127.0.0.1:8793,USERS://127.0.0.1:8794"
    assert settings["listeners"] == clients + ",CONTROLLER://127.0.0.1:9001"
    assert settings["advertised.listeners"] == clients
    protocols = "PLAINTEXT:PLAINTEXT,MUTUAL:SSL,USERS:SASL_SSL,CONTROLLER:PLAINTEXT"
    assert settings["listener.security.protocol.map"] == protocols


def test_a_broker_alone_replicates_nothing() -> None:
    settings = settings_of(ALONE)

    replicated = {value for name, value in settings.items() if name.endswith("replication.factor")}
    assert (replicated, settings["min.insync.replicas"]) == ({"1"}, "1")
    assert settings["controller.quorum.voters"] == "1@127.0.0.1:9001"


def test_of_three_brokers_two_must_have_a_record() -> None:
    settings = settings_of(OF_THREE)

    replicated = {value for name, value in settings.items() if name.endswith("replication.factor")}
    assert (replicated, settings["min.insync.replicas"]) == ({"3"}, "2")
    assert settings["transaction.state.log.min.isr"] == "2"
    assert settings["controller.quorum.voters"] == "1@127.0.0.1:9001,2@127.0.0.1:9002,3@127.0.0.1:9003"
    assert settings["listeners"] == "PLAINTEXT://127.0.0.1:8792,CONTROLLER://127.0.0.1:9002"


def test_the_limits_are_those_of_the_design() -> None:
    settings = settings_of(ALONE)

    assert int(settings["message.max.bytes"]) >= 5 * MEBIBYTE
    assert int(settings["replica.fetch.max.bytes"]) >= int(settings["message.max.bytes"])
    assert int(settings["log.segment.bytes"]) > int(settings["message.max.bytes"])
    assert settings["log.retention.bytes"] == str(64 * MEBIBYTE)
    assert settings["auto.create.topics.enable"] == "false"
    assert settings["transaction.abort.timed.out.transaction.cleanup.interval.ms"] == "1000"


def test_an_override_wins() -> None:
    settings = settings_of(ALONE, **{"log.retention.bytes": "1", "unknown.to.us": "yes"})

    assert (settings["log.retention.bytes"], settings["unknown.to.us"]) == ("1", "yes")


def test_a_folder_with_an_umlaut_is_spelt_for_a_latin_1_reader() -> None:
    text = server_properties(ALONE, 8792, Path("/home/jürgen/데이터"), BrokerOptions())

    assert "log.dirs=/home/j\\u00fcrgen/\\ub370\\uc774\\ud130\n" in text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: "\0" not in text))
def test_java_reads_every_value_as_it_was(value: str) -> None:
    assert settings_of(ALONE, key=value)["key"] == value
