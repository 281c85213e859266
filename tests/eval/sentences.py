"""Sentence boundaries on the test sets of Universal NER, twelve sentences at a time, put together again from tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

from tests.bench.report import table
from tests.eval.beside import LANGUAGE_WORK, lines_of
from wiretext.layout import layout, sentences

_TOGETHER = 12
_NO_BLANK_BEFORE = re.compile(r"[,.;:!?…)\]}»”’%]+|[.,!?][\"”»]|'[a-z]{1,2}|n't")
_NO_BLANK_AFTER = re.compile(r"[(\[{«„“‘]")
_UNSPACED = {"zh"}


def section() -> str:
    """A table of precision, recall and F1 of the boundaries inside a text, by language."""
    rows = [_row(path) for path in sorted(LANGUAGE_WORK.glob("ner_uner*_test.conll.gz"))]
    mean = sum(float(str(row[-1])) for row in rows) / len(rows)
    figures = table(["set", "language", "sentences", "precision", "recall", "F1"], rows)
    return (
        f"{figures}\n\nMean F1 {mean:.3f}. The English set is text of the web, a good part of it without full stops.\n"
    )


def _row(path: Path) -> tuple[object, ...]:
    _, name, language, _ = path.name.split("_")
    whole = list(_sentences(path, language))
    right = found = wanted = 0
    for at in range(0, len(whole), _TOGETHER):
        some = whole[at : at + _TOGETHER]
        text = _join(some, language)
        given = {end for _, end in sentences(text, layout("", text[2:]).lines, language)} - {len(text)}
        true = _ends(some, language) - {len(text)}
        right, found, wanted = right + len(given & true), found + len(given), wanted + len(true)
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return name, language, len(whole), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}"


def _sentences(path: Path, language: str) -> Iterator[str]:
    for is_token, group in groupby(lines_of(path), key=bool):
        if is_token:
            yield _written([line.partition("\t")[0] for line in group], language)


def _written(tokens: list[str], language: str) -> str:
    """*tokens* as a text would have them."""
    if language in _UNSPACED:
        return "".join(tokens)
    text, quoted = tokens[0], tokens[0] == '"'
    for before, token in pairwise(tokens):
        closes = token == '"' and quoted
        opened = before == '"' and quoted
        glued = closes or opened or _NO_BLANK_BEFORE.fullmatch(token) or _NO_BLANK_AFTER.fullmatch(before)
        text += token if glued else f" {token}"
        quoted ^= token == '"'
    return text


def _join(some: list[str], language: str) -> str:
    return "\n\n" + ("" if language in _UNSPACED else " ").join(some)


def _ends(some: list[str], language: str) -> set[int]:
    return {len(_join(some[: count + 1], language)) for count in range(len(some))}
