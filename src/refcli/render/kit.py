"""The kit as text, Markdown, and one self-contained page to hand over or print."""

import html

from refcli.domain.kit import Kit, kit_parts
from refcli.render.markdown import escaped
from refcli.render.page import page


def kit_text(kit: Kit) -> str:
    """Plain text, for a mail or a terminal."""
    lines = [kit.title, "=" * min(60, len(kit.title))]
    if kit.reader:
        lines += ["", _greeting(kit)]
    for part in kit_parts(kit):
        lines += ["", part.heading, *(f"  {line}" for line in _lines(part.lines))]
    return "\n".join(lines)


def kit_markdown(kit: Kit) -> str:
    """Markdown."""
    lines = [f"# {escaped(kit.title)}"]
    if kit.reader:
        lines += ["", f"*{escaped(_greeting(kit))}*"]
    for part in kit_parts(kit):
        lines += ["", f"## {escaped(part.heading)}"]
        for line in _lines(part.lines):
            lines += ["", escaped(line)]
    return "\n".join(lines)


def kit_html(kit: Kit) -> str:
    """One page with its style in it: no network, no script, and it prints well."""
    sections = "\n".join(
        f"<section{' class=target' if part.heading.startswith('Whom I') else ''}>"
        f"<h2>{html.escape(part.heading)}</h2>"
        + "".join(f"<p>{html.escape(line)}</p>" for line in part.lines)
        + "</section>"
        for part in kit_parts(kit)
    )
    return page(kit.title, _greeting(kit) if kit.reader else "", sections)


def _greeting(kit: Kit) -> str:
    return f"For {kit.reader}: what helps me most, in a minute"


def _lines(lines: tuple[str, ...]) -> list[str]:
    return [part for line in lines for part in line.split("\n")]


KIT_FORMATS = {"text": kit_text, "md": kit_markdown, "html": kit_html}
