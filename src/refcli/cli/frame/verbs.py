"""The words of the command line, for the shell to complete; imports nothing at all.

A test holds them against the registry: reading that here would cost more than the answer.
"""

VERBS = (
    *("due", "done", "tried", "snooze", "skip", "log", "meet", "followup"),
    *("ask", "path", "desk", "prep", "write", "talk"),
    *("debrief", "kit", "words"),
    *("thank", "intro", "reciprocate", "partner", "campaign", "testimonial", "engagement"),
    *("contact", "review", "init", "demo", "import", "export", "backup", "restore", "history"),
    *("undo", "redo", "doctor", "config", "help"),
)

# Groups whose default verb takes a contact's name: a verb or a name may follow.
GROUP_VERBS = {
    "meet": ("add", "list", "move", "cancel"),
    "followup": ("add", "edit", "delete", "list", "done", "tried", "snooze", "skip", "catchup"),
    "ask": ("who", "add", "answer", "edit", "delete", "list", "show", "draft"),
    "intro": (
        *("add", "made", "reached", "won", "lost", "give", "consent", "pass", "bad", "repaired"),
        *("tree", "edit", "delete", "list", "show"),
    ),
    "thank": ("draft", "add", "edit", "delete", "received", "list"),
    "reciprocate": ("add", "list", "edit", "delete", "ideas", "pairs", "balance"),
    "partner": ("set", "interview", "card", "list", "suggest"),
    "testimonial": ("add", "edit", "delete", "list", "export"),
    "engagement": ("add", "list", "edit", "delete"),
    "contact": (
        *("add", "show", "date", "dates", "timeline", "edit", "list", "find", "sort", "tie"),
        *("untie", "rest", "drop", "dupes", "merge", "forget", "restore"),
    ),
}
# Verbs after which a contact's name follows.
NAME_VERBS = {
    "meet": ("add",),
    "followup": ("add",),
    "ask": ("add", "answer", "edit", "show", "draft"),
    "kit": ("share",),
    "intro": (
        *("add", "made", "reached", "won", "lost", "give", "consent", "pass", "bad", "repaired"),
        *("tree", "edit", "show"),
    ),
    "thank": ("draft", "add", "received"),
    "reciprocate": ("add", "ideas"),
    "partner": ("set", "interview", "card"),
    "testimonial": ("add",),
    "engagement": ("add",),
    "contact": (
        *("add", "show", "date", "timeline", "edit", "tie", "untie", "rest", "drop"),
        *("merge", "forget", "restore"),
    ),
}
NAME_COMMANDS = ("prep", "write", "talk", "debrief")


def takes_name(words: list[str]) -> bool:
    """Whether a contact's name may come next."""
    if len(words) == 1:
        return words[0] in NAME_COMMANDS or words[0] in GROUP_VERBS
    return len(words) == 2 and words[1] in NAME_VERBS.get(words[0], ())  # noqa: PLR2004


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
