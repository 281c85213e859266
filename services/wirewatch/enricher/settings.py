"""The enricher's knobs."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from wirekit.runtime.settings import HealthPort, Instance, ServiceSettings, service_config


class EnricherSettings(ServiceSettings):
    """``WIREWATCH_ENRICHER_<KEY>``."""

    model_config = service_config("enricher")

    health_port: HealthPort = 8782
    workers: int | None = Field(
        None, ge=1, le=256, description="child processes that enrich; as many as this process may use CPUs when not set"
    )
    article_seconds: float = Field(20.0, gt=0, le=300, description="after so long on one article a child is killed")
    tagger: str = Field(
        "built-in",
        max_length=1000,
        description="who finds names that no watch list holds: built-in, off, or a plug-in and its model (spacy:/path, "
        "hf:/path, gliner:/path)",
    )
    topics: Path | None = Field(
        None, description="file, or folder of files, with cue words and topics of your own (docs/topics.md)"
    )
    instance: Instance = None
