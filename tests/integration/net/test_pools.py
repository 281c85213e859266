"""Which connections are kept."""

import ssl

import httpcore

from tests.integration.net.servers import RawServer, a_server, an_answer
from wirekit.net import AddressPolicy, system_resolver
from wirekit.net.guard import GuardedBackend
from wirekit.net.pools import OriginPools

_KEPT = {"/": an_answer(b"ok", "Keep-Alive: yes")}


def _pools(most: int) -> OriginPools:
    network = GuardedBackend(AddressPolicy.parse("127.0.0.0/8"), system_resolver)
    return OriginPools(network, ssl.create_default_context(), most)


async def _ask(pools: OriginPools, server: RawServer) -> None:
    async with pools.lent((b"http", b"127.0.0.1", server.port)) as pool:
        response = await pool.handle_async_request(httpcore.Request("GET", server.url(), headers=[("host", "x")]))
        await response.aread()
        await response.aclose()


async def test_the_most_recently_used_origins_keep_their_connections() -> None:
    async with a_server(_KEPT) as one, a_server(_KEPT) as two, a_server(_KEPT) as three:
        pools = _pools(most=2)
        for server in (one, two, one, three, one, two):
            await _ask(pools, server)
        await pools.aclose()

    assert (one.connections, two.connections, three.connections) == (1, 2, 1)


async def test_an_origin_in_use_is_never_closed() -> None:
    async with a_server(_KEPT) as one, a_server(_KEPT) as two:
        pools = _pools(most=1)
        async with pools.lent((b"http", b"127.0.0.1", one.port)) as pool:
            await _ask(pools, one)
            await _ask(pools, two)

            assert len(pool.connections) == 1
        await _ask(pools, one)
        await pools.aclose()

    assert one.connections == 1
