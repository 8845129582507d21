"""`refcli write NAME`."""

from typing import Annotated, NamedTuple

import typer

from refcli.cli.commands.ask.options import TargetOption
from refcli.cli.commands.contact.where import Where
from refcli.cli.dash import STDOUT
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_tag
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import narrate, report, tell
from refcli.domain.drafts.draft import Draft
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.interactions import Channel
from refcli.domain.names import MAX_ID
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.read.contacts import email_of
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for, drafts_together
from refcli.render.drafts import draft_json


class _Sending(NamedTuple):
    """What is to happen to the draft."""

    copy: bool
    mail: bool
    eml: str | None
    done: bool
    how: Channel | None

    @property
    def channel(self) -> Channel:
        """Over which channel it goes."""
        return self.how or (Channel.EMAIL if self.mail or self.eml else Channel.MESSAGE)


def run(
    context: typer.Context,
    name: NameWords = None,
    form: Annotated[
        Form | None,
        typer.Option("--form", help="What it is for; else what is most urgent.", metavar="F"),
    ] = None,
    about: Annotated[
        int | None,
        typer.Option("--about", metavar="ID", max=MAX_ID, help="A follow-up, by its number."),
    ] = None,
    tone: Annotated[
        Tone | None, typer.Option("--tone", help="How an ask sounds.", show_default=False)
    ] = None,
    together: Annotated[
        bool, typer.Option("--all", help="Thanks, news and a question in one message.")
    ] = False,
    tag: Annotated[
        str | None,
        typer.Option(
            "--tag",
            metavar="T",
            help="Those with a tag, one at a time.",
            autocompletion=complete_tag,
        ),
    ] = None,
    where: Where = None,
    target: TargetOption = None,
    to_copy: Annotated[bool, typer.Option("--copy", help="To the clipboard.")] = False,
    mail: Annotated[bool, typer.Option("--mail", help="Open it in the mail program.")] = False,
    eml: Annotated[
        str | None, typer.Option("--eml", metavar="FILE|-", help="Write it as a mail to be sent.")
    ] = None,
    edit: Annotated[
        bool, typer.Option("--edit", help="Change it in $VISUAL or $EDITOR first.")
    ] = False,
    done: Annotated[
        bool, typer.Option("--done", help="It was sent: closes what it covers.")
    ] = False,
    how: Annotated[
        Channel | None,
        typer.Option("--how", help="How it was sent, with --done.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """Draft what is most urgent with somebody, in words that can be sent."""
    app = app_of(context)
    if eml == STDOUT and (as_json or done):
        raise UsageError("--eml - prints the mail and nothing else", "leave --json and --done out")
    if tag is not None or where or target is not None:
        if name:
            raise UsageError("a name, or --tag, --where or --target", "leave one of them out")
        from refcli.cli.commands.write_round import Group, write_to_group

        group = Group(tag, tuple(where or ()), target)
        write_to_group(app, group, form, tone, how or Channel.MESSAGE)
        return
    person = app.who(
        app.needed(words_text(name), "To whom do you write?", "NAME"), for_reading=not done
    )
    wanted = Wanted(person.id, form, about, tone)
    make = drafts_together if together else draft_for
    with app.reading() as connection:
        draft = make(connection, wanted, app.today)
        address = email_of(connection, person.id)
    if draft.problem:
        app.output.note(draft.problem)
    if edit:
        from refcli.cli.editing import edited

        draft = draft._replace(text=edited(app, draft.text))
    sending = _Sending(to_copy, mail, eml, done, how)
    if as_json and not done:
        app.output.json(draft_json(draft))
    elif not as_json and eml != STDOUT:
        app.output.paragraphs(draft.text)
    _deliver(app, draft, sending, address, force=force)
    if done:
        _record(app, draft, sending, as_json=as_json)


def _deliver(app: App, draft: Draft, sending: _Sending, address: str, *, force: bool) -> None:
    if not (sending.copy or sending.mail or sending.eml):
        return
    from refcli.cli.delivery import copy, open_mail, write_eml

    if sending.copy:
        copy(app, draft.text)
        app.output.note("copied")
    if sending.eml is not None:
        write_eml(app, sending.eml, draft, address, force=force)
    if sending.mail:
        open_mail(app, draft, address)


def _record(app: App, draft: Draft, sending: _Sending, *, as_json: bool) -> None:
    from refcli.write.sent import DONE_BY_SENDING, record_sent

    written = app.write("write", lambda work: record_sent(work, draft, sending.channel))
    if as_json:
        report(app, written, as_json=True)
        return
    app.output.line()
    tell(app, written)
    narrate(app, written)
    if draft.form not in {*DONE_BY_SENDING, Form.ASK}:
        for number in draft.about:
            done = typed("refcli done {}", number)
            app.output.note(f"{number} stays open until they answer; then: {done}")
