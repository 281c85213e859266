"""From a record to a webhook that verifies, over real sockets and a real table."""

from __future__ import annotations

from pathlib import Path

import pytest
from standardwebhooks import Webhook

from tests import builders
from tests.integration.notifier.receiver import a_receiver
from tests.integration.notifier.running import KEY, a_notifier, alert_record, an_endpoint
from wirekit.contracts import ids


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "deliveries.db"


async def test_an_alert_arrives_as_a_webhook_that_the_independent_package_verifies(database: Path) -> None:
    async with a_receiver() as receiver, a_notifier(database, an_endpoint(receiver.url)) as notifier:
        assert await notifier.alert() == [()]
        (request,) = await receiver.received(1)
        outcomes = await notifier.published.outcomes(1)

    event = Webhook(KEY).verify(request.body, request.headers)
    assert outcomes == ["delivered"]
    assert request.webhook_id == event["id"] == ids.webhook_id(builders.ALERT_ID, 1, "desk-1")
    assert request.headers["content-type"] == "application/cloudevents+json; charset=utf-8"
    assert event["data"]["evidence"][0]["sentence"] == "Ana Brodie met Tomas Ilk in the harbour."
