"""What we ask of ports on 127.0.0.1: is it free, and does a Kafka answer there that is ready for clients."""

from __future__ import annotations

import asyncio
import socket
import struct

LOOPBACK = "127.0.0.1"
METADATA_KEY = 3
METADATA_VERSION = 1
ANSWER_SECONDS = 2.0


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
    """Any port that is free now; another program may take it before we do."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


async def brokers_known(port: int) -> int:
    """How many live brokers a Metadata answer lists; 0 while there is no answer.

    The port opens well before the broker serves, so a connection alone proves nothing. Request and answer are version 1
    of the Metadata API in the Kafka protocol guide: no topics asked for, brokers first in the answer.
    """
    writer: asyncio.StreamWriter | None = None
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            writer.write(struct.pack(">ihhihi", 14, METADATA_KEY, METADATA_VERSION, 1, -1, 0))
            (size,) = struct.unpack(">i", await reader.readexactly(4))
            _, brokers = struct.unpack_from(">ii", await reader.readexactly(size))
            return int(brokers)
    except (OSError, EOFError, struct.error):
        return 0
    finally:
        if writer:
            writer.close()
