"""What becomes of an error, grouped by what the loop does next.

::

    WirewatchError
    ├── InvalidMessage      bury it: to the dead-letter topic, never tried again
    ├── TemporaryFailure    retry it: with bounded backoff, while fetching is paused
    ├── ConfigError         refuse to start, or go on: the operator has to mend something (exit code 2)
    │   ├── Denied          an access list of Kafka is against it
    │   └── ModelDamaged    the file of a model cannot be read
    ├── FetchError          never leaves an adapter; the tree below it is in `wirekit.net.errors`
    ├── LineStopped         crash: too many records in a row cannot be handled
    └── Unconfirmed         crash: the broker did not confirm a write in time

To crash is exit code 70, with nothing acknowledged; the supervisor restarts the process. So does every other exception.
"""


class WirewatchError(Exception):
    """Base of the errors that we expect; a crash among them is told in one line, any other with its traceback."""


class InvalidMessage(WirewatchError):
    """A record or document that can never be handled, however often it is tried.

    Attributes:
        reason: Stable code of one or two words with underscores, such as ``not_json``.
        detail: A sentence for the operator; may quote a bounded part of the input.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        """Keep *reason* and *detail* for the dead-letter headers."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class TemporaryFailure(WirewatchError):
    """Something outside does not answer now and may answer later."""


class ConfigError(WirewatchError):
    """A setting or a file of the operator is wrong; the message says where and what is allowed."""
