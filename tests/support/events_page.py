"""The page of what `--json` says that a command did, made from the table of codes."""

from refcli.domain.outcomes import CODES
from refcli.render.outcomes import SENTENCES

_START = """# What was done, as codes

A command that changes something prints, under `--json`, `did` (sentences, which may be reworded),
`events`, and the follow-ups that it `opened` and `closed`. An event has a `code` and ids: `contact`
is whom it is about, `other` the second party. Codes and ids are kept, so a script reads these.
Made from `domain/outcomes.py` and `render/outcomes.py`.

| code | ids | said as |
| --- | --- | --- |
"""


def events_page() -> str:
    """The whole page as Markdown."""
    return _START + "".join(map(_row, CODES))


def _row(code: str) -> str:
    ids = ", ".join(f"`{name}`" for name in CODES[code]) or "–"
    return f"| `{code}` | {ids} | {'; '.join(SENTENCES[code])} |\n"
