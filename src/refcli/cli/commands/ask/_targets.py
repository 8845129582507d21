"""The target that an option names."""

from refcli.cli.frame.context import App
from refcli.domain.asks import Target
from refcli.domain.text import fold
from refcli.errors import UnknownName


def target_meant(app: App, typed: str | None) -> Target | None:
    """The target of that name or part of it; None when none is named."""
    if typed is None:
        return None
    from refcli.read.asks import targets

    with app.reading() as connection:
        known = targets(connection)
    exact = [t for t in known if fold(t.name) == fold(typed)]
    found = exact or [t for t in known if fold(typed) in fold(t.name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(t.name for t in (found or known))
    what = f"{len(found)} targets match" if found else "no target matches"
    raise UnknownName(
        f"{what} {typed!r}: {names or 'there are none yet'}",
        "see them: refcli kit targets" if known else "add one: refcli kit target NAME",
    )
