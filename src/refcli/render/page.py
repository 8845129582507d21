"""One self-contained page: its style in it, no network, no script, and it prints well."""

import html

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


def page(title: str, subtitle: str, sections: str, *, style: str = "") -> str:
    """The whole page; `sections` is HTML that is escaped already, `style` comes after our own."""
    below = f"<p>{html.escape(subtitle)}</p>" if subtitle else ""
    head = html.escape(title)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{head}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n"
        f"<header><h1>{head}</h1>{below}</header>\n<main>\n{sections}\n</main>\n"
        "</body>\n</html>"
    )
