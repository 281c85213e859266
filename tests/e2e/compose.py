"""The demo of docker-compose.yml with one feed and one endpoint more, both observed from outside the product.

The site and the desk run `tests.e2e` from the image itself; what they served and received lies in the folder. A run
that was killed leaves its project behind: the next one takes it down.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from email.utils import formatdate
from pathlib import Path
from typing import Any

import yaml

from tests.containers import docker
from tests.e2e.logs import Log
from tests.e2e.newsroom import Received
from tests.e2e.processes import ROOT
from tests.ports import free_port
from wirekit.kafka import Connection

PROJECT = "wirewatch-test-"
FEED, ENDPOINT = "kabar", "desk-kabar"
SITE_PORT, DESK_PORT = 8795, 8796  # the ports of the demo, which it allows on private addresses
_DEMO_NEWSROOM = ROOT / "services" / "wirewatch" / "demo" / "newsroom"
_DESK = (
    "import asyncio, pathlib; from tests import loopback; from tests.e2e import receiver; "
    f"asyncio.run(loopback.serve(['0.0.0.0'], {DESK_PORT}, receiver.Receiver(pathlib.Path('/outside')).answer))"
)


class Project:
    """A compose project of its own, on ports of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name = f"{PROJECT}{os.getpid()}"
        self.console_port, self.kafka_port = free_port(), free_port()
        self._outside = folder / "outside"
        self._outside.mkdir()
        self._outside.chmod(0o777)  # written by the user of the image
        self._write_newsroom(folder / "newsroom")
        (folder / "more.yaml").write_text(json.dumps({"services": self._more()}))

    @property
    def connection(self) -> Connection:
        """How a subscriber on this machine reaches its Kafka."""
        return Connection(f"127.0.0.1:{self.kafka_port}")

    def _write_newsroom(self, newsroom: Path) -> None:
        """The demo's, and the feed and the endpoint that are ours."""
        shutil.copytree(_DEMO_NEWSROOM, newsroom)
        newsroom.chmod(0o755)
        _change(newsroom / "feeds.yaml", "feeds", _feed())
        _change(newsroom / "endpoints.yaml", "endpoints", {"id": ENDPOINT, "url": f"http://our-desk:{DESK_PORT}/desk"})
        path = newsroom / "watchlist.yaml"
        watchlist = yaml.safe_load(path.read_text(encoding="utf-8"))
        for watch in watchlist["watches"]:
            watch["notify"].append(ENDPOINT)
        path.write_text(yaml.safe_dump(watchlist, allow_unicode=True), encoding="utf-8")

    def _more(self) -> dict[str, Any]:
        common = {
            "image": "wirewatch",
            "healthcheck": {"disable": True},
            "init": True,
            "working_dir": "/source",
            "volumes": [f"{ROOT / 'tests'}:/source/tests:ro", f"{self._outside}:/outside"],
            "depends_on": {"setup": {"condition": "service_completed_successfully"}},
        }
        return {
            "our-site": common
            | {"entrypoint": ["python", "-m", "tests.e2e.feed_site", "/outside", str(SITE_PORT), "0.0.0.0"]},
            "our-desk": common | {"entrypoint": ["python", "-c", _DESK]},
        }

    # -- the project

    def compose(self, *arguments: str) -> str:
        """Run docker-compose on the demo and what we add to it; its output."""
        settings = {
            "NEWSROOM": str(self.folder / "newsroom"),
            "CONSOLE_PORT": str(self.console_port),
            "KAFKA_PORT": str(self.kafka_port),
        }
        files = ["--env-file", "deploy/demo.env", "-f", "docker-compose.yml", "-f", str(self.folder / "more.yaml")]
        return _compose(self.name, *files, *arguments, environment=settings)

    def up(self) -> None:
        """Build the image and start everything."""
        if sys.version_info[:2] == (3, 11):  # as in the image: where pip has an index, the build needs none
            wheelhouse = ["deploy/airgap/wheelhouse.sh"]
            subprocess.run(wheelhouse, cwd=ROOT, env=os.environ | {"PYTHON": sys.executable}, check=True)
        self.compose("up", "--detach", "--build")

    def down(self) -> None:
        """Show the logs, which pytest prints where a test failed, and remove all there was."""
        sys.stdout.write(self.compose("logs", "--no-color", "--tail", "60"))
        self.compose("down", "--volumes")

    def run_inside(self, service: str, *command: str) -> subprocess.CompletedProcess[str]:
        """Run *command* in the container of *service*."""
        labels = f"label=com.docker.compose.project={self.name}", f"label=com.docker.compose.service={service}"
        (container,) = docker("ps", "--quiet", "--filter", labels[0], "--filter", labels[1]).stdout.split()
        return docker("exec", container, *command)

    def states(self) -> dict[str, str]:
        """Each container of the project by the name of its service: `Up 9 seconds (healthy)`."""
        listed = docker(
            *("ps", "--all", "--filter", f"label=com.docker.compose.project={self.name}"),
            *("--format", '{{.Label "com.docker.compose.service"}}\t{{.Status}}'),
        )
        return dict(line.split("\t") for line in listed.stdout.splitlines())

    # -- what goes in and comes out

    def publish(self, link: str, html: str) -> None:
        """Put an article without a title on our feed, published now."""
        item = {"published": formatdate(), "title": "", "link": link, "html": html}
        with (self._outside / f"{FEED}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(item) + "\n")

    def received(self) -> list[Received]:
        """What came to our desk."""
        return [Received(**line) for line in Log(self._outside / "received.jsonl").lines()]

    def told(self) -> set[str]:
        """The ids of the webhooks that the demo's receiver verified."""
        return set(re.findall(r"verified webhook (msg_\w+)", self.compose("logs", "--no-color", "demo-receiver")))

    def secret(self, name: str) -> str:
        """A secret that `setup` made."""
        return self.run_inside("notifier", "cat", f"/config/secrets/{name}").stdout.strip()


def take_down_leftovers() -> None:
    """Remove the projects of test runs whose process is gone."""
    names = docker("ps", "--all", "--format", '{{.Label "com.docker.compose.project"}}').stdout.split()
    for name in {name for name in names if name.startswith(PROJECT)}:
        if not Path("/proc", name.removeprefix(PROJECT)).exists():
            _compose(name, "down", "--volumes", "--remove-orphans")


def _compose(project: str, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    command = ["docker-compose"] if shutil.which("docker-compose") else ["docker", "compose"]
    done = subprocess.run(
        [*command, "--project-name", project, *arguments],
        cwd=ROOT,
        env=os.environ | {"DOCKER_BUILDKIT": "0"} | dict(environment or {}),  # the classic builder needs no plugin
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} {arguments} failed:\n{done.stdout}")
    return done.stdout


def _feed() -> dict[str, Any]:
    return {
        "id": FEED,
        "url": f"http://our-site:{SITE_PORT}/{FEED}.xml",
        "first_poll": "live",
        "poll_every": {"min": "2s", "max": "5s"},
    }


def _change(path: Path, section: str, entry: dict[str, Any]) -> None:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    document[section].append(entry)
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
