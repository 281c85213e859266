"""A news wire of made-up articles, some of which must alert: what they say stands in the articles themselves.

Every article is about a numbered case. Some name both persons of a pair, some only one; some are a copy of another
feed's article, some a correction of an earlier one.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from tests.builders import a_watch, a_watchlist, an_entity
from wirekit.contracts import Watchlist

ENDPOINTS = ("desk-1", "desk-2")

COUPLES = ("Ana Brodie & Tomas Ilk", "Mira Soto & Jonas Verre", "Petra Lund & Oskar Wien", "Ines Kallo & Viktor Prahm")
PAIRS: Mapping[tuple[str, str], tuple[str, ...]] = {
    (couple.split(" & ")[0], couple.split(" & ")[1]): (ENDPOINTS, ENDPOINTS[:1], ENDPOINTS[1:])[number % 3]
    for number, couple in enumerate(COUPLES)
}
"""Who is watched, and which endpoints are told. Few watches, so that each has very many stories open at a time."""

VOCABULARY = (
    "harbour bridge winter council market river engine letter garden museum tunnel season farmer window "
    "border signal copper barley anchor ribbon ladder orchard ticket silver meadow candle pepper statue "
    "lantern saddle quietly slowly twice never always nearly early later gladly hardly under behind beyond "
    "against without between opened closed carried counted painted measured repaired promised borrowed "
    "followed gathered answered crossed blue narrow heavy gentle broken distant certain hollow patient common "
    "western northern ancient modern"
)
WORDS = VOCABULARY.split()


def watchlist() -> Watchlist:
    """A watch for each pair."""
    watches = [
        a_watch(id=f"pair-{number}", entities=[slug(name) for name in pair], notify=endpoints)
        for number, (pair, endpoints) in enumerate(PAIRS.items())
    ]
    return a_watchlist(*watches, entities=tuple(an_entity(name) for pair in PAIRS for name in pair))


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


class Wire:
    """Writes articles for *feeds*; the same *luck*, the same articles.

    *telling*, *copies* and *corrections* are the parts of all articles that tell a new story of a pair, repeat one in
    another feed, and correct one.
    """

    def __init__(
        self,
        luck: random.Random,
        feeds: Sequence[str],
        telling: float = 0.35,
        copies: float = 0.15,
        corrections: float = 0.1,
    ) -> None:
        self._luck = luck
        self._feeds = feeds
        self._copied_below = copies
        self._corrected_below = copies + corrections
        self._telling_below = copies + corrections + telling
        self._cases = 0
        self._told: list[tuple[str, dict[str, str]]] = []

    def following(self) -> tuple[str, dict[str, str]]:
        """A feed, and the item that comes there now."""
        kind = self._luck.random()
        if self._told and kind < self._copied_below:
            return self._copied(*self._luck.choice(self._told))
        if self._told and kind < self._corrected_below:
            feed, item = self._luck.choice(self._told)
            return feed, {**item, "html": item["html"].replace("</p>", f" Corrected at {self._luck.random()}.</p>", 1)}
        pair = list(self._luck.choice(list(PAIRS)))
        return self.story(pair if kind < self._telling_below else pair[:1])

    def story(self, names: Sequence[str]) -> tuple[str, dict[str, str]]:
        """An article about a new case, in which *names* stand together, for any feed."""
        self._cases += 1
        feed, slug = self._luck.choice(self._feeds), f"case-{self._cases}"
        lead = f"Case {self._cases}: {' and '.join(names)} said: {self._prose(12).lower()}"
        html = f"<p>{lead}</p><p>{self._prose(20)}</p><p>{self._prose(20)}</p>"
        item = {"title": self._prose(4).rstrip("."), "link": f"https://{feed}.example/{slug}", "html": html}
        if len(names) > 1:
            self._told.append((feed, item))
        return feed, item

    def _copied(self, feed: str, item: dict[str, str]) -> tuple[str, dict[str, str]]:
        other = self._luck.choice([name for name in self._feeds if name != feed])
        link = item["link"].replace(f"//{feed}.", f"//{other}.")
        return other, {**item, "link": link, "html": f"{item['html']}<p>First told by {feed}.</p>"}

    def _prose(self, words: int) -> str:
        return " ".join(self._luck.choices(WORDS, k=words)).capitalize() + "."
