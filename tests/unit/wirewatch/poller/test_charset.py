"""In which encoding a document is written, whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirewatch.poller.charset import decode

TEXTS = {
    "cp1251": "Паром между Брилем и Онде снова ходит, сообщили в порту",
    "koi8-r": "Паром между Брилем и Онде снова ходит, сообщили в порту",
    "euc-kr": "브릴과 온데를 잇는 여객선이 다시 다닌다고 항만청이 밝혔다",
    "gb18030": "港务局表示布里尔与翁德之间的渡轮恢复航行",
    "big5": "港務局表示布里爾與翁德之間的渡輪恢復航行",
    "shift_jis": "ブリルとオンデを結ぶフェリーが再開したと港湾局が発表",
    "cp1256": "عادت العبارة بين المدينتين إلى العمل كما قالت سلطة الميناء",
}


def document(text: str, encoding: str, declared: str | None = None) -> bytes:
    declaration = f' encoding="{declared}"' if declared else ""
    return f'<?xml version="1.0"{declaration}?><rss><title>{text}</title></rss>'.encode(encoding)


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"], ids=str)
def test_a_false_or_missing_declaration_does_not_garble_the_text(encoding: str, declared: str | None) -> None:
    decoded = decode(document(TEXTS[encoding], encoding, declared))

    assert TEXTS[encoding] in decoded.text
    assert decoded.exact


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Le bac repart — « enfin »", "cp1252", "iso-8859-1"),
        ("Vapur yine işliyor, dedi şirket", "cp1254", "iso-8859-9"),
        ("镕基", "gb18030", "gb2312"),
        ("똠방각하", "cp949", "euc-kr"),
        ("①髙﨑", "cp932", "shift_jis"),
        ("フェリーが再開", "iso-2022-jp", "iso-2022-jp"),
        ("Паром снова ходит", "utf-8", "iso-8859-1"),
        ("Паром снова ходит", "utf-16", "utf-8"),
        ("Паром снова ходит", "utf-8-sig", "windows-1251"),
        ("Паром снова ходит", "utf-8", "no-such-encoding"),
        ("Паром снова ходит", "utf-8", "base64"),
    ],
)
def test_a_label_is_read_as_browsers_do_and_yields_to_better_evidence(text: str, encoding: str, declared: str) -> None:
    assert text in decode(document(text, encoding, declared)).text


def test_the_header_counts_where_the_document_declares_nothing() -> None:
    body = document("Prom znów kursuje, mówi spółka", "iso-8859-2")

    assert decode(body, "text/xml; charset=ISO-8859-2").encoding == "iso8859-2"


def test_the_declaration_counts_more_than_the_header() -> None:
    body = document("Prom znów kursuje", "iso-8859-2", "iso-8859-2")

    assert decode(body, "text/xml; charset=windows-1251").encoding == "iso8859-2"


def test_the_language_helps_where_bytes_alone_are_ambiguous() -> None:
    text = "フェリーが再開した"

    assert text in decode(document(text, "euc-jp"), language="ja").text


def test_the_language_in_the_document_counts_more_than_the_operators() -> None:
    body = "<rss><language>tr</language><title>Vapur işliyor, dedi şirket</title></rss>".encode("cp1254")

    assert decode(body, language="ru").encoding == "cp1254"


@pytest.mark.parametrize("label", ["idna", "punycode", "raw_unicode_escape", "undefined", "unicode-escape"])
def test_a_codec_of_python_that_is_no_charset_is_no_declaration(label: str) -> None:
    body = document("Prom \\u0041 znów kursuje", "utf-8", label)

    assert decode(body, f"text/xml; charset={label}").encoding == "utf-8"


def test_what_nothing_decodes_is_marked() -> None:
    decoded = decode(b"\xef\xbb\xbfa\xff")

    assert (decoded.text, decoded.exact) == ("a\ufffd", False)


@given(st.binary(max_size=200))
def test_every_body_decodes_to_something(body: bytes) -> None:
    assert isinstance(decode(body).text, str)


@given(st.text(max_size=100))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    body = text.encode("utf-8", "ignore")

    assert decode(b"<a>" + body).text == "<a>" + body.decode()
