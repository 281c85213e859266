"""Tells the title of a work or of a model that is an organisation's name, too: *Tarkowskis „Solaris“*.

Judges by what stands before the quotation mark, or inside it before the name; the nouns are ``quoted`` in
``thing_words.yaml``. Knows no name.
"""

from __future__ import annotations

from wirekit.contracts import Entity
from wiretext.labels import spelling
from wiretext.matching.matcher import Hit
from wiretext.matching.reading import QUOTES_OPEN, Reading
from wiretext.vetoes.context.grammar import COMPOUNDING, SLAVIC
from wiretext.vetoes.context.quoting import closes_quotation, opens_quotation
from wiretext.vetoes.context.thing_words import things_of

_GENITIVE = frozenset({"en", "de", "nl", "sv", "da", "nb", "nn"})  # languages in which an author ends in an *s*
_SHORTEST = 4  # letters of a noun at the end of a compound, and of what is before it
_LONGEST = 20  # letters of such a noun


def is_work(hit: Hit, entity: Entity, reading: Reading) -> bool:
    """Whether an organisation's one word is a title in quotation marks here."""
    if entity.type != "organization" or len(hit.forms) > 1 or hit.alias.unspaced or not closes_quotation(hit, reading):
        return False
    first = reading.index(hit.start)
    if not opens_quotation(hit, reading):
        return _is_model(entity, reading, first)
    return _follows_author(reading, first) or _follows_compound(reading, first)


def _is_model(entity: Entity, reading: Reading, first: int) -> bool:
    """Whether another firm's name stands before the name in the same quotation marks: *«Хендай Солярис»*."""
    before = reading.before(first)
    if reading.language not in SLAVIC or not before or not reading.has_telling_capital(first - 1):
        return False
    opened = reading.text[reading.starts[first - 1] - 1 : reading.starts[first - 1]] in {*QUOTES_OPEN}
    return opened and all(before not in spelling(label) for label in (entity.name, *entity.names))


def _follows_author(reading: Reading, first: int) -> bool:
    """Whether the genitive of a person's whole name stands before the quotation mark."""
    if reading.language not in _GENITIVE or reading.between(first - 1, first) != ' "':
        return False
    parted = reading.word(first - 1) == "s" and reading.between(first - 2, first - 1) == "'"
    last = first - 1 - parted
    named = reading.has_telling_capital(last) and reading.has_telling_capital(last - 1)
    return named and (parted or reading.word(last).endswith("s")) and reading.between(last - 1, last) == " "


def _follows_compound(reading: Reading, first: int) -> bool:
    """Whether a compound stands before the quotation mark that ends in a noun for such a thing: *Frauenchor „X“*."""
    if reading.language not in COMPOUNDING or reading.between(first - 1, first) != ' "':
        return False
    word, quoted = reading.word(first - 1), things_of(reading.language).quoted
    earliest = max(_SHORTEST, len(word) - _LONGEST)
    return any(word[at:] in quoted for at in range(earliest, len(word) - _SHORTEST + 1))
