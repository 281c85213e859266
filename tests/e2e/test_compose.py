"""The product in containers, as the README starts it: image, setup, five services, PostgreSQL, the demo's profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest
from standardwebhooks import Webhook

from tests import containers
from tests.e2e.compose import ENDPOINT, Project, take_down_leftovers
from tests.e2e.processes import ROOT, page, wait_for
from tests.integration.streams.topics import read
from wirekit.contracts import EnrichedArticle, topology
from wirekit.streams import decode

pytestmark = pytest.mark.containers

SEED = ROOT.parent / "shared" / "seed" / "kompas-kim-shoigu.id.txt"
SEED_LINK = "https://kabar.example/seed"
DEMO_STORIES = 5
"""Events about the pair among the demo's sample articles, each in a language of its own; a copy tells none of them."""
SERVICES = [service.name for service in topology.SERVICES]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One for all tests of this file, with everything told that there is to tell."""
    containers.need("kafka", "postgres")
    take_down_leftovers()
    running = Project(tmp_path_factory.mktemp("compose"))
    stories = DEMO_STORIES
    if SEED.exists():
        lines = SEED.read_text(encoding="utf-8").strip().splitlines()
        running.publish(SEED_LINK, "".join(f"<p>{escape(line)}</p>" for line in lines))
        stories += 1
    try:
        running.up()
        wait_for(lambda: len(running.received()) >= stories, f"there are {stories} stories to tell", 180)
        yield running
    finally:
        running.down()


def verified(project: Project) -> list[dict[str, Any]]:
    """The events that came to our desk, by somebody else's code."""
    webhook = Webhook(project.secret(ENDPOINT))
    return [webhook.verify(request.body, request.headers) for request in project.received()]


def urls(event: dict[str, Any]) -> set[str]:
    """The articles that prove an alert."""
    return {evidence["article"]["url"] for evidence in event["data"]["evidence"]}


def test_every_container_is_healthy_and_setup_has_ended(project: Project) -> None:
    wait_for(lambda: all("(healthy)" in project.states()[name] for name in SERVICES), "all services are healthy")

    states = project.states()
    assert states.pop("setup").startswith("Exited (0)")
    assert [name for name, state in states.items() if not state.startswith("Up")] == []


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the project")
def test_the_seed_article_raises_one_alert_that_is_delivered_once_and_signed(project: Project) -> None:
    (event,) = [event for event in verified(project) if SEED_LINK in urls(event)]

    told = [evidence["sentence"] for evidence in event["data"]["evidence"]]
    assert event["data"]["kind"] == "opened"
    assert any("Kim Jong Un" in sentence and "Sergei Shoigu" in sentence for sentence in told)


def test_each_story_of_the_demo_is_told_once_to_each_receiver(project: Project) -> None:
    ids = [request.webhook_id for request in project.received()]
    alerts = [event["data"]["alert_id"] for event in verified(project)]

    assert len(ids) == len(set(ids)) == len(set(alerts))
    wait_for(lambda: len(project.told()) == len(ids), "the demo's receiver verified as many webhooks")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the project")
async def test_a_subscriber_on_this_machine_reads_the_topics(project: Project) -> None:
    records = await read(project.connection, topology.ARTICLES_ENRICHED.name)
    (article,) = [article for record in records if (article := decode(record, EnrichedArticle).data).url == SEED_LINK]

    assert article.language.code == "id"
    assert {mention.entity_id for mention in article.mentions} >= {"kim-jong-un", "sergei-shoigu"}


def test_the_console_is_there_for_who_has_the_token(project: Project) -> None:
    (link, *_) = [event["data"]["links"]["console"] for event in verified(project)]

    assert link.startswith(f"http://127.0.0.1:{project.console_port}/")
    assert page(link)[0] == 303
    assert project.run_inside("console", "cat", "/var/lib/wirewatch/token").stdout.strip()


def test_no_process_of_a_service_may_do_more_than_it_must(project: Project) -> None:
    for name in SERVICES:
        status = project.run_inside(name, "cat", "/proc/self/status").stdout
        (capabilities,) = re.findall(r"^CapEff:\s*(\w+)$", status, re.MULTILINE)

        assert re.search(r"^Uid:\s*10001\s", status, re.MULTILINE)
        assert int(capabilities, 16) == 0
        assert "Read-only" in project.run_inside(name, "touch", "/opt/x").stderr
