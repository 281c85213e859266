"""Ports that are chosen before anything listens on them."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from wirekit.broker import free_port, is_free, wire

EVERYTHING = "1024\t65535"


def test_no_outgoing_connection_can_be_given_a_port_that_was_chosen_for_a_server() -> None:
    first, last = map(int, Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split())
    chosen = {free_port() for _ in range(200)}
    assert not [port for port in chosen if first <= port <= last]


def test_a_port_on_which_a_server_listens_is_not_chosen() -> None:
    with socket.create_server(("127.0.0.1", free_port())) as server:
        assert not is_free(server.getsockname()[1])


def test_where_every_port_may_be_a_clients_one_is_chosen_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = tmp_path / "ip_local_port_range"
    setting.write_text(EVERYTHING)
    monkeypatch.setattr(wire, "_CLIENT_PORTS", setting)
    assert is_free(free_port())


@pytest.mark.parametrize("text", ["", "many", "32768"])
def test_where_the_kernel_does_not_say_which_ports_are_for_clients_its_usual_ones_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    setting = tmp_path / "ip_local_port_range"
    setting.write_text(text)
    monkeypatch.setattr(wire, "_CLIENT_PORTS", setting)
    assert not [port for port in (free_port() for _ in range(200)) if 32_768 <= port <= 60_999]
