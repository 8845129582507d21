"""The kit as text, Markdown, and one self-contained page to hand over or print."""

import html

from refcli.domain.kit import Kit, kit_parts

_STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.55 Georgia, 'Times New Roman', serif; color: #1c2733; background: #fff;
  max-width: 40rem; margin: 3rem auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
header { border-bottom: 3px solid #2a6f7f; padding-bottom: .8rem; margin-bottom: 1.6rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; }
header p { margin: .4rem 0 0; color: #51616f; font-style: italic; }
h2 { font: 600 .82rem/1.3 'Helvetica Neue', Arial, sans-serif; letter-spacing: .06em;
  text-transform: uppercase; color: #2a6f7f; margin: 1.8rem 0 .3rem; }
p { margin: .3rem 0; white-space: pre-line; }
section.target { border-left: 3px solid #c9dde2; padding-left: 1rem; }
section { break-inside: avoid; }
footer { margin-top: 2.5rem; font-size: .85rem; color: #51616f; }
@media (max-width: 30rem) { body { margin: 1.2rem auto; font-size: 16px; } }
@media print { body { margin: 0 auto; font-size: 12pt; } }
"""


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
    lines = [f"# {_escaped(kit.title)}"]
    if kit.reader:
        lines += ["", f"*{_escaped(_greeting(kit))}*"]
    for part in kit_parts(kit):
        lines += ["", f"## {_escaped(part.heading)}"]
        for line in _lines(part.lines):
            lines += ["", _escaped(line)]
    return "\n".join(lines)


def kit_html(kit: Kit) -> str:
    """One page with its style in it: no network, no script, and it prints well."""
    title = html.escape(kit.title)
    greeting = f"<p>{html.escape(_greeting(kit))}</p>" if kit.reader else ""
    sections = "\n".join(
        f"<section{' class=target' if part.heading.startswith('Whom I') else ''}>"
        f"<h2>{html.escape(part.heading)}</h2>"
        + "".join(f"<p>{html.escape(line)}</p>" for line in part.lines)
        + "</section>"
        for part in kit_parts(kit)
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1>{greeting}</header>\n<main>\n{sections}\n</main>\n"
        "<footer>Thank you for thinking of me.</footer>\n</body>\n</html>"
    )


def _greeting(kit: Kit) -> str:
    return f"For {kit.reader}: what helps me most, in a minute"


def _lines(lines: tuple[str, ...]) -> list[str]:
    return [part for line in lines for part in line.split("\n")]


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in text)


KIT_FORMATS = {"text": kit_text, "md": kit_markdown, "html": kit_html}
