"""Reads an article: text out of HTML, language, zones, sentences, mentions of watched entities, topics, fingerprint.

Pure: values in, values out; no clock, no files but its own tables and the models that it is told to load, no network.
Usable alone::

    from wiretext import Enricher
    article = Enricher(watchlist).enrich_text("my-id", "A title", "Some text.")

What an article passes, and what each step asks::

    html          text out of HTML
    layout        lines, paragraphs, sentences
    normal        one form of all letters, with a way back; asks scripts and han
    words         where words begin and end, and their keys; content says which are the article's own
    language      which language it is; asks siblings where detectors confuse some
    zones         title, lead, body, boilerplate
    matching      where names of the watch list may stand
    vetoes        whether they are meant there
    tagging       names that nobody watches; unknown makes mentions of them
    topics        what it is about
    fingerprint   by what near-duplicates are recognised
    enrich        goes all this way

For whoever writes a watch list, starter and places have names, suggesting and transliteration propose spellings, and
doubts says which names go wrong. Several ask labels (which spellings are one), proclitics (what is joined to words),
function_words (words that are no names), kindred (which language is read as which), tables, model_file, remembering
(answers by their questions), vocabulary (words by number), noting (what is told of words), picking (words by what is
true of them) and compiling.
"""

import importlib
import typing

__all__ = ["VERSION", "Composition", "Enricher", "article_text"]

_HOMES = {"VERSION": "enrich", "Enricher": "enrich", "article_text": "html", "Composition": "normal"}

if typing.TYPE_CHECKING:
    from wiretext.enrich import VERSION, Enricher
    from wiretext.html import article_text
    from wiretext.normal import Composition
else:  # hidden from type checkers, which would believe it any name

    def __getattr__(name: str) -> object:
        """Load the home of *name* when it is asked for (PEP 562): who takes text out of HTML needs no languages."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
