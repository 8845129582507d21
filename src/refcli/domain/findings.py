"""What a check-up finds, each with its remedy."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is; what is `bad` makes the command fail."""

    OK = "ok"
    NOTE = "note"
    WARN = "warn"
    BAD = "bad"


class Finding(NamedTuple):
    """One thing that was looked at; `remedy` is what to do; `repairs`: `--repair` does it."""

    code: str
    severity: Severity
    text: str
    remedy: str = ""
    repairs: bool = False
