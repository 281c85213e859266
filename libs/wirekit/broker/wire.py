"""What we ask of ports on 127.0.0.1: is it free, and does a Kafka answer there that is ready for clients."""

from __future__ import annotations

import asyncio
import errno
import socket
import struct
from pathlib import Path
from random import SystemRandom

LOOPBACK = "127.0.0.1"
METADATA_KEY = 3
METADATA_VERSION = 2
ANSWER_SECONDS = 2.0
_CLIENT_PORTS = Path("/proc/sys/net/ipv4/ip_local_port_range")


def is_free(port: int) -> bool:
    """Whether a server could listen on the port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    """A port from 10,000 on that is free now, and that no outgoing connection gets meanwhile.

    Where Linux chooses a port for a client's end (ip_local_port_range), a client that calls a server that is down comes
    to be given the server's own port, speaks to itself (RFC 9293, 3.5: simultaneous open) and keeps the server out.
    """
    reserved = _ports_of_clients(_CLIENT_PORTS)
    eligible = [port for port in range(10_000, 65_536) if port not in reserved] or range(10_000, 65_536)
    for port in SystemRandom().sample(eligible, min(100, len(eligible))):
        if is_free(port):
            return port
    raise OSError(errno.EADDRINUSE, "no port of 127.0.0.1 is free")


def _ports_of_clients(setting: Path) -> range:
    try:
        first, last = map(int, setting.read_text(encoding="ascii").split())
    except (OSError, ValueError):
        first, last = 32_768, 60_999  # as Linux has it where nobody changed it
    return range(first, last + 1)


async def brokers_known(port: int, cluster_id: str) -> int:
    """How many live brokers of the cluster a Metadata answer lists; 0 while there is none, or another cluster answers.

    The port opens well before the broker serves, so a connection alone proves nothing; and where two brokers wanted the
    port at once, it is the other one that answers. Request and answer are version 2 of the Metadata API in the Kafka
    protocol guide: no topics asked for; in the answer the brokers come first, then the cluster's id.
    """
    writer: asyncio.StreamWriter | None = None
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.write(struct.pack(">ihhihi", 14, METADATA_KEY, METADATA_VERSION, 1, -1, 0))
            (size,) = struct.unpack(">i", await reader.readexactly(4))
            brokers, answering = _read_metadata(await reader.readexactly(size))
            return brokers if answering == cluster_id else 0
    except (OSError, EOFError, struct.error):
        return 0
    finally:
        if writer:
            writer.close()


def _read_metadata(answer: bytes) -> tuple[int, str]:
    """The number of brokers and the cluster's id."""
    _, brokers = struct.unpack_from(">ii", answer)
    at = 8
    for _ in range(brokers):
        _, at = _read_string(answer, at + 4)  # after the node's id, its host
        _, at = _read_string(answer, at + 4)  # after its port, its rack
    return brokers, _read_string(answer, at)[0]


def _read_string(answer: bytes, at: int) -> tuple[str, int]:
    """A nullable string at *at*, empty for null, and where it ends."""
    (length,) = struct.unpack_from(">h", answer, at)
    end = at + 2 + max(length, 0)
    return answer[at + 2 : end].decode(errors="replace"), end
