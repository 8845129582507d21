"""Phone numbers as they are compared."""


def phone_key(phone: str) -> str:
    """The digits of a number, a leading `+` or `00` as `+`."""
    digits = "".join(c for c in phone if c.isdigit())
    if phone.strip().startswith("+"):
        return "+" + digits
    return "+" + digits[2:] if digits.startswith("00") else digits
