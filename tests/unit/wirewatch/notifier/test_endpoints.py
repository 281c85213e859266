"""What an endpoint is: its defaults, and what it refuses."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from wirewatch.notifier.endpoints import DEFAULT_RETRY, Endpoint

HOOK = "https://hooks.example/wirewatch"


def an_endpoint(**fields: Any) -> Endpoint:
    return Endpoint.model_validate({"id": "desk-1", "url": HOOK, **fields})


def test_an_endpoint_needs_an_id_and_an_address_and_the_rest_has_defaults() -> None:
    endpoint = an_endpoint()

    assert (endpoint.secret_file, endpoint.secret_env) == (None, None)
    assert endpoint.events == ("opened", "retracted")
    assert endpoint.retry == DEFAULT_RETRY
    assert endpoint.max_in_flight == 4


def test_every_field_can_be_set() -> None:
    endpoint = an_endpoint(secret_env="DESK_1", events=["opened", "updated"], retry=["10s", "5m"], max_in_flight=1)

    assert endpoint.secret_env == "DESK_1"
    assert endpoint.events == ("opened", "updated")
    assert endpoint.retry == (dt.timedelta(seconds=10), dt.timedelta(minutes=5))
    assert endpoint.max_in_flight == 1


def test_two_places_for_one_secret_are_refused() -> None:
    with pytest.raises(ValidationError, match="secret_file and secret_env exclude each other"):
        an_endpoint(secret_file="a", secret_env="B")
