"""Words that people type for commands that are called otherwise: understood, or pointed on."""

from collections.abc import Sequence

from refcli.domain.typed import typed

# What only reads is run; `help` explains what follows.
_RUN = {
    "today": ("due",),
    "todo": ("due",),
    "tasks": ("due",),
    "tomorrow": ("due", "--within", "1"),
    "week": ("due", "--within", "7"),
    "calendar": ("meet", "list"),
    "agenda": ("meet", "list"),
    "birthdays": ("contact", "dates"),
    "version": ("--version",),
    "find": ("contact", "find"),
    "search": ("contact", "find"),
    "contacts": ("contact",),
    "people": ("contact",),
}
# What would change something, or could mean several, is pointed on.
_POINTED: dict[str, tuple[str, ...]] = {
    "list": ("refcli contact list", "refcli followup list", "refcli ask list"),
    "show": ("refcli contact {}",),
    "add": ("refcli contact add {}", "refcli followup {}"),
    "new": ("refcli contact add {}",),
    "create": ("refcli contact add {}",),
    "delete": ("refcli undo", "refcli log delete ID", "refcli contact drop {}"),
    "remove": ("refcli undo", "refcli log delete ID", "refcli contact drop {}"),
    "edit": ("refcli contact edit {}", "refcli log edit ID", "refcli followup edit ID"),
    "note": ("refcli log {}", "refcli contact edit NAME --note TEXT"),
    "call": ("refcli log {}",),
    "email": ("refcli write {}",),
    "mail": ("refcli write {}",),
    "send": ("refcli write {}",),
    "remind": ("refcli followup {} TEXT --due WHEN",),
    "reminder": ("refcli followup NAME TEXT --due WHEN",),
    "promise": ("refcli ask answer NAME promised", "refcli followup NAME TEXT --due WHEN"),
    "birthday": ("refcli contact date {} birthday WHEN", "refcli contact dates"),
    "date": ("refcli contact date {} LABEL WHEN",),
    "introduction": ("refcli intro {} PERSON",),
    "referral": ("refcli intro {} PERSON",),
    "card": ("refcli kit export card.html", "refcli partner card {}"),
    "print": ("refcli kit export card.html",),
    "owe": ("refcli reciprocate balance",),
    "owes": ("refcli reciprocate balance",),
    "favor": ("refcli reciprocate {} WHAT",),
    "favors": ("refcli reciprocate balance", "refcli reciprocate list"),
    "favours": ("refcli reciprocate balance", "refcli reciprocate list"),
    "field": ("refcli contact edit {} --set FIELD=VALUE",),
    "tag": ("refcli contact edit {} --tag TAG",),
    "everything": ("refcli contact timeline {}", "refcli export all.json"),
    "target": ("refcli kit target {}",),
    "client": ("refcli contact edit {} --basis client",),
    "met": ("refcli log {}",),
    "report": ("refcli review",),
    "settings": ("refcli config",),
    "stats": ("refcli review",),
    "start": ("refcli init", "refcli demo"),
    "begin": ("refcli init", "refcli demo"),
    "setup": ("refcli init",),
    "forget": ("refcli contact drop {}", "refcli contact forget {}"),
    "drop": ("refcli contact drop {}",),
    "sort": ("refcli contact sort",),
    "who": ("refcli ask who",),
}
_WITH_VALUE = ("--store",)
# Without a shell's name they mean the one at hand.
_OF_SHELLS = ("--install-completion", "--show-completion")
AT_HAND = "auto"


def understood(argv: Sequence[str]) -> list[str]:
    """The arguments with a word for a command in its own words: `today` is `due`."""
    if argv[-1] in _OF_SHELLS:
        return [*argv, AT_HAND]
    place = _place(argv)
    word = argv[place].lower() if place < len(argv) else ""
    before, rest = list(argv[:place]), list(argv[place + 1 :])
    if word == "help":
        return [*before, *rest, "--help"] if rest != ["all"] else [*before, "help", "all"]
    return [*before, *_RUN[word], *rest] if word in _RUN else list(argv)


def pointed(argv: Sequence[str]) -> str:
    """Lines that may be meant by a first word that is no command, '' for none."""
    place = _place(argv)
    if place >= len(argv):
        return ""
    lines = _POINTED.get(argv[place].lower(), ())
    rest = " ".join(argv[place + 1 :])
    return ", or ".join(_filled(line, rest) for line in lines)


def _filled(line: str, rest: str) -> str:
    return typed(line, rest) if rest and "{}" in line else line.replace("{}", "NAME")


def _place(argv: Sequence[str]) -> int:
    """Where the command stands: behind the options of refcli itself."""
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 2 if argv[place] in _WITH_VALUE else 1
    return place
