"""Tells a person's short name from the word of the language that it is, too: マスク is also a mask, สี a colour.

Only in scripts without capitals, and only by the words beside it, which are in ``short_names.yaml``: such a name counts
with a title, or with what people do and things do not.
"""

from __future__ import annotations

import re

from wiretext.matching.matcher import Hit
from wiretext.matching.reading import SENTENCE_ENDS, Reading
from wiretext.scripts import CASED
from wiretext.tables import words_of
from wiretext.vetoes.context.callings import offices
from wiretext.vetoes.context.roles import has_role, is_introduced, is_on_stage
from wiretext.vetoes.context.wordlists import word_list

_SHORTEST = {"Thai": 4, "Laoo": 4, "Khmr": 4, "Mymr": 4, "Hang": 2, "Hani": 2}  # letters of a name that is no word
_REACH = 80  # characters after a name in which its sentence may end
_SUBJECT = re.compile(r"[はがも、]")
_SENTENCE = re.compile(f"[^{SENTENCE_ENDS}]*")


def is_plain_word(hit: Hit, reading: Reading) -> bool:
    """Whether a person's short *hit* is a word of the language, and nothing beside it says that a person is meant."""
    word = hit.alias.words[0]
    if len(hit.alias.words) > 1 or word.script in CASED or hit.alias.heard:
        return False
    if len(word.lemma) >= _SHORTEST.get(word.script, 0) and word.lemma not in words_of(
        "vetoes/words/short_names", "words"
    ):
        return False
    if has_role(hit, reading, offices(reading.language)) or is_on_stage(hit, reading):
        return False
    return not (_acts_unspaced if hit.alias.unspaced else _acts)(hit, reading)


def _acts_unspaced(hit: Hit, reading: Reading) -> bool:
    after = reading.text[hit.end : hit.end + _REACH].lstrip(" ")
    if word_list("vetoes/context/beside", "says").begins(after):
        return True
    sentence = _SENTENCE.match(after)
    spoken = sentence is not None and sentence[0].endswith(tuple(words_of("vetoes/words/short_names", "spoken")))
    return spoken and _SUBJECT.match(after) is not None


def _acts(hit: Hit, reading: Reading) -> bool:
    first, last = reading.index(hit.start), reading.index(hit.end - 1)
    if is_introduced(hit, reading) or _opens_sentence(hit, reading):
        return True
    return reading.after(last) in word_list("vetoes/context/beside", "says") or (
        reading.before(first) in words_of("vetoes/words/short_names", "said")
    )


def _opens_sentence(hit: Hit, reading: Reading) -> bool:
    """Whether the sentence begins with the name and no particle, as a heading with a colon does."""
    return reading.starts_sentence(hit.start) or reading.text.startswith(":", hit.end)
