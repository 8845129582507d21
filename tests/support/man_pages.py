"""The manual's pages, made from the program itself, as `man` reads them."""

from collections.abc import Iterator

from refcli import __version__
from refcli.cli.frame.registry import GROUPS
from tests.support.described import Described, described

_ABOUT = "Whom to ask, what to say, what is owed today: your referral practice in a terminal."
_GLOBAL = (
    ("--store FILE", "The store to use; else REFCLI_STORE, else the one of your account."),
    ("-n, --no-input", "Never ask; fail naming what is missing."),
    ("-q, --quiet", "No hints and no notes, errors only."),
    ("--no-color", "No colours, whatever the terminal."),
    ("--no-pager", "Long output goes to the terminal at once."),
    ("--json", "JSON on stdout and nothing else; stands behind the command."),
    ("-V, --version", "Print the version."),
)


def man_pages() -> dict[str, str]:
    """Each page in roff, by the name of its file."""
    everything = described()
    names = list(dict.fromkeys(d.path[0] for d in everything))
    pages = {"refcli.1": _joined(_whole(names, everything))}
    for name in names:
        told = [d for d in everything if d.path[0] == name]
        pages[f"refcli-{name}.1"] = _joined(_page(name, told))
    return pages


def _whole(names: list[str], everything: list[Described]) -> Iterator[str]:
    yield from _head("refcli", "a personal referral tracker")
    yield from (".SH SYNOPSIS", ".B refcli", _safe("[OPTIONS] COMMAND …"))
    yield from (".SH DESCRIPTION", _safe(_ABOUT))
    yield ".SH COMMANDS"
    for name in names:
        yield from (".TP", f".BR refcli\\-{name} (1)", _safe(_about(name, everything)))
    yield from _options(_GLOBAL)
    yield from (".SH EXIT STATUS", _safe("0 done; 1 refused by a rule; 2 a wrong call; 3 a name"))
    yield _safe(
        "or id that is unknown or could be several; 65 to 77 a store or file that cannot be"
    )
    yield _safe("used, as in sysexits.h; 130 interrupted.")
    yield from (".SH ENVIRONMENT", ".BR REFCLI_STORE ,")
    yield from (".BR REFCLI_TODAY ,", ".BR REFCLI_NO_INPUT ,", ".BR PAGER ,", ".BR NO_COLOR .")


def _about(name: str, everything: list[Described]) -> str:
    group = next((g.help for g in GROUPS if g.name == name), None)
    return group or next(_first(d.does) for d in everything if d.path[0] == name)


def _page(name: str, commands: list[Described]) -> Iterator[str]:
    yield from _head(f"refcli-{name}", _about(name, commands).rstrip("."))
    yield ".SH SYNOPSIS"
    for told in commands:
        yield from (".B " + _safe(told.usage), ".br")
    for told in commands:
        yield f'.SH "{_safe(" ".join(told.path).upper())}"'
        yield from (".B " + _safe(told.usage), ".PP")
        yield from (_safe(line) if line else ".PP" for line in told.does.splitlines())
        for option, text in told.options:
            yield from (".TP", ".B " + _option(option), _safe(text) or "\\&")
        yield from (".PP", "For example:", ".PP", ".nf", *map(_safe, told.examples), ".fi")
    yield from (".SH SEE ALSO", ".BR refcli (1)")


def _options(options: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield ".SH OPTIONS"
    for option, text in options:
        yield from (".TP", ".B " + _safe(option), _safe(text))


def _head(name: str, about: str) -> Iterator[str]:
    yield f'.TH {name.upper().replace("-", chr(92) + "-")} 1 "" "refcli {__version__}" "refcli"'
    yield ".ad l"  # ragged: a line of choices cannot be justified
    yield from (".SH NAME", f"{_safe(name)} \\- {_safe(about)}")


def _option(text: str) -> str:
    """An option, of which long choices may break between two."""
    return _safe(text).replace("|", "|\\:")


def _first(text: str) -> str:
    return text.partition("\n\n")[0].replace("\n", " ")


def _safe(text: str) -> str:
    """Text in which roff finds no request and no escape of its own."""
    told = text.strip().replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{told}" if told.startswith((".", "'")) else told


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"
