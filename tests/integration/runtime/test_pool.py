"""The pool with real children that crash, hang and are killed."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.polling import until
from wirekit.runtime import pool as pool_module
from wirekit.runtime.metrics import REGISTRY
from wirekit.runtime.pool import ENVIRONMENT, ChildFailed, Failure, Pool

_ROOT = Path(__file__).parents[3]
_FUNCTIONS = "tests.integration.runtime.pool_functions"
_SHOUT = f"{_FUNCTIONS}:shout"


@pytest.fixture(autouse=True)
def _tests_are_importable_in_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(_ROOT))


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


async def test_every_item_gets_its_answer_in_order() -> None:
    items = [f"item {number}".encode() for number in range(200)]
    async with Pool(_SHOUT, workers=2) as pool:
        results = await asyncio.gather(*(pool.run(items[start : start + 50], b"!") for start in range(0, 200, 50)))

    assert [answer for chunk in results for answer in chunk] == [item.upper() + b"!" for item in items]


async def test_a_child_is_prepared_once_before_its_first_item() -> None:
    async with Pool(f"{_FUNCTIONS}:prepared", workers=1, prepare="the model") as pool:
        assert await pool.run([b"", b""]) == [b"the model"] * 2
    async with Pool(f"{_FUNCTIONS}:prepared", workers=1) as pool:
        assert await pool.run([b""]) == [b""]


async def test_large_items_and_empty_ones_pass_whole() -> None:
    items = [b"a" * (8 << 20), b"", b"b" * (8 << 20)]
    async with Pool(_SHOUT, workers=1) as pool:
        results = await pool.run(items)

    assert results == [item.upper() for item in items]
    assert await _empty_chunk() == []


async def _empty_chunk() -> list[bytes | Failure]:
    async with Pool(_SHOUT, workers=1) as pool:
        return await pool.run([])


async def test_exactly_the_guilty_items_fail_and_say_why() -> None:
    chunk = [
        b"a",
        b"segfault",
        b"b",
        b"hang",
        b"exit",
        b"raise",
        b"full disk",
        b"reject",
        b"hang holding the interpreter",
        b"c",
    ]
    async with Pool(_SHOUT, workers=2, timeout_seconds=1) as pool:
        results = await pool.run(chunk)
        again = await pool.run([b"d"])

    assert results == [
        b"A",
        Failure("crashed", "killed by SIGSEGV"),
        b"B",
        Failure("timed_out", "no answer within 1 s"),
        Failure("crashed", "exit code 3"),
        Failure("raised", "ValueError: not this one"),
        Failure(ENVIRONMENT, "OSError: [Errno 28] No space left on device"),
        Failure("no_text", "the article is empty"),
        Failure("timed_out", "no answer within 1 s"),
        b"C",
    ]
    assert again == [b"D"]


async def test_an_item_whose_child_was_killed_once_is_not_blamed(tmp_path: Path) -> None:
    marker = str(tmp_path / "died").encode()
    async with Pool(_SHOUT, workers=1) as pool:
        results = await pool.run([b"a", b"kill me once", b"b"], marker)

    assert results == [b"A" + marker, b"KILL ME ONCE" + marker, b"B" + marker]


async def test_children_killed_at_random_cost_no_item() -> None:
    choose = random.Random(7)
    items = [f"item {number}".encode() for number in range(500)]
    async with Pool(f"{_FUNCTIONS}:slowly", workers=2) as pool:
        for _ in range(4):  # one kill a round: an item that is killed twice is to blame
            chunks = [asyncio.ensure_future(pool.run(items[start : start + 50])) for start in range(0, 500, 50)]
            await until(lambda: len(pool._children) > 0)
            await asyncio.sleep(choose.uniform(0, 0.1))
            choose.choice([child.process for child in pool._children]).kill()
            results = [answer for chunk in await asyncio.gather(*chunks) for answer in chunk]

            assert results == items


async def test_what_a_function_prints_does_not_mix_with_the_answers() -> None:
    async with Pool(_SHOUT, workers=1) as pool:
        assert await pool.run([b"print", b"a"]) == [b"PRINT", b"A"]


async def test_an_item_does_not_pay_for_what_a_child_loads_before_it() -> None:
    async with Pool(f"{_FUNCTIONS}:load", workers=1, timeout_seconds=1) as pool:
        assert await pool.run([b"a", b"b"]) == [b"a", b"b"]


async def test_an_item_that_hangs_after_something_was_loaded_has_no_time_left_from_the_loading() -> None:
    async with Pool(f"{_FUNCTIONS}:load", workers=1, timeout_seconds=1) as pool:
        results = await asyncio.wait_for(pool.run([b"hang", b"a"]), 60)

    assert results == [Failure("timed_out", "no answer within 1 s"), b"a"]


@pytest.mark.skipif(sys.platform != "linux", reason="nobody says how long a child worked")
async def test_an_item_at_which_a_child_worked_all_its_time_is_tried_no_second_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool_module, "_GUILTY_SHARE", 0.0)  # on a busy machine it gets next to nothing
    lost = _children_that_hung()
    async with Pool(f"{_FUNCTIONS}:compute", workers=1, timeout_seconds=2) as pool:
        results = await pool.run([b"a", b"no end", b"b"])

    assert results == [b"a", Failure("timed_out", "no answer within 2 s"), b"b"]
    assert _children_that_hung() == lost + 1


async def test_an_item_whose_child_was_held_up_from_outside_is_not_blamed() -> None:
    async with Pool(f"{_FUNCTIONS}:pid", workers=1, timeout_seconds=2) as pool:
        (child,) = pool._children
        os.kill(child.process.pid, signal.SIGSTOP)
        (answer,) = await pool.run([b""])

    assert isinstance(answer, bytes)
    assert int(answer) != child.process.pid


async def test_a_pool_is_busy_while_a_child_has_an_item_or_loads_something() -> None:
    async with Pool(f"{_FUNCTIONS}:load", workers=1, timeout_seconds=1) as pool:
        before = pool.is_busy()
        running = asyncio.ensure_future(pool.run([b"a"]))
        await asyncio.sleep(2)  # longer than an item may take
        meanwhile = pool.is_busy()
        await running

        assert (before, meanwhile, pool.is_busy()) == (False, True, False)


async def test_an_impatient_pool_tries_what_hung_no_second_time() -> None:
    lost = _children_that_hung()
    async with Pool(_SHOUT, workers=1, timeout_seconds=1, patient=False) as pool:
        first, second = await pool.run([b"hang", b"a"])

    assert isinstance(first, Failure)
    assert (first.reason, second) == ("timed_out", b"A")
    assert _children_that_hung() == lost + 1


def _children_that_hung() -> float:
    return REGISTRY.get_sample_value("wirewatch_pool_children_lost_total", {"reason": "timed_out"}) or 0


async def test_one_hanging_item_does_not_hold_up_the_other_children() -> None:
    async with Pool(_SHOUT, workers=2, timeout_seconds=30) as pool:
        hanging = asyncio.ensure_future(pool.run([b"hang"]))
        await asyncio.sleep(0)
        results = await asyncio.wait_for(pool.run([b"a"] * 100), 20)
        hanging.cancel()

    assert results == [b"A"] * 100


async def test_a_cancelled_chunk_leaves_no_answers_to_the_next(tmp_path: Path) -> None:
    hanging = tmp_path / "hanging"
    async with Pool(_SHOUT, workers=1, timeout_seconds=30) as pool:
        cancelled = asyncio.ensure_future(pool.run([b"a", b"hang", b"b"], bytes(hanging)))
        await until(hanging.exists)
        cancelled.cancel()
        await asyncio.wait([cancelled])

        assert await pool.run([b"c"]) == [b"C"]


@pytest.mark.parametrize("function", ["no.such.module:name", f"{_FUNCTIONS}:no_such_name", "nonsense"])
async def test_a_function_that_cannot_be_imported_is_told_at_the_start(function: str) -> None:
    with pytest.raises(ChildFailed, match=function):
        await Pool(function, workers=1).__aenter__()


async def test_a_closed_pool_answers_nobody_and_leaves_no_child() -> None:
    async with Pool(f"{_FUNCTIONS}:pid", workers=2) as pool:
        pids = {
            int(bytes(answer)) for answer in await pool.run([b""]) + await pool.run([b""]) if isinstance(answer, bytes)
        }

    assert pids
    assert not any(_is_alive(pid) for pid in pids)
    with pytest.raises(ChildFailed):
        await pool.run([b""])


def test_a_child_whose_parent_hung_up_while_it_was_loading_ends_without_a_word() -> None:
    command = [sys.executable, "-m", "wirekit.runtime.pool_child", _SHOUT, str(os.getpid()), ""]
    reading, writing = os.pipe()
    os.close(reading)
    child = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE, cwd=_ROOT, check=False
    )
    os.close(writing)

    assert (child.returncode, child.stderr) == (0, b"")


_PARENT = f"""
import asyncio, sys
from wirekit.runtime.metrics import REGISTRY
from wirekit.runtime.pool import Pool

async def main():
    async with Pool("{_FUNCTIONS}:linger", workers=1) as pool:
        await pool.run([b""], sys.argv[1].encode())

asyncio.run(main())
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_child_outlives_its_parent_not_even_one_that_hangs(tmp_path: Path, number: signal.Signals) -> None:
    marker = tmp_path / "pid"
    environment = os.environ | {"PYTHONPATH": str(_ROOT)}
    parent = subprocess.Popen([sys.executable, "-c", _PARENT, str(marker)], env=environment)
    _wait_until(lambda: marker.exists() and marker.read_text(encoding="ascii") != "")
    child = int(marker.read_text(encoding="ascii"))

    parent.send_signal(number)
    parent.wait(30)

    _wait_until(lambda: not _is_alive(child))
