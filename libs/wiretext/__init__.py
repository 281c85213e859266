"""Reads an article: text out of HTML, language, zones, sentences, mentions of watched entities, topics, fingerprint.

Pure: values in, values out; no clock, no files but its own tables and the models that it is told to load, no network.
Usable alone::

    from wiretext import Enricher
    article = Enricher(watchlist).enrich_text("my-id", "A title", "Some text.")
"""

from wiretext.enrich import VERSION, Enricher
from wiretext.html import article_text
from wiretext.normal import Composition

__all__ = ["VERSION", "Composition", "Enricher", "article_text"]
