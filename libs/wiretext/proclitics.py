"""Short words that some scripts join to the word after them: *and*, *in*, *to*, *the*; by script, in normal form.

Whether a language joins any is not told here: Arabic letters are also those of some that do not.
"""

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

LETTERS = {script: frozenset(each for each in joined if len(each) == 1) for script, joined in PROCLITICS.items()}
"""What may be joined alone and is one letter."""

ARTICLE = {"Arab": "ال", "Hebr": "ה", "Ethi": "የ"}
"""What is joined to nouns, and is a part of some names."""

FOR_ARTICLE = {
    "Arab": ("لل", "ولل", "فلل"),
    "Hebr": ("ב", "ל", "כ", "וב", "ול", "שב", "של"),
    "Ethi": ("ለ", "በ", "ከ", "ስለ", "እንደ", "ወደ", "እና"),
}
"""What takes the place of the article."""
