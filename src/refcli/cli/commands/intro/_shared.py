"""What several intro commands share: which one is meant, its steps, and how it is told."""

from refcli.cli.drafted import show_draft
from refcli.cli.frame.context import App, Written
from refcli.cli.report import narrate, tell
from refcli.domain.drafts.form import Form
from refcli.domain.interactions import Channel
from refcli.domain.intros import Fault, Intro, IntroState
from refcli.domain.names import number_in
from refcli.errors import Refused
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
from refcli.read.due import all_open
from refcli.read.intros import intro, intro_meant
from refcli.read.settings import read_settings
from refcli.render.intros import intro_json, intro_sheet


def intro_meant_by(
    app: App, intro_id: str | None, step: IntroState | None = None, *, for_reading: bool = False
) -> Intro:
    """The introduction of that number, or the prospect's newest in which the step is possible."""
    typed = app.needed(intro_id, "Which introduction?", "ID", hint="its number, or a prospect")
    if number_in(typed) is None:
        typed = f"@{app.who(typed, for_reading=for_reading).id}"
    with app.reading(quiet=not for_reading) as connection:
        return intro_meant(connection, typed, step)


def take(
    app: App,
    intro_id: str | None,
    step: IntroState,
    *,
    on: str | None,
    note: str | None,
    as_json: bool,
    channel: Channel | None = None,
    value_cents: int | None = None,
    fault: Fault | None = None,
    meeting: str | None = None,
) -> None:
    """Take one step of an introduction and tell."""
    meant = intro_meant_by(app, intro_id, step)
    day = app.past(on) or app.today
    from refcli.write.intro_steps import StepCommand, take_step
    from refcli.write.session import Writing

    command = StepCommand(
        step=step,
        on=day,
        note=note,
        channel=channel,
        value_cents=value_cents,
        fault=fault,
        meeting=app.future(meeting),
        prospect=meant.prospect.id,
    )

    def use_case(work: Writing) -> int:
        take_step(work, meant.id, command)
        return meant.id

    report_intro(app, app.write(f"intro {step}", use_case), as_json=as_json)


def show_intro(app: App, intro_id: int, *, as_json: bool) -> None:
    """One introduction in full."""
    with app.reading() as connection:
        found = intro(connection, intro_id)
        items = all_open(connection, app.today.isoformat(), intro=intro_id)
        currency = read_settings(connection).text("currency")
    if as_json:
        app.output.json(intro_json(found))
    else:
        app.output.sheet(intro_sheet(found, app.today, currency, items))


def report_intro(app: App, written: Written[int], *, as_json: bool) -> None:
    """What was done to an introduction: the introduction as JSON, else the lines."""
    if as_json:
        show_intro(app, written.value, as_json=True)
    else:
        tell(app, written)
    narrate(app, written)


def say_draft(app: App, contact: int, form: Form, intro: int | None, *, as_json: bool) -> None:
    """The words to say or send, after what was done; nothing where JSON is wanted."""
    if as_json:
        return
    try:
        with app.reading() as connection:
            draft = draft_for(connection, Wanted(contact, form, intro=intro), app.today)
    except Refused as error:  # what was done is done, and needs no words
        app.output.note(error.message)
        return
    app.output.line()
    show_draft(app, draft, indent="  ")
