"""Phone numbers as they are compared."""

import re
from functools import lru_cache

_NO_DIGIT = re.compile(r"\D+")


@lru_cache(maxsize=8192)
def phone_key(phone: str) -> str:
    """The digits of a number, a leading `+` or `00` as `+`, without the `(0)` dialled at home."""
    plain = phone.strip()
    is_abroad = plain.startswith(("+", "00"))
    digits = _NO_DIGIT.sub("", plain.replace("(0)", "") if is_abroad else plain)
    if plain.startswith("+"):
        return "+" + digits
    return "+" + digits[2:] if digits.startswith("00") else digits
