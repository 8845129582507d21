"""What a check-up finds, each with its remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; what is `bad` makes the command fail."""

    OK = "ok"
    NOTE = "note"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` is what to do; `repairs`: `--repair` does it."""

    code: str
    severity: Severity
    text: str
    remedy: str = ""
    repairs: bool = False
