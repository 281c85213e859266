from __future__ import annotations

import pytest

from wirekit.errors import ConfigError
from wirewatch.console.access import access_rules


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "console.example", "::"])
def test_beyond_loopback_a_console_without_a_token_does_not_start(host: str) -> None:
    with pytest.raises(ConfigError, match="without a token"):
        access_rules(host, "", "")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_on_loopback_no_token_is_needed(host: str) -> None:
    assert access_rules(host, "", "").is_allowed(None)


@pytest.mark.parametrize(
    ("header", "ours"),
    [
        ("127.0.0.1:8780", True),
        ("localhost", True),
        ("[::1]:8780", True),
        ("News.Example:443", True),
        ("evil.example", False),
        ("", False),
        ("127.0.0.1.evil.example", False),
        ("localhost:80@evil", False),
        ("localhost:80@evil:80", False),
        ("evil@localhost", False),
        ("localhost:80:80", False),
        ("localhost/", False),
        ("[::1]evil.example", False),
        ("[::1", False),
        ("[beef]", False),
        ("localhost:", True),
    ],
)
def test_only_our_own_names_are_answered(header: str, ours: bool) -> None:
    assert access_rules("127.0.0.1", "news.example, beef", "").is_our_name(header) is ours


@pytest.mark.parametrize(
    ("host", "further"), [("fd00::1", ""), ("FD00:0:0::1", ""), ("::", "fd00::1"), ("::", "[fd00::1]")]
)
@pytest.mark.parametrize("header", ["[fd00::1]:8780", "[fd00::1]", "[FD00::0:1]:8780"])
def test_an_ipv6_address_is_our_name_as_browsers_write_it(host: str, further: str, header: str) -> None:
    rules = access_rules(host, further, "t0ken")

    assert rules.is_our_name(header)
    assert not rules.is_our_name("[fd00::2]:8780")


@pytest.mark.parametrize(("shown", "allowed"), [("t0ken", True), ("t0keN", False), ("", False), (None, False)])
def test_with_a_token_only_the_token_opens(shown: str | None, allowed: bool) -> None:
    assert access_rules("0.0.0.0", "", "t0ken").is_allowed(shown) is allowed
