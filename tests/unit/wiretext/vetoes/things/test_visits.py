"""When somebody goes to the thing before which his name stands, and when it is called so."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.things.named import is_thing

SOMEBODY = a_person("Nadir Berg", "नादिर मोहिते", "নাদির মজুমদার", "نادر چوہان", "நாதிர் செல்வம்", "నాదిర్ రెడ్డి", "नादिर देउवा")


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("hi", "नादिर मोहिते विद्यालय पहुँचे।", False),
        ("hi", "नादिर मोहिते विद्यालय में मिलने गए।", False),
        ("hi", "नादिर मोहिते पार्क में पौधे लगाए गए।", True),
        ("hi", "नादिर मोहिते उच्च माध्यमिक विद्यालय में मेला लगा।", True),
        ("ur", "نادر چوہان گرلز ہائی اسکول میں میلہ ہوا۔", True),
        ("mr", "नादिर मोहिते माध्यमिक विद्यालयात मेळावा झाला.", True),
        ("mr", "नादिर मोहितेंनी पूल पाहिला.", False),
        ("ne", "नादिर देउवाले पुल उद्घाटन गरे।", False),
        ("bn", "নাদির মজুমদার বালিকা উচ্চ বিদ্যালয়ে মেলা বসেছে।", True),
        ("bn", "নাদির মজুমদারকে পুরস্কার দেওয়া হয়।", False),
        ("ta", "நாதிர் செல்வம் அரசு மேல்நிலைப் பள்ளியில் விழா நடந்தது.", True),
        ("te", "నాదిర్ రెడ్డికి అవార్డు లభించింది.", False),
    ],
)
def test_a_postposition_or_a_verb_of_going_parts_a_name_from_a_thing(language: str, text: str, *, thing: bool) -> None:
    reading = read(text, language)

    assert is_thing(hit_in(reading, SOMEBODY), SOMEBODY, reading) is thing
