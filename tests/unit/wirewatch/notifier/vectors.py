"""Test vectors of Standard Webhooks v1: what its own libraries sign and verify, and what they should not."""

from __future__ import annotations

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
WEBHOOK_ID, TIMESTAMP, BODY = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
WRONG = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA="

SIGNED = {
    "the libraries' own": (WEBHOOK_ID, TIMESTAMP, BODY, GOOD),
    "ours, computed with openssl dgst": (
        "msg_ours",
        1772452800,
        '{"text":"김정은은 쇼이구를 만났다."}'.encode(),
        "v1,574IUGuRF1FUpEAahlBmzqeN+8jc4HbruzV/78DIxOE=",
    ),
}

ACCEPTED = {
    "alone": GOOD,
    "after a wrong one, before others": f"{WRONG} v2,x {GOOD} v1,bad",
    "after one that is no base64": f"v1,*** {GOOD}",
    "after one that is not ASCII": f"v1,é {GOOD}",
    "after an entry without a comma": f"nonsense {GOOD}",
    "two spaces between entries": f"{WRONG}  {GOOD}",
    "without padding": GOOD.rstrip("="),
}

REFUSED = {
    "one bit off": WRONG,
    "another version": GOOD.replace("v1,", "v2,"),
    "no version": GOOD.removeprefix("v1,"),
    "nothing": "",
    "truncated": GOOD[:-8],
    "joined by commas": f"{WRONG},{GOOD}",
}

BAD_TIMESTAMPS = ["1614265330.9", " 1614265330 ", "+1614265330", "1614265330" * 2, "١٦١٤٢٦٥٣٣٠", "", "1e9", "-1"]
