"""What a service is given to run its parts."""

import asyncio

import pytest

from wirekit.runtime.lifecycle import Process


async def _for_ever(ended: list[str], name: str) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        ended.append(name)


async def _raise() -> None:
    raise LookupError("a part broke")


async def _end() -> None:
    await asyncio.sleep(0)


async def test_the_parts_run_until_the_service_shall_stop() -> None:
    process, ended = Process(), list[str]()
    running = asyncio.ensure_future(process.until_stopped(_for_ever(ended, "one"), _for_ever(ended, "two")))
    await asyncio.sleep(0)
    assert process.started.is_set()

    process.stopping.set()
    await running

    assert sorted(ended) == ["one", "two"]


async def test_what_one_part_raises_ends_the_others_and_comes_out() -> None:
    process, ended = Process(), list[str]()
    with pytest.raises(LookupError, match="a part broke"):
        await process.until_stopped(_for_ever(ended, "one"), _raise())

    assert ended == ["one"]


async def test_a_part_that_ends_unasked_is_an_error() -> None:
    process, ended = Process(), list[str]()
    with pytest.raises(RuntimeError, match="by itself"):
        await process.until_stopped(_for_ever(ended, "one"), _end())

    assert ended == ["one"]
