"""A few colours that carry no meaning alone; each is also said in words or by place."""

from collections.abc import Mapping

_CODES = {
    "bold": "1",
    "dim": "2",
    "late": "33",
    "good": "32",
    "name": "36",
    "title": "1;36",
}


def wants_colour(env: Mapping[str, str], *, is_terminal: bool) -> bool:
    """NO_COLOR and FORCE_COLOR are obeyed, in this order; a dumb terminal gets none."""
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR") not in (None, "", "0"):
        return True
    return is_terminal and env.get("TERM", "") not in ("", "dumb")


def paint(text: str, style: str, *, colour: bool) -> str:
    """The text in a style, or as it is."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and text else text
