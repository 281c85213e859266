"""W3C Trace Context, the ``traceparent`` field: which trace a record belongs to. Never makes random bytes itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Version 00 ends after the flags; a later version may go on after another dash (W3C Trace Context 3.2.4).
_FORM = re.compile(
    r"(?P<version>[0-9a-f]{2})-(?P<trace>[0-9a-f]{32})-(?P<parent>[0-9a-f]{16})-(?P<flags>[0-9a-f]{2})(-.*)?"
)
_SAMPLED = 0x01


@dataclass(frozen=True, slots=True)
class TraceParent:
    """One step of a trace.

    Attributes:
        trace_id: 16 bytes, the same from feed to webhook; not all zero.
        parent_id: 8 bytes, of the step that wrote the field; not all zero.
        sampled: Whether the writer may have recorded the trace.
    """

    trace_id: bytes
    parent_id: bytes
    sampled: bool = True

    @classmethod
    def begin(cls, entropy: bytes) -> TraceParent:
        """A new trace from 24 random bytes."""
        return cls(entropy[:16], entropy[16:24])

    @classmethod
    def parse(cls, text: str) -> TraceParent | None:
        """Read the field; None where it is not valid, which by the standard begins a new trace."""
        match = _FORM.fullmatch(text)
        if match is None or match["version"] == "ff" or (match["version"] == "00" and match[5]):
            return None
        trace_id, parent_id = bytes.fromhex(match["trace"]), bytes.fromhex(match["parent"])
        if not any(trace_id) or not any(parent_id):
            return None
        return cls(trace_id, parent_id, bool(int(match["flags"], 16) & _SAMPLED))

    def __str__(self) -> str:
        """The field, in version 00."""
        return f"00-{self.trace_id.hex()}-{self.parent_id.hex()}-{self.sampled:02x}"
