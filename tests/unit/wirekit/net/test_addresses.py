"""Which addresses may be connected to."""

import ipaddress
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirekit.errors import ConfigError
from wirekit.net import AddressPolicy, AllowedRange

_BLOCKED = [
    *("0.0.0.1", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1"),
    *("169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1"),
    *("192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1"),
    *("239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16"),
    *("::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254"),
    *("64:ff9b::1", "64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1"),
    *("3fff::1", "2002:7f00:1::", "2002:808:808::", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%1"),
    *("fec0::1", "ff02::1"),
]
_PUBLIC = ["8.8.8.8", "1.1.1.1", "100.63.255.255", "172.32.0.1", "2001:4860:4860::8888", "2606:4700::1111"]


@pytest.mark.parametrize("address", _BLOCKED)
def test_an_address_that_is_not_public_is_blocked(address: str) -> None:
    assert not AddressPolicy().permits(address, 443)


@pytest.mark.parametrize("address", [*_PUBLIC, "::ffff:8.8.8.8"])
def test_a_public_address_is_open(address: str) -> None:
    assert AddressPolicy().permits(address, 443)


@pytest.mark.parametrize("text", ["", "example.org", "2130706433", "0x7f.1", "127.1", "8.8.8.8/32", "8.8.8.8 "])
def test_what_is_no_numeric_address_is_blocked(text: str) -> None:
    assert not AddressPolicy().permits(text, 80)


@pytest.mark.parametrize("port", [0, 22, 25, 6667])
def test_a_port_of_another_protocol_is_blocked_on_public_addresses(port: int) -> None:
    assert not AddressPolicy().permits("8.8.8.8", port)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_and_its_mapped_form_are_judged_alike(address: ipaddress.IPv4Address) -> None:
    policy = AddressPolicy.parse("10.0.0.0/8")

    assert policy.permits(str(address), 443) == policy.permits(f"::ffff:{address}", 443)


@given(st.ip_addresses())
def test_whatever_the_standard_library_calls_private_is_blocked(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if not address.is_global or address.is_multicast:
        assert not AddressPolicy().permits(str(address), 443)


def test_an_allowed_pair_opens_this_port_of_this_address_only() -> None:
    policy = AddressPolicy.parse("127.0.0.1:8795")

    assert policy.permits("127.0.0.1", 8795)
    assert policy.permits("::ffff:127.0.0.1", 8795)
    assert not policy.permits("127.0.0.1", 8796)
    assert not policy.permits("127.0.0.2", 8795)


@pytest.mark.parametrize("address", ["10.1.2.3", "fd00::1", "8.8.8.8", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("port", [25, 8000])
def test_doing_what_a_refusal_says_opens_the_address(address: str, port: int) -> None:
    refused = AddressPolicy(setting="WIREWATCH_POLLER_ALLOW").refusal(address, port)

    remedy = re.search(r"; to allow it, add (\S+) to WIREWATCH_POLLER_ALLOW$", refused)
    assert remedy is not None
    assert AddressPolicy.parse(remedy[1]).permits(address, port)


def test_an_allowed_network_opens_all_its_ports() -> None:
    policy = AddressPolicy.parse("10.1.0.0/16, [fd00::]:8443 ,")

    assert policy.permits("10.1.2.3", 25)
    assert not policy.permits("10.2.0.1", 443)
    assert policy.permits("fd00::", 8443)
    assert not policy.permits("fd00::", 443)


@pytest.mark.parametrize(
    ("text", "network", "port"),
    [
        ("127.0.0.1:8795", "127.0.0.1/32", 8795),
        ("10.1.0.0/16", "10.1.0.0/16", None),
        ("10.1.0.0/16:443", "10.1.0.0/16", 443),
        ("::1", "::1/128", None),
        ("[::1]:8795", "::1/128", 8795),
        ("fd00::/8", "fd00::/8", None),
        ("[fd00::/8]:443", "fd00::/8", 443),
    ],
)
def test_an_allowed_range_is_read_from_settings(text: str, network: str, port: int | None) -> None:
    assert AllowedRange(ipaddress.ip_network(network), port) == AllowedRange.parse(text)


@pytest.mark.parametrize(
    "text",
    ["localhost:80", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:http", "10.0.0.1/8", "[::1", "1.2.3"],
)
def test_a_range_that_cannot_be_read_is_a_configuration_error_that_says_what_is_allowed(text: str) -> None:
    with pytest.raises(ConfigError) as refusal:
        AddressPolicy.parse(f"10.1.0.0/16, {text}", "`--allow`")

    assert str(refusal.value).startswith(
        f"cannot be added to `--allow`: {text!r} is no address, address:port or network, as 127.0.0.1:8795, "
    )


def test_a_network_that_is_named_by_an_address_in_it_is_told_by_its_own() -> None:
    with pytest.raises(ConfigError, match=r"; did you mean 10\.0\.0\.0/8\?$"):
        AddressPolicy.parse("10.0.0.1/8")
