"""`refcli doctor`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json
from refcli.cli.report import tell
from refcli.domain.findings import Finding, Severity
from refcli.errors import DAMAGED_STORE, BadData
from refcli.read.checkup import checkup
from refcli.store.backup import make_backup
from refcli.store.db import (
    READ_SECONDS,
    connect,
    heal,
    is_empty,
    refuse_if_lost,
    schema_version,
    translated,
)
from refcli.store.surroundings import surroundings, tighten

_MARKS = {Severity.OK: "✓", Severity.NOTE: "·", Severity.WARN: "!", Severity.BAD: "✗"}
_STYLES = {Severity.OK: "good", Severity.NOTE: "dim", Severity.WARN: "late", Severity.BAD: "late"}


def run(
    context: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Put right what can be, after a backup.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> int:
    """Check the store and its surroundings, each finding with its remedy."""
    app = app_of(context)
    findings = _findings(app)
    if repair and any(f.repairs for f in findings):
        _refuse_damaged(app, findings)
        if not app.confirmed("Put these right, after a backup?", yes=yes):
            app.output.line("nothing was changed")
            return 0
        _repair(app, findings, is_quiet=as_json)
        findings = _findings(app)
    if as_json:
        app.output.json(
            [
                {"code": f.code, "severity": f.severity.value, "text": f.text, "remedy": f.remedy}
                for f in findings
            ]
        )
    else:
        _show(app, findings)
    bad = [f.text for f in findings if f.severity is Severity.BAD]
    if bad:
        app.output.note(f"{bad[0]}; nothing was changed")
    return BadData.exit_code if bad else 0


def _findings(app: App) -> list[Finding]:
    if is_empty(app.store):
        refuse_if_lost(app.store)
        app.output.note(f"there is no store yet: {app.store}")
        return list(surroundings(app.store, app.env))
    return [*_inside(app), *surroundings(app.store, app.env)]


def _inside(app: App) -> list[Finding]:
    """What is in the store; damage is a finding, a foreign or newer file an error."""
    try:
        with translated(app.store):
            heal(app.store, READ_SECONDS)
            connection = connect(app.store, "ro", READ_SECONDS)
            try:
                return list(checkup(connection, schema_version(connection, app.store)))
            finally:
                connection.close()
    except BadData as error:
        if error.code != DAMAGED_STORE:
            raise
        return [Finding("integrity", Severity.BAD, error.message, "refcli restore BACKUP")]


def _refuse_damaged(app: App, findings: list[Finding]) -> None:
    if any(f.severity is Severity.BAD for f in findings):
        _show(app, findings)
        raise BadData("what is damaged is not guessed at, nothing was changed", "refcli restore")


def _repair(app: App, findings: list[Finding], *, is_quiet: bool) -> None:
    codes = {f.code for f in findings if f.repairs}
    today = app.today.isoformat()
    with translated(app.store):
        make_backup(app.store, today, "before-repair")
        if "modes" in codes:
            tighten(app.store)
    if "rapport" in codes:
        from refcli.write.repair import rebuild_derived

        rebuild_derived(app.store, today)
    if codes & {"superfluous", "missing", "different"}:
        from refcli.write.repair import repair_follow_ups

        written = app.write("doctor", repair_follow_ups)
        if not is_quiet:
            tell(app, written)


def _show(app: App, findings: list[Finding]) -> None:
    out = app.output
    for finding in findings:
        mark = out.painted(_MARKS[finding.severity], _STYLES[finding.severity])
        lines = out.wrapped(finding.text, "  ")
        out.line(f"{mark} {lines[0][2:]}")
        out.lines(lines[1:])
        if finding.remedy and finding.severity is not Severity.OK:
            out.hint(f"  {finding.remedy}")
