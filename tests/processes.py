"""What the kernel says about a process, by proc(5)."""

from pathlib import Path


def state_of(pid: int) -> str:
    """The state letter (`S` sleeps, `T` is frozen, `Z` is a zombie: dead, its parent has not asked); empty if gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return ""


def is_running(pid: int) -> bool:
    return state_of(pid) not in ("Z", "")
