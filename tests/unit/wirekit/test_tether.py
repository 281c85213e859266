import subprocess
import sys
from pathlib import Path

import pytest

from tests.polling import until
from tests.processes import is_running


def start(code: str, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code], cwd=folder)


@pytest.mark.parametrize("tie", ["become", "watch"])
async def test_the_child_ends_when_its_parent_is_killed(tie: str, tmp_path: Path) -> None:
    """`become` is the way of Linux, `watch` that of other systems."""
    parent = (
        "import os, subprocess, sys\n"
        f"code = 'import os, sys; from wirekit.tether import {tie}; '\\\n"
        f"       'sys.exit({tie}(sys.argv[1:], os.getppid(), 15))'\n"
        "shell = 'echo $$ > pid.new; mv pid.new pid; exec sleep 600'\n"
        "subprocess.run([sys.executable, '-c', code, '/bin/sh', '-c', shell])\n"
    )
    with start(parent, tmp_path) as started:
        await until((tmp_path / "pid").is_file)
        child = int((tmp_path / "pid").read_text())
        started.kill()

    await until(lambda: not is_running(child))
