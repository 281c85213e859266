"""Strategies: text as it comes from the web, in many scripts, with all that is odd in it."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

PIECES = [
    "Anna Berg", "ANNA BERG", "Anna\u00a0Berg", "An\u00adna Berg", "Анна Берг", "Анной Берг",
    "أنّا برغ", "אנה ברג", "अन्ना बर्ग", "安娜·贝里", "アンナ・ベルク", "안나 베르크", "แอนนา แบร์ก", "Ἄννα",
    "İstanbul", "Straße", "ﬁn", "ｶﾞ", "e\u0301", "\u1100\u1161\u11a8", "क\u093c", "\u200f", "\u200b",
    "\ufeff", "\x00", "\x07", "\r\n", "\n\n", "\u2028", " ", ". ", "! ", "。", "？", "…", "«", "»",
    "(WHO)", "Read more: ", "1. ", "𝔘", "🙂", "\U0001f1e9", "a", "б", "ß", "ŉ",
]  # fmt: skip
messy = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join)
"""Names, marks, control characters and anything else, strung together; not normalised."""

unhurried = settings(deadline=None)
"""For properties of whole articles: the first example loads tables and models."""
