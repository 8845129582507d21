"""Addresses that can be clicked on in terminals that can (OSC 8)."""

import re
from collections.abc import Sequence


def linked(text: str, links: Sequence[tuple[str, str]]) -> str:
    """A line in which what stands for an address can be clicked on (OSC 8)."""
    for shown, address in links:
        found = re.search(rf"(?<!\S){re.escape(shown)}(?=$|[\s,;])", text)
        if found:
            link = f"\x1b]8;;{address}\x1b\\{shown}\x1b]8;;\x1b\\"
            text = text[: found.start()] + link + text[found.end() :]
    return text
