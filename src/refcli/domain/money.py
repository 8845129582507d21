"""Amounts in the user's own currency, kept as whole hundredths."""

import re

from refcli.errors import UsageError

_AMOUNT = r"(\d{1,12})(?:[.,](\d{1,2}))?"
_GROUPED = r"\d{1,3}(?:([,'. ])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?"
_GROUP_MARKS = r"[,'. ](?=\d{3}(?:\D|$))"


def parse_amount(text: str) -> int:
    """Hundredths from `1200`, `1200.50`, `1,200` or `1'200.50`.

    Raises UsageError when it is no positive amount.
    """
    value = text.strip()
    plain = re.sub(_GROUP_MARKS, "", value) if re.fullmatch(_GROUPED, value) else value
    match = re.fullmatch(_AMOUNT, plain)
    if not match:
        raise UsageError(f"not an amount: {text}", "write it as 1200 or 1200.50")
    return int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))


def equal_share(cents: int, sharers: int, place: int) -> int:
    """What the sharer at `place`, from 0, gets of an amount; the first gets the rest too."""
    share, rest = divmod(cents, sharers)
    return share + rest if place == 0 else share


def amount(cents: int | None) -> float | None:
    """The amount as a number, for JSON."""
    return None if cents is None else cents / 100


def money_text(cents: int, currency: str = "") -> str:
    """The amount for a person: `1,200` or `1,200.50`, the currency behind it."""
    text = f"{cents // 100:,}" if cents % 100 == 0 else f"{cents / 100:,.2f}"
    return f"{text} {currency}".rstrip()
