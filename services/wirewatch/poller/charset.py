"""Decides in which encoding a document is written, and decodes it. Parses nothing.

Order: byte order mark, declaration in the document, ``charset`` of the HTTP header, UTF-8, statistics. A step counts
only when every byte decodes. A declared one-byte encoding decodes anything, so it yields to bytes that are valid UTF-8,
and the Western one, which most false declarations name, to words that are made of bytes beyond ASCII.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([A-Za-z0-9._:-]{1,40})\s*["']""")
_DECLARED_WITHIN = 1024
_HEADER = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
# Labels mean what browsers read them as (WHATWG Encoding, 4.2): the superset that carries the label in practice.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
    "euc_jis_2004": "euc_jp",
}
# Python's own codecs of text: of domain names, of string literals, and one that refuses all.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
_ONE_BYTE = re.compile(r"cp125\d|cp874|cp8\d\d|iso8859|koi8|mac|latin")
_WESTERN = "cp1252"
_NOT_WESTERN = re.compile(rb"[\x80-\xff]{4,}")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_LANGUAGE = re.compile(rb"""(?:<language>|<dc:language>|\sxml:lang=["'])\s*([A-Za-z]{2})""")
# What the statistics choose from when the language says nothing better.
_USUAL = (
    *(
        "cp1251",
        "koi8_r",
        "cp949",
        "gb18030",
        "big5",
        "cp932",
        "euc_jp",
        "cp1252",
        "cp1250",
        "cp1254",
        "cp1256",
        "cp1253",
    ),
    *("cp1255", "cp1257"),
)
_BY_LANGUAGE = {
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), ("cp1251", "koi8_r")),
    **dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl"), ("cp1250",)),
    **dict.fromkeys(("da", "de", "en", "es", "fi", "fr", "id", "it", "ms", "nb", "nl", "no", "pt", "sv"), (_WESTERN,)),
    **dict.fromkeys(("ar", "fa", "ur"), ("cp1256",)),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "th": ("cp874",),
    "tr": ("cp1254",),
    "vi": ("cp1258",),
    "zh": ("gb18030", "big5"),
}
_FOREIGN = re.compile(rb"[\x80-\xff][^<>]{0,400}")
_SAMPLE_BYTES = 32 * 1024
_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as text, and which Python codec read it; *exact* is False where bytes had to be replaced."""

    text: str
    encoding: str
    exact: bool = True


def decode(body: bytes, content_type: str | None = None, language: str | None = None) -> Decoded:
    """Decode *body*. Always answers: the last resort is U+FFFD for what does not decode.

    Args:
        body: The document.
        content_type: The HTTP header.
        language: BCP 47 code that the operator gave; one in the document counts more. Only the statistics use it.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _with_replacements(body[len(mark) :], encoding)
    utf8 = _attempt(body, "utf-8")
    for encoding in _announced(body, content_type):
        if _is_doubtful(body, encoding, is_utf8=utf8 is not None):
            continue
        if (text := _attempt(body, encoding)) is not None:
            return Decoded(text, encoding)
    if utf8 is not None:
        return Decoded(utf8, "utf-8")
    return _with_replacements(body, _guess(body, language) or "utf-8")


def _is_doubtful(body: bytes, encoding: str, *, is_utf8: bool) -> bool:
    if body.isascii() or not _ONE_BYTE.match(encoding):
        return False
    if is_utf8:
        return True
    if encoding != _WESTERN:
        return False
    sample = _sample(body)
    return 2 * sum(len(run) for run in _NOT_WESTERN.findall(sample)) > len(_BEYOND_ASCII.findall(sample))


def _announced(body: bytes, content_type: str | None) -> list[str]:
    declared = _DECLARED.search(body[:_DECLARED_WITHIN])
    header = _HEADER.search(content_type or "")
    labels = (declared[1].decode("ascii") if declared else None, header[1] if header else None)
    return [encoding for label in labels if label and (encoding := _codec(label))]


def _codec(label: str) -> str | None:
    """The Python codec that reads text labelled *label*; None for an unknown label or a codec that is no charset."""
    try:
        found = codecs.lookup(label)
    except LookupError:
        return None
    if not found._is_text_encoding or found.name in _NO_CHARSETS:  # noqa: SLF001 -- bytes.decode applies the same test
        return None
    return _SUPERSETS.get(found.name, found.name)


def _attempt(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _with_replacements(body: bytes, encoding: str) -> Decoded:
    text = body.decode(encoding, "replace")
    return Decoded(text, encoding, exact="\ufffd" not in text)


def _guess(body: bytes, language: str | None) -> str | None:
    sample = _sample(body)
    named = _LANGUAGE.search(body[:_HEAD_BYTES])
    code = (named[1].decode("ascii") if named else language or "")[:2].lower()
    for among in (_BY_LANGUAGE.get(code), _USUAL):
        if among and (best := charset_normalizer.from_bytes(sample, cp_isolation=list(among)).best()):
            return _SUPERSETS.get(best.encoding, best.encoding)
    return None


def _sample(body: bytes) -> bytes:
    """The stretches that are not ASCII: in the markup around them a few titles would drown."""
    sample = bytearray()
    for stretch in _FOREIGN.finditer(body):
        sample += stretch[0] + b"\n"
        if len(sample) >= _SAMPLE_BYTES:
            break
    return bytes(sample)
