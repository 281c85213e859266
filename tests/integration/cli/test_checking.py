"""What `wirewatch check` finds on the net, with real sockets on loopback."""

from __future__ import annotations

from pathlib import Path

from tests.integration.net.servers import a_server, an_answer
from wirewatch.cli.newsroom.checking import Policies, refused_endpoints, wrong_on_the_net
from wirewatch.cli.newsroom.files import Newsroom, load_newsroom

FEED = b"""<rss version="2.0"><channel><title>Harbour</title><item><title>Cranes</title></item></channel></rss>"""


def a_newsroom(folder: Path, port: int) -> Newsroom:
    files = {
        "feeds.yaml": f"feeds: [{{id: harbour, url: 'http://127.0.0.1:{port}/'}}]",
        "watchlist.yaml": "{entities: [], watches: []}",
        "endpoints.yaml": f"endpoints: [{{id: desk-1, url: 'http://127.0.0.1:{port}/hook'}}]",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_newsroom(folder)


async def test_a_private_feed_and_a_private_endpoint_are_refused_with_the_setting_that_allows_each(
    tmp_path: Path,
) -> None:
    async with a_server({"/": an_answer(FEED)}) as server:
        problems = await wrong_on_the_net(a_newsroom(tmp_path, server.port), Policies.parse("", ""), print)

    entry = f"127.0.0.1:{server.port}"
    remedy = f"127.0.0.1 is not public; to allow it, add {entry} to"
    assert problems == [
        f"feed harbour: blocked_address: {entry}: {remedy} `--allow` or WIREWATCH_POLLER_ALLOW",
        f"endpoint desk-1: blocked_address: {remedy} `--allow-endpoints` or WIREWATCH_NOTIFIER_ALLOW",
    ]


async def test_what_the_settings_allow_is_well_and_nothing_is_sent_to_the_endpoint(tmp_path: Path) -> None:
    said: list[str] = []
    async with a_server({"/": an_answer(FEED)}) as server:
        entry = f"127.0.0.1:{server.port}"
        problems = await wrong_on_the_net(a_newsroom(tmp_path, server.port), Policies.parse(entry, entry), said.append)

    assert (problems, said) == ([], ["✓ feed harbour: 'Harbour', 1 item"])
    assert [request.split()[1] for request in server.requests] == ["/"]


async def test_an_endpoint_whose_name_does_not_resolve_is_said(tmp_path: Path) -> None:
    a_newsroom(tmp_path, 80)
    (tmp_path / "feeds.yaml").write_text("feeds: []", encoding="utf-8")
    (tmp_path / "endpoints.yaml").write_text(
        "endpoints: [{id: desk-1, url: 'http://no-such-host.invalid/'}]", encoding="utf-8"
    )

    problems = await wrong_on_the_net(load_newsroom(tmp_path), Policies.parse("", ""), print)

    assert len(problems) == 1
    assert problems[0].startswith("endpoint desk-1: dns_")


async def test_at_a_start_only_what_the_policy_refuses_is_said_of_endpoints(tmp_path: Path) -> None:
    newsroom = a_newsroom(tmp_path, 8000)
    endpoints = "[{id: desk-1, url: 'http://127.0.0.1:8000/'}, {id: desk-2, url: 'http://no-such-host.invalid/'}]"
    (tmp_path / "endpoints.yaml").write_text(f"endpoints: {endpoints}", encoding="utf-8")

    refused = await refused_endpoints(load_newsroom(tmp_path), Policies.parse("", ""))
    allowed = await refused_endpoints(newsroom, Policies.parse("", "127.0.0.1:8000"))

    assert refused == [
        (
            "endpoint desk-1: blocked_address: 127.0.0.1 is not public; "
            "to allow it, add 127.0.0.1:8000 to `--allow-endpoints` or WIREWATCH_NOTIFIER_ALLOW"
        )
    ]
    assert allowed == []
