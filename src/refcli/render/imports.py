"""An import's counts, and the rows that were left out."""

from refcli.domain.imports import ImportResult, JobNews, Verdict
from refcli.domain.typed import typed
from refcli.render.output import Json

_SHOWN = 10
_EXCHANGES = {"new": "new", "same": "same", "nobody": "with nobody known"}


def import_json(done: ImportResult, *, dry_run: bool) -> Json:
    """What an import did, or would do."""
    return {
        "format": done.format,
        "dry_run": dry_run,
        "new": done.people[Verdict.NEW],
        "updated": done.people[Verdict.UPDATED],
        "same": done.people[Verdict.SAME],
        "doubtful": [
            {
                "line": m.person.line,
                "name": m.person.name,
                "candidates": [{"id": c.id or None, "name": c.name} for c in m.candidates],
            }
            for m in done.doubtful
        ],
        "jobs": [
            {
                "contact": {"id": news.contact.id, "name": news.contact.name},
                "was": news.was.words,
                "now": news.now.words,
                "taken": not news.is_typed,
            }
            for news in done.jobs
        ],
        "read_as": done.read_as or None,
        "days_as": done.days_as or None,
        "columns_as": dict(done.columns_as),
        "not_kept": dict(done.not_kept),
        "rejected": [{"line": r.line, "reason": r.why} for r in done.rejected],
        "unclear": [{"line": n, "name": name, "through": t} for n, name, t in done.unclear],
        "report": done.report or None,
        "interactions": {kind: done.exchanges[kind] for kind in _EXCHANGES},
        "introductions": {kind: done.intros[kind] for kind in ("new", "updated", "same")},
    }


def import_lines(done: ImportResult, *, dry_run: bool) -> list[str]:
    """The counts in one line, then each row that was left out, with its line and reason."""
    would = "would be: " if dry_run else ""
    lines = []
    if done.people or not done.exchanges:
        parts = [f"{done.people[v]} {v}" for v in Verdict]
        parts.append(f"{len(done.rejected)} rejected")
        read_as = f", read as {done.read_as}" if done.read_as else ""
        lines.append(f"{done.format}{read_as}: {would}{', '.join(parts)}")
    if done.exchanges:
        parts = [f"{done.exchanges[kind]} {words}" for kind, words in _EXCHANGES.items()]
        lines.append(f"{done.format}, interactions: {would}{', '.join(parts)}")
    if done.intros:
        parts = [f"{count} {kind}" for kind, count in sorted(done.intros.items())]
        lines.append(f"{done.format}, introductions: {would}{', '.join(parts)}")
    changed = [news for news in done.jobs if not news.is_typed]
    if changed:
        lines.append(f"  {len(changed)} changed jobs")
        lines += [f"    {_job(news)}" for news in changed[:_SHOWN]]
    lines += [
        f"  {_job(news)}; left as you typed it: " + typed("refcli contact edit {}", news.contact)
        for news in done.jobs
        if news.is_typed
    ][:_SHOWN]
    if done.columns_as:
        told = ", ".join(f"{title} as {field}" for title, field in done.columns_as.items())
        lines.append(f"  columns read by their values: {told}; another way is --map")
    if done.days_as:
        other = "mdy" if done.days_as == "dmy" else "dmy"
        shown = "3 April" if done.days_as == "dmy" else "March 4"
        again = typed("refcli undo, then refcli config set date.order {}", other)
        lines.append(f"  3/4 was read as {shown}; if that is wrong: {again}")
    if kept := [f"{title} ({count})" for title, count in done.not_kept.items() if count]:
        lines.append(f"  not kept, since no field is for it: {', '.join(kept)}; with --keep it is")
    left_out = [
        *((m.person.line, f"left out, may be {m.who}: {m.person.name}") for m in done.doubtful),
        *((r.line, f"rejected, {r.why}") for r in done.rejected),
        *((n, f"{name} came through {t}: who that is, is unclear") for n, name, t in done.unclear),
    ]
    lines += [f"  line {line}: {text}" for line, text in sorted(left_out)[:_SHOWN]]
    if len(left_out) > _SHOWN:
        lines.append(f"  and {len(left_out) - _SHOWN} more; all of them with --json")
    return lines


def _job(news: JobNews) -> str:
    return f"{news.contact.name}: now {news.now.words}, was {news.was.words}"
