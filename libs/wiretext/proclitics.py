"""Short words that some scripts join to the word after them: *and*, *in*, *to*, *the*; by script, in normal form."""

from __future__ import annotations

PROCLITICS = {
    "Arab": frozenset(
        {"و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "بال", "فال", "كال", "ول", "وب", "فل", "ولل", "فب", "وك"}
    ),
    "Hebr": frozenset(
        {"ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "מה", "כש", "לכש", "שב", "ושה"}
    ),
    "Ethi": frozenset({"የ", "በ", "ለ", "ከ", "እና", "ስለ"}),
}
"""What may be joined to a word, alone or two and three together."""

LONGEST_PROCLITIC = 3
"""Letters of what is joined, together."""

ONE_LETTER = {script: frozenset(each for each in joined if len(each) == 1) for script, joined in PROCLITICS.items()}
"""What may be joined alone and is one letter."""

ARTICLE = {"Arab": "ال", "Hebr": "ה", "Ethi": "የ"}
"""What is joined to nouns, and is a part of some names."""

FOR_ARTICLE = {
    "Arab": ("لل", "ولل", "فلل"),
    "Hebr": ("ב", "ל", "כ", "וב", "ול", "שב", "של"),
    "Ethi": ("ለ", "በ", "ከ", "ስለ", "እንደ", "ወደ", "እና"),
}
"""What takes the place of the article."""

# Languages in Arabic or Hebrew letters that join no short word to the next.
_JOINS_NOTHING = frozenset({"az", "bal", "ckb", "fa", "ks", "ku", "pa", "pnb", "ps", "sd", "skr", "ug", "ur", "yi"})


def joins_words(language: str) -> bool:
    """Whether *language* (ISO 639) joins short words to the next in a script where one can be."""
    return language not in _JOINS_NOTHING
