"""What a newcomer types: the demo, and a newsroom of one's own, as the README says."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from tests.e2e.processes import ROOT, Child, carriers, wait_for
from tests.ports import free_port

WIREWATCH = [str(Path(sys.executable).with_name("wirewatch"))]
SERVICE_PORTS = ("POLLER_HEALTH", "ENRICHER_HEALTH", "ALERTER_HEALTH", "NOTIFIER_HEALTH", "CONSOLE_HEALTH", "CONSOLE")

HOSTS = ("127.0.0.1", "127.0.0.2")
PACE = "poll_every: {min: 2s, max: 5s}"
WATCHLIST = """
entities:
  - {id: orsolya-vintner, type: person, name: Orsolya Vintner, names: [Оршоя Винтнер], short: [Vintner]}
  - {id: bakar-tunnel, type: organization, name: Bakar Tunnel Company}
watches:
  - {id: tunnel-talks, entities: [orsolya-vintner, bakar-tunnel], notify: []}
"""


BY_OPTION = (
    *("alerts tail", "feeds list", "feeds poll", "trace art_0", "endpoints test desk", "topics create", "topics check"),
    *("deliveries list", "deliveries show msg_0", "deliveries redeliver", "dead-letters list"),
    *(
        "dead-letters show articles.raw 0",
        "dead-letters replay articles.raw 0",
        "dead-letters purge articles.raw --upto 0",
    ),
)


def wirewatch(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*WIREWATCH, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120, cwd=ROOT)


class OwnNewsroom:
    """A newsroom as `init` wrote it, with two feeds and a pair of one's own, and a site that serves the feeds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "newsroom"
        self.site = folder / "site"
        self.site.mkdir()
        self.started: list[Child] = []
        self.port = free_port()
        self.environment = {
            **{f"WIREWATCH_{name}_PORT": str(free_port()) for name in SERVICE_PORTS},
            "WIREWATCH_POLLER_ALLOW": f"127.0.0.1:{self.port},127.0.0.2:{self.port}",
        }
        assert wirewatch("init", str(self.folder)).returncode == 0
        (self.folder / "watchlist.yaml").write_text(WATCHLIST, encoding="utf-8")
        feeds = (
            f"feeds:\n  - {{id: coast, url: 'http://127.0.0.1:{self.port}/coast.xml', {PACE}}}\n"
            f"  - {{id: hills, url: 'http://127.0.0.2:{self.port}/hills.xml', {PACE}}}\n"
        )
        (self.folder / "feeds.yaml").write_text(feeds, encoding="utf-8")

    @property
    def mark(self) -> str:
        """What all its processes have in their environment, and no other."""
        return "WIREWATCH_CONSOLE_PORT=" + self.environment["WIREWATCH_CONSOLE_PORT"]

    def publish(self, feed: str, title: str, html: str) -> None:
        link = f"https://{feed}.example/{time.time_ns()}"
        item = {"title": title, "html": html, "link": link, "published": formatdate()}
        with (self.site / f"{feed}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(item) + "\n")

    def serve(self) -> Child:
        command = [sys.executable, "-m", "tests.e2e.feed_site", str(self.site), str(self.port), *HOSTS]
        return Child("site", command, self.folder.with_name("site.log"), {})

    def up(self) -> Child:
        child = Child("up", [*WIREWATCH, "up", str(self.folder)], self.folder.with_name("up.log"), self.environment)
        self.started.append(child)
        return child


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnNewsroom]:
    newsroom = OwnNewsroom(tmp_path)
    site = newsroom.serve()
    yield newsroom
    for child in (site, *newsroom.started):
        child.kill()
    wait_for(lambda: carriers(newsroom.mark) == [], "a process outlives its newsroom")


ALONE = "yet: of 2 articles, Orsolya Vintner in 1, Bakar Tunnel Company in 0; never together"
TOGETHER = "ALERT opened · tunnel-talks · Orsolya Vintner + Bakar Tunnel Company"


@pytest.mark.long
def test_a_newsroom_of_ones_own_says_why_nothing_came_alerts_and_outlives_a_kill(own: OwnNewsroom) -> None:
    own.publish("coast", "Portrait", "<p>Orsolya Vintner paints in her free time.</p>")
    own.publish("hills", "Goats", "<p>The goats are back in the hills.</p>")
    first = own.up()
    wait_for(lambda: ALONE in first.text(), f"{ALONE!r} in {first.text()}", seconds=90)
    own.publish("coast", "Drilling resumes", "<p>Orsolya Vintner shook hands with the Bakar Tunnel Company.</p>")
    wait_for(lambda: TOGETHER in first.text(), first.text())
    evidence = "“Orsolya Vintner shook hands with the Bakar Tunnel Company.”"
    wait_for(lambda: evidence in first.text(), "no evidence on the screen")
    listed = wirewatch("feeds", "list", "--newsroom", str(own.folder))

    first.kill()
    wait_for(lambda: carriers(own.mark) == [], "a child outlives the killed parent")
    own.publish(
        "hills", "Bore", "<p>The Bakar Tunnel Company praised Orsolya Vintner, who opened a second bore today.</p>"
    )
    second = own.up()
    wait_for(lambda: "opened a second bore" in second.text(), "no second alert", seconds=90)
    second.send(signal.SIGINT)
    wait_for(lambda: second.exit_code is not None, "up does not end on Ctrl-C")

    assert second.exit_code == 0
    assert "shook hands" not in second.text()
    assert [line.split()[0] for line in listed.stdout.splitlines()] == ["coast", "hills"]


def test_the_demo_ends_by_itself_when_enough_was_delivered(tmp_path: Path) -> None:
    demo = Child("demo", [*WIREWATCH, "demo", "--until-delivered", "1", "--timeout", "120"], tmp_path / "demo.log", {})

    wait_for(lambda: demo.exit_code is not None, demo.text(), seconds=180)

    assert (demo.exit_code, "verified webhook msg_" in demo.text()) == (0, True)


def test_a_newsroom_that_is_not_there_is_refused_with_the_way_to_make_one(tmp_path: Path) -> None:
    answer = wirewatch("up", str(tmp_path / "nowhere"))

    assert answer.returncode == 2
    assert "wirewatch init" in answer.stderr


def test_a_misspelt_setting_is_found_before_anything_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wirewatch("init", str(tmp_path))
    monkeypatch.setenv("WIREWATCH_POLER_ALLOW", "127.0.0.1")

    answer = wirewatch("up", str(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.strip().endswith("the nearest is WIREWATCH_POLLER_ALLOW")
    assert not (tmp_path / "data").exists()


def test_init_where_a_file_is_in_the_way_says_so(tmp_path: Path) -> None:
    (tmp_path / "desk").touch()

    answer = wirewatch("init", str(tmp_path / "desk"))

    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert "cannot be made" in answer.stderr


@pytest.mark.parametrize(
    "command", ["apply", "doctor", "endpoints list", *(f"{command} --newsroom" for command in BY_OPTION)]
)
def test_a_command_for_a_newsroom_that_does_not_run_asks_no_other_kafka(tmp_path: Path, command: str) -> None:
    wirewatch("init", str(tmp_path))

    answer = wirewatch(*command.split(), str(tmp_path))

    assert answer.returncode == 2
    assert f"{tmp_path} does not run: start it with `wirewatch up {tmp_path}`" in answer.stderr


@pytest.mark.parametrize("command", ["check --offline", "apply --kafka 127.0.0.1:1"])
def test_a_misspelt_setting_is_said_by_what_reads_the_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    wirewatch("init", str(tmp_path))
    monkeypatch.setenv("WIREWATCH_POLER_ALLOW", "127.0.0.1")

    answer = wirewatch(*command.split(), str(tmp_path))

    assert (answer.returncode, "WIREWATCH_POLLER_ALLOW" in answer.stderr) == (2, True)


def test_a_level_of_logging_that_does_not_exist_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wirewatch("init", str(tmp_path))
    monkeypatch.setenv("WIREWATCH_LOG_LEVEL", "loud")

    answer = wirewatch("up", str(tmp_path))

    assert (answer.returncode, answer.stderr.strip()) == (
        2,
        "'loud' is no level of logging: debug, info, warning or error",
    )


def test_init_never_overwrites(tmp_path: Path) -> None:
    wirewatch("init", str(tmp_path))
    (tmp_path / "feeds.yaml").write_text("mine", encoding="utf-8")

    answer = wirewatch("init", str(tmp_path))

    assert (answer.returncode, (tmp_path / "feeds.yaml").read_text(encoding="utf-8")) == (2, "mine")


def test_check_names_an_endpoint_that_a_watch_misses_and_a_feed_that_cannot_be_read(tmp_path: Path) -> None:
    wirewatch("init", str(tmp_path))
    watchlist = (tmp_path / "watchlist.yaml").read_text(encoding="utf-8")
    (tmp_path / "watchlist.yaml").write_text(watchlist.replace("notify: []", "notify: [desk-7]"), encoding="utf-8")
    (tmp_path / "feeds.yaml").write_text(
        f"feeds: [{{id: gone, url: 'http://127.0.0.1:{free_port()}/'}}]", encoding="utf-8"
    )

    answer = wirewatch("check", str(tmp_path))

    assert answer.returncode == 1
    assert "watch kim-shoigu notifies desk-7: no such endpoint" in answer.stderr
    assert "feed gone: " in answer.stderr


def test_a_broker_that_is_not_there_is_said_with_its_address() -> None:
    address = f"127.0.0.1:{free_port()}"

    answer = wirewatch("feeds", "list", "--kafka", address)

    assert (answer.returncode, answer.stderr.strip()) == (
        1,
        f"Kafka does not answer at {address}: start one with `wirewatch up`, or name another newsroom or `--kafka`",
    )


def test_a_broker_whose_name_does_not_resolve_is_told_from_one_that_hangs_up() -> None:
    answer = wirewatch("feeds", "list", "--kafka", "kafka.invalid:9092")

    assert answer.returncode == 1
    assert "Kafka does not answer at kafka.invalid:9092: the name kafka.invalid does not resolve: " in answer.stderr
