"""The first words of the command line, for the shell to complete; imports nothing at all.

A test holds them against the registry: reading that here would cost more than the answer.
"""

VERBS = (
    *("due", "done", "snooze", "skip", "log", "followup", "ask", "prep", "debrief", "kit"),
    *("thank", "intro", "reciprocate", "partner", "campaign", "testimonial", "engagement"),
    *("contact", "review", "init", "demo", "import", "export", "backup", "restore", "history"),
    *("undo", "redo", "doctor", "config"),
)


def completed(words: str, place: str) -> str | None:
    """The verbs that begin with the word under the cursor, when it is the first; else None.

    `words` and `place` are what bash says: the line, and the number of the word.
    """
    typed = words.split()
    if place != "1" or len(typed) > 2 or any(sign in words for sign in "'\"\\"):  # noqa: PLR2004
        return None
    start = typed[1] if len(typed) > 1 else ""
    if start.startswith("-"):
        return None
    found = [verb for verb in VERBS if verb.startswith(start)]
    return "".join(f"{verb}\n" for verb in found) or "\n"
