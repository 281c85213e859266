"""Where the data lies, beside the project: third-party sets, read in place and never kept here."""

from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
