"""`refcli import FILE`."""

from typing import Annotated

import typer

from refcli.cli.commands.importing._maps import keep_map, map_meant
from refcli.cli.commands.importing.flow import ImportOptions, import_path
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.imports import Verdict
from refcli.errors import UsageError
from refcli.exchange.readers import ImportFormat
from refcli.render.imports import import_json, import_lines


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-",
            help="An address book, calendar, mailbox or export, or a folder of cards or mail;"
            " - is stdin.",
        ),
    ],
    form: Annotated[
        ImportFormat | None,
        typer.Option("--as", help="The format, if it is not recognised.", show_default=False),
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option(
            "--map",
            metavar='"COLUMN=FIELD,…"|NAME',
            help="What the columns of any table are, or the name under which you kept that.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would happen; write nothing.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave rows out that cannot be read.")
    ] = False,
    titles: Annotated[
        bool, typer.Option("--titles", help="Keep the titles of a calendar's events.")
    ] = False,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="The encoding, if it is read wrongly."),
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep columns without a field as fields of your own.")
    ] = False,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write what is left out, with the reasons, in a file to mend and import again.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Bring in what you have: contacts, calendars, mailboxes; the same file twice changes nothing.

    Of mail only From, To, Cc and Date are read; of events no title unless you ask for it.
    """
    app = app_of(context)
    if mapping is not None and form not in (None, ImportFormat.CSV):
        raise UsageError(
            f"--map says what the columns of any table are, those of --as {form} are known",
            "leave one of the two out",
        )
    options = ImportOptions(
        form=form,
        mapping=None if mapping is None else map_meant(app, mapping),
        dry_run=dry_run,
        skip_bad=skip_bad,
        with_titles=titles,
        encoding=encoding,
        keeps=keep,
        report=report,
    )
    done = import_path(app, file, options)
    if mapping is not None and not dry_run:
        keep_map(app, mapping)
    if as_json:
        app.output.json(import_json(done, dry_run=dry_run))
        return
    lines = import_lines(done, dry_run=dry_run)
    app.output.lines(app.output.fitted(line) for line in lines)
    if done.report:
        then = ": mend it and import that" if done.is_mendable else ", with the reasons"
        app.output.note(f"what was left out stands in {done.report}{then}")
    elif report is not None:
        app.output.note("nothing was left out, so no report was written")
    is_whole = done.format == ImportFormat.REFCLI  # what you said of them has come with them
    if not dry_run and done.people[Verdict.NEW] and not is_whole:
        app.output.note("who are they to you? go through them: refcli contact sort")
