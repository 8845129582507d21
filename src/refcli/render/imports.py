"""An import's counts, and the rows that were left out."""

from collections import Counter
from collections.abc import Sequence

from refcli.domain.imports import ImportFile, Match, Verdict
from refcli.render.values import Json

_SHOWN = 10


def import_json(file: ImportFile, matches: Sequence[Match], *, dry_run: bool) -> Json:
    """What an import did, or would do."""
    counts = Counter(m.verdict for m in matches)
    return {
        "format": file.format,
        "dry_run": dry_run,
        "new": counts[Verdict.NEW],
        "updated": counts[Verdict.UPDATED],
        "same": counts[Verdict.SAME],
        "doubtful": [
            {
                "line": m.person.line,
                "name": m.person.name,
                "candidates": [{"id": c.id or None, "name": c.name} for c in m.candidates],
            }
            for m in matches
            if m.verdict is Verdict.DOUBTFUL
        ],
        "rejected": [{"line": r.line, "reason": r.reason} for r in file.rejected],
    }


def import_lines(file: ImportFile, matches: Sequence[Match], *, dry_run: bool) -> list[str]:
    """The counts in one line, then each row that was left out, with its line and reason."""
    counts = Counter(m.verdict for m in matches)
    parts = [f"{counts[v]} {v}" for v in Verdict if v is not Verdict.DOUBTFUL]
    parts += [f"{counts[Verdict.DOUBTFUL]} doubtful", f"{len(file.rejected)} rejected"]
    would = "would be: " if dry_run else ""
    lines = [f"{file.format}: {would}{', '.join(parts)}"]
    left_out = [
        *(
            (m.person.line, f"left out, may be {_who(m)}: {m.person.name}")
            for m in matches
            if m.verdict is Verdict.DOUBTFUL
        ),
        *((r.line, f"rejected, {r.reason}") for r in file.rejected),
    ]
    lines += [f"  line {line}: {text}" for line, text in sorted(left_out)[:_SHOWN]]
    if len(left_out) > _SHOWN:
        lines.append(f"  and {len(left_out) - _SHOWN} more; all of them with --json")
    return lines


def _who(match: Match) -> str:
    return " or ".join(f"@{c.id}" if c.id else "a row above" for c in match.candidates)
