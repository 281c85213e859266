"""What the pages are given of a cache that holds what came."""

from __future__ import annotations

from pathlib import Path

from tests import builders
from wirewatch.console.adapters.queries import Queries
from wirewatch.console.adapters.read_model import ReadModel
from wirewatch.console.folding import changes_of, kept_article


def test_the_list_shows_each_alert_once_in_its_newest_revision(tmp_path: Path) -> None:
    model = ReadModel(tmp_path / "console.db")
    first, second = builders.an_alert(), builders.an_alert(revision=2, kind="updated")
    model.commit([*changes_of(first, 0), *changes_of(second, 0)], {})

    listed = Queries(model).alerts()

    assert [(one.seq, one.alert.revision) for one in listed] == [(2, 2)]


def test_the_page_of_an_alert_has_the_text_of_its_articles(tmp_path: Path) -> None:
    model = ReadModel(tmp_path / "console.db")
    alert, article = builders.an_alert(), builders.an_article()
    model.commit([*changes_of(alert, 0), kept_article(article), *changes_of(builders.a_delivery_attempt(), 0)], {})

    page = Queries(model).alert(alert.alert_id)

    assert page is not None
    assert page.articles == ((article, alert.evidence),)
    assert page.deliveries == (builders.a_delivery_attempt(),)
