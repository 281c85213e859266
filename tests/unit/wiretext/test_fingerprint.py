from __future__ import annotations

import base64
import struct
import subprocess
import sys

from wirekit.contracts import Fingerprint
from wiretext.content import Content
from wiretext.fingerprint import METHOD, fingerprint

TEXT = " ".join(f"word{number} then word{number * 7}" for number in range(60))


def fingerprint_of(text: str) -> Fingerprint | None:
    return fingerprint(Content.of(text))


def values_of(text: str) -> tuple[int, ...]:
    found = fingerprint_of(text)
    assert found is not None
    return struct.unpack("<128I", base64.b64decode(found.signature))


def shingles_of(text: str) -> int:
    found = fingerprint_of(text)
    assert found is not None
    return found.shingles


def likeness(first: str, second: str) -> float:
    pairs = zip(values_of(first), values_of(second), strict=True)
    return sum(a == b for a, b in pairs) / 128


def test_the_signature_is_128_little_endian_values() -> None:
    found = fingerprint_of(TEXT)

    assert found is not None
    assert found.method == METHOD
    assert len(base64.b64decode(found.signature)) == 512
    assert found.shingles == 178


def test_a_copy_with_another_end_is_alike_and_another_text_is_not() -> None:
    assert likeness(TEXT, f"{TEXT} and that was all") > 0.9
    assert likeness(TEXT, " ".join(f"other{number} thing{number}" for number in range(90))) < 0.1


def test_text_without_blanks_is_compared_by_characters() -> None:
    first = "港口在一个寒冷的早晨开放了四十位客人来看河边的新起重机他们喝了茶然后坐船回家"

    assert likeness(first, f"{first}天气很好") > 0.7


def test_words_among_letters_without_blanks_stay_whole() -> None:
    assert shingles_of("港口 opened 港") == 2  # of 港, 口, opened, 港
    assert shingles_of("one two two two two one") == 3  # no run counts twice


def test_runs_of_numbers_that_grow_by_one_are_as_little_alike_as_others() -> None:
    first, second = (" ".join(map(str, range(start, start + 200))) for start in (1_000, 5_000))

    assert likeness(first, second) < 0.1


def test_another_process_makes_the_same_signature() -> None:
    program = (
        "import sys; from wiretext.fingerprint import fingerprint; from wiretext.content import Content; "
        "print(fingerprint(Content.of(sys.argv[1])).signature)"
    )

    answer = subprocess.run([sys.executable, "-c", program, TEXT], capture_output=True, text=True, check=True)

    found = fingerprint_of(TEXT)
    assert found is not None
    assert answer.stdout.strip() == found.signature


def test_no_words_have_no_fingerprint_and_one_word_has_one() -> None:
    assert fingerprint_of("") is None
    assert fingerprint_of(" - !\n") is None
    found = fingerprint_of("word")
    assert found is not None
    assert found.shingles == 1
