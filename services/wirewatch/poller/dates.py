"""Reads the dates that feeds write. Never invents one: what cannot be read for certain is None, never the present.

Chain: RFC 822, ISO 8601 and other layouts that allow one reading only; seconds or milliseconds since 1970; what
feedparser read, if its numbers are the numbers that stand there; dateparser for names of months in other languages.
Numbers alone that have two readings (01/02/2024) have none.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_CLOCK = (
    r"(?:(?:\s*T\s*|,?\s+(?:at\s+)?)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?)?\s*\(?(?P<zone>(?:UTC?|GMT)?[+-]\d{1,2}:?(?:\d{2})?|[a-z]{1,5}|[a-z_]+(?:/[a-z_-]+)+)?\)?"
)
_DAY_NAME = r"(?:[^\W\d]{2,12}\.?,?\s+)?"
_NUMERIC = r"(?P<day>\d{1,2})"
_LAYOUTS = tuple(
    re.compile(layout + _CLOCK, re.IGNORECASE)
    for layout in (
        _DAY_NAME + _NUMERIC + r"[\s-]+(?P<name>[a-z]{3,9})\.?,?[\s-]+(?P<year>\d{4}|\d{2})",
        _DAY_NAME + r"(?P<name>[a-z]{3,9})\.?\s+" + _NUMERIC + r"(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)" + _NUMERIC,
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        _NUMERIC + r"\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<either>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})",
        r"(?P<year>\d{4})[年년]\s*(?P<month>\d{1,2})[月월]\s*(?P<day>\d{1,2})[日일]",
    )
)
_SHORTENED_CLOCK = re.compile(r"(T\d{2})(\d{2})(\d{2})?(?=$|[Z+-])")
_EPOCH = re.compile(r"(\d{10}|\d{13})(?:\.\d{1,9})?")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_OFFSET = re.compile(r"(?:UTC?|GMT)?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_MOST_OFFSET = dt.timedelta(hours=14)
# RFC 822 section 5, and names that mean one offset only.
_ZONE_HOURS = {
    0: "Z UT UTC GMT WET",
    1: "CET MEZ WEST",
    2: "CEST MESZ MEST EET",
    3: "EEST MSK TRT",
    5: "PKT",
    7: "WIB ICT",
    8: "WITA HKT SGT AWST",
    9: "WIT JST KST",
    9.5: "ACST",
    10: "AEST",
    11: "AEDT",
    12: "NZST",
    13: "NZDT",
    -4: "EDT",
    -5: "EST CDT",
    -6: "CST MDT",
    -7: "MST PDT",
    -8: "PST",
}
_ZONES = {name: dt.timedelta(hours=hours) for hours, names in _ZONE_HOURS.items() for name in names.split()}
_EARLIEST_YEAR = 1991
_AHEAD = dt.timedelta(hours=24)
_RAW_CHARS = 80
_FEWEST_DIGITS = 5
_GUESSES = 40
# dateparser knows 200 languages and takes seconds to load them.
_LANGUAGES = (
    *("en", "id", "ms", "ru", "uk", "bg", "sr", "ko", "ja", "zh", "ar", "fa", "he", "de", "fr", "es", "pt", "it", "nl"),
    *("pl", "cs", "sk", "hu", "ro", "tr", "vi", "th", "hi", "el", "sv", "da", "nb", "fi", "hr", "sl", "lt", "lv", "et"),
    *("ka", "hy", "az", "kk", "uz", "bn", "ta", "ur", "sw", "tl"),
)


class _NoSuchDate(ValueError):
    """The layout is known and the numbers name no instant: no other step may read it."""


@dataclass(frozen=True, slots=True)
class ReadDate:
    """An instant in UTC or None, and where it came from: the field, what stands there, and what was done with it."""

    instant: dt.datetime | None
    source: str | None


NO_DATE = ReadDate(None, None)


class DateReader:
    """Reads the dates of one document; *now* only refuses the future. Guesses at most 40 times, 10 to 50 ms each."""

    def __init__(self, now: dt.datetime, language: str | None = None) -> None:
        """*language* (BCP 47) tells in which language months are named."""
        self._now = now
        named = (language or "")[:2].lower()
        self._languages = sorted(_LANGUAGES, key=lambda code: code != named)
        self._guesses_left = _GUESSES

    def read(self, field: str, raw: str, parsed: Sequence[int] | None = None) -> ReadDate:
        """Read *raw*, the content of *field*; *parsed* is feedparser's reading (year to second, in UTC)."""
        text = " ".join(raw.split())
        source = f"{field}: {text[:_RAW_CHARS]}"
        if not text or len(text) > _RAW_CHARS:
            return ReadDate(None, source if text else None)
        try:
            moment = _by_layout(text) or _by_epoch(text) or _confirmed(text, parsed) or self._guessed(text)
        except _NoSuchDate:
            moment = None
        if moment is None:
            return ReadDate(None, f"{source} (not read)")
        if moment.tzinfo is None:
            moment, source = moment.replace(tzinfo=dt.UTC), f"{source} (no zone: read as UTC)"
        if moment.year < _EARLIEST_YEAR or moment - self._now > _AHEAD:
            return ReadDate(None, f"{source} (refused: {'before 1991' if moment < self._now else 'in the future'})")
        return ReadDate(moment.astimezone(dt.UTC), source)

    def _guessed(self, text: str) -> dt.datetime | None:
        digits, letters = sum(map(str.isdigit, text)), any(map(str.isalpha, text))
        if not self._guesses_left or digits < _FEWEST_DIGITS or not letters:
            return None
        from dateparser.date import DateDataParser  # noqa: PLC0415 - slow to load, and well-kept feeds never need it

        self._guesses_left -= 1
        # Relative readings ("yesterday") and parts filled in from today are off: both would invent.
        settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
        guesser = DateDataParser(self._languages, try_previous_locales=False, use_given_order=True, settings=settings)
        try:
            found: dt.datetime | None = guesser.get_date_data(text).date_obj
        except (ValueError, OverflowError, TypeError, LookupError):
            return None
        return found


@lru_cache(maxsize=8192)
def _by_layout(text: str) -> dt.datetime | None:
    """A feed writes the same dates at every poll."""
    text = _SHORTENED_CLOCK.sub(lambda clock: ":".join(filter(None, clock.groups())), text)
    for layout in _LAYOUTS:
        if (match := layout.fullmatch(text)) is None:
            continue
        found = match.groupdict()
        if (day_and_month := _day_and_month(found)) is None:
            continue
        try:
            day = dt.datetime(_year(found["year"]), day_and_month[1], day_and_month[0])  # noqa: DTZ001 -- zone follows
            return _in_zone(day + _clock(found), found["zone"])
        except (ValueError, OverflowError) as error:
            raise _NoSuchDate(text) from error
    return None


def _day_and_month(found: dict[str, str | None]) -> tuple[int, int] | None:
    """Day and month, or None where the name is no English month; raises _NoSuchDate where both could be either."""
    if name := found.get("name"):
        months = [number for month, number in _MONTHS.items() if month.startswith(name.lower()[:3])]
        whole = months and list(_MONTHS)[months[0] - 1].startswith(name.lower())
        return (int(found["day"] or 0), months[0]) if whole or name.lower() == "sept" else None
    if either := found.get("either"):
        first, second = int(either), int(found["other"] or 0)
        if first <= 12 and second <= 12 and first != second:  # noqa: PLR2004 -- months of a year
            raise _NoSuchDate(either)
        return (first, second) if first > second else (second, first)
    return int(found["day"] or 0), int(found["month"] or 0)


def _year(text: str | None) -> int:
    """Two digits as RFC 2822 4.3 reads them."""
    number = int(text or 0)
    return number if len(text or "") > 2 else number + (2000 if number < 50 else 1900)  # noqa: PLR2004


def _clock(found: dict[str, str | None]) -> dt.timedelta:
    """Since midnight; 24:00 is the next one, a leap second the one before it."""
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if half := found["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004
            raise ValueError(half)
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):  # noqa: PLR2004
        raise ValueError(hour)
    return dt.timedelta(hours=hour, minutes=minute, seconds=min(second, 59))


def _in_zone(moment: dt.datetime, zone: str | None) -> dt.datetime:
    """*moment* in the named zone; naive where none or an unknown one is named. Raises ValueError beyond 14 hours."""
    if not zone:
        return moment
    if match := _OFFSET.fullmatch(zone):
        offset = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        if offset > _MOST_OFFSET:
            raise ValueError(zone)
        return moment.replace(tzinfo=dt.timezone(offset if match[1] == "+" else -offset))
    if (offset_of_name := _ZONES.get(zone.upper())) is not None:
        return moment.replace(tzinfo=dt.timezone(offset_of_name))
    try:
        return moment.replace(tzinfo=zoneinfo.ZoneInfo(zone)) if "/" in zone else moment
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):  # America/Argentina is a folder of zones
        return moment


def _by_epoch(text: str) -> dt.datetime | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    number = int(match[1])
    return dt.datetime.fromtimestamp(number / 1000 if len(match[1]) > 10 else number, dt.UTC)  # noqa: PLR2004


def _confirmed(text: str, parsed: Sequence[int] | None) -> dt.datetime | None:
    """What feedparser read, where its numbers are the numbers of *text*: it reads 2024-13-01 as 2025 otherwise."""
    if parsed is None:
        return None
    read = sorted(part for part in parsed[:6] if part)
    if read != sorted(number for number in map(int, re.findall(r"\d+", text)) if number):
        return None
    year, month, day, hour, minute, second = parsed[:6]
    return dt.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 -- no zone was among the numbers
