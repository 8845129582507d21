"""Narrowing an ask: from the options, the plan, the usual target, or the person's answers."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from refcli.cli.commands.ask._targets import target_meant
from refcli.cli.commands.ask.options import NarrowingOptions
from refcli.cli.frame.context import App
from refcli.domain.asks import AskState, Target, TargetKind, narrowness
from refcli.domain.drafts.ask import AskParts
from refcli.domain.english.groups import narrowed_question
from refcli.domain.text import clean_line, joined
from refcli.prompt.protocol import Choice
from refcli.read.ask_parts import best_target
from refcli.read.asks import asks, targets
from refcli.read.campaigns import campaign_target

if TYPE_CHECKING:
    from refcli.write.asks import AskCommand

_NEW = "new"
_MISSING = {"industry": "an industry or a group of people", "looking_for": "what they want to do"}


class Narrowing(NamedTuple):
    """The narrowing parts of an ask; None where nothing is known."""

    target: Target | None = None
    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    kind: TargetKind | None = None

    @property
    def parts(self) -> AskParts:
        """The parts as they are put into words; a client is wanted unless another kind was said."""
        return AskParts(
            industry=self.industry,
            looking_for=self.looking_for,
            qualities=self.qualities,
            kind=self.kind or TargetKind.CLIENT,
        )

    def of(self, command: "AskCommand") -> "AskCommand":
        """The command of an ask that is narrowed in this way."""
        return command._replace(
            industry=self.industry,
            looking_for=self.looking_for,
            qualities=self.qualities,
            kind=self.kind,
            target=self.target.id if self.target else None,
        )


def told(app: App, options: NarrowingOptions) -> Narrowing:
    """What the options say, with the target looked up."""
    return Narrowing(
        target=target_meant(app, options.target),
        industry=_line(options.industry),
        looking_for=_line(options.looking_for),
        qualities=_line(options.qualities),
        kind=options.kind,
    )


def _line(text: str | None) -> str | None:
    """A phrase as it is kept and shown: one clean line."""
    return None if text is None else clean_line(text)


def narrowed(app: App, told: Narrowing, contact: int) -> Narrowing:
    """The usual narrowing for a contact; a terminal asks for what is missing in it."""
    narrowing = usual(app, told, contact)
    if app.is_interactive and not (narrowing.industry and narrowing.looking_for):
        narrowing = asked(app, narrowing)
    return narrowing


def fitted(app: App, told: Narrowing, contact: int) -> Narrowing:
    """As `narrowed`; without a terminal the target whose people the contact likeliest meets."""
    narrowing = narrowed(app, told, contact)
    if narrowing.target or narrowing.industry or narrowing.looking_for:
        return narrowing
    with app.reading() as connection:
        return filled(narrowing._replace(target=best_target(connection, contact)))


def filled(told: Narrowing) -> Narrowing:
    """What was told, and the target's parts where nothing was."""
    target = told.target
    if target is None:
        return told
    return Narrowing(
        target=target,
        industry=told.industry or target.industry,
        looking_for=told.looking_for or target.looking_for,
        qualities=told.qualities or target.qualities,
        kind=told.kind or target.kind,
    )


def usual(app: App, told: Narrowing, contact: int) -> Narrowing:
    """As told; else as planned; else the only target, or the running campaign's last one."""
    if told.target or told.industry or told.looking_for:
        return filled(told)
    with app.reading() as connection:
        planned = [
            a for a in asks(connection, app.today, contact=contact) if a.state is AskState.PLANNED
        ]
        known = targets(connection)
        in_campaign = campaign_target(connection, app.today)
    if planned:
        plan = planned[0]
        return told._replace(
            industry=plan.industry,
            looking_for=plan.looking_for,
            qualities=told.qualities or plan.qualities,
            kind=told.kind or plan.kind,
        )
    if len(known) == 1:
        return filled(told._replace(target=known[0]))
    chosen = next((t for t in known if t.id == in_campaign), None)
    return filled(told._replace(target=chosen))


def asked(app: App, narrowing: Narrowing) -> Narrowing:
    """Ask for what is missing: a target or a new one, then each part, until it is narrow."""
    prompter = app.prompter()
    with app.reading() as connection:
        known = targets(connection)
    if narrowing.target is None and known and not (narrowing.industry or narrowing.looking_for):
        choices = [Choice(str(t.id), t.name) for t in known] + [Choice(_NEW, "somebody else")]
        picked = prompter.choose("Whom would you like to meet?", choices)
        chosen = next((t for t in known if str(t.id) == picked), None)
        narrowing = filled(narrowing._replace(target=chosen))
    while True:
        if not narrowing.industry:
            answer = prompter.text(
                "In which industry or group of people?",
                hint=_example(known, "industry"),
                live=partial(_asked_about, looking_for=narrowing.looking_for),
            )
            narrowing = narrowing._replace(industry=answer)
        if not narrowing.looking_for:
            answer = prompter.text(
                "Who are looking to do what?",
                hint=_example(known, "looking_for"),
                live=partial(narrowed_question, narrowing.industry),
            )
            narrowing = narrowing._replace(looking_for=answer)
        missing = narrowness(narrowing.industry, narrowing.looking_for).missing
        if not missing:
            return narrowing
        app.output.note(_too_broad(missing))
        narrowing = narrowing._replace(**dict.fromkeys(missing))


def _asked_about(industry: str, looking_for: str | None) -> str:
    return narrowed_question(industry, looking_for)


def _example(known: tuple[Target, ...], part: str) -> str:
    """An example from the user's own targets, else one of ours."""
    own = next((value for t in known if (value := getattr(t, part))), None)
    return own or {"industry": "dental practices", "looking_for": "open a second practice"}[part]


def _too_broad(missing: tuple[str, ...]) -> str:
    wanted = joined([_MISSING[part] for part in missing])
    return f"nobody comes to mind for that: an ask needs {wanted}"
