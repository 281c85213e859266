from __future__ import annotations

import base64
import struct
import subprocess
import sys

from wiretext.fingerprint import METHOD, fingerprint
from wiretext.scripts import WORD

TEXT = " ".join(f"word{number} then word{number * 7}" for number in range(60))


def values_of(text: str) -> tuple[int, ...]:
    found = fingerprint(WORD.findall(text))
    assert found is not None
    return struct.unpack("<128I", base64.b64decode(found.signature))


def likeness(first: str, second: str) -> float:
    pairs = zip(values_of(first), values_of(second), strict=True)
    return sum(a == b for a, b in pairs) / 128


def test_the_signature_is_128_little_endian_values() -> None:
    found = fingerprint(WORD.findall(TEXT))

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


def test_another_process_makes_the_same_signature() -> None:
    program = f"from wiretext.fingerprint import fingerprint; print(fingerprint({TEXT.split()!r}).signature)"

    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    found = fingerprint(WORD.findall(TEXT))
    assert found is not None
    assert answer.stdout.strip() == found.signature


def test_no_words_have_no_fingerprint_and_one_word_has_one() -> None:
    assert fingerprint([]) is None
    found = fingerprint(["word"])
    assert found is not None
    assert found.shingles == 1
