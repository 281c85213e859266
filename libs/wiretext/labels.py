"""What is one spelling of a name and what is two: the matcher finds a name whatever its separators, case and accents.

Knows no entity and compares no sounds.
"""

from __future__ import annotations

from functools import lru_cache

from wiretext.normal import normalise
from wiretext.scripts import WORD, script_of


@lru_cache(maxsize=1 << 16)
def spelling(label: str) -> tuple[str, ...]:
    """The words of *label* in normal form; labels for which it is the same are one to the matcher."""
    return tuple(WORD.findall(normalise(label).text))


def first_script(label: str) -> str:
    """The script (ISO 15924) of the first letter of *label*; ``Zyyy`` without one."""
    return next((script_of(letter) for letter in label if letter.isalpha()), "Zyyy")
