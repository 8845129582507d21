"""`refcli contact sort`: what an imported address book needs."""

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.form import Answer, Form, save
from refcli.domain.contacts import Basis, Contact, ContactFields, Person, Tier
from refcli.domain.text import plural
from refcli.errors import INTERRUPTED, UsageError
from refcli.prompt.protocol import Choice, Prompter
from refcli.read.contact_lists import unsorted
from refcli.read.contacts import contact as read_contact
from refcli.read.contacts import contacts_by_id

_BASES = (
    Choice("client", "client", "c"),
    Choice("referred", "referred: met through an introduction", "r"),
    Choice("friend", "friend", "f"),
    Choice("family", "your family", "y"),
    Choice("partner", "partner: complementary service", "p"),
    Choice("colleague", "worked together: colleague", "w"),
    Choice("skip", "none of these; do not show again", "x"),
    Choice("stop", "quit here", "q"),
)
_TIERS = (
    Choice("A", "A: every month", "a"),
    Choice("B", "B: every three months", "b"),
    Choice("C", "C: once a year", "c"),
    Choice("none", "no rhythm", "n"),
)


def run(context: typer.Context) -> int:
    """One key each for the contacts without a basis or tier, the likeliest first."""
    app = app_of(context)
    if not app.is_interactive:
        raise UsageError(
            "sort asks questions, so it needs a terminal",
            "or: refcli contact edit NAME… --basis client --tier B",
        )
    with app.reading() as connection:
        left = unsorted(connection, app.today)
    if not left:
        app.output.line("every contact has a basis and a tier")
        return 0
    count, was_left = _sort_all(app, app.prompter(), left)
    app.output.line(f"sorted {plural(count, 'contact')}; {len(left) - count} left")
    return INTERRUPTED if was_left else 0


def _sort_all(app: App, prompter: Prompter, left: tuple[Contact, ...]) -> tuple[int, bool]:
    """Each answer is saved at once; how many were sorted, and whether the person broke off."""
    for number, contact in enumerate(left):
        app.output.flush()
        try:
            goes_on = app.part(
                lambda: _sort_one(app, prompter, contact, f"{number + 1}/{len(left)}")  # noqa: B023  called at once
            )
        except (KeyboardInterrupt, EOFError):
            return number, True
        if not goes_on:
            return number, False
    return len(left), False


def _sort_one(app: App, prompter: Prompter, listed: Contact, position: str) -> bool:
    """Ask about one contact and save it; False when the person wants to stop."""
    contact = _still_unsorted(app, listed)
    if contact is None:
        return True
    where = ", ".join(part for part in (contact.role, contact.organization) if part)
    title = f"{position} {contact.name}" + (f" ({where})" if where else "")
    basis = None
    if contact.basis is Basis.OTHER:
        basis = prompter.choose(f"{title}: how do they know you?", _BASES, default="skip")
    if basis == "stop":
        return False
    if basis == "skip":
        _skip(app, contact)
        return True
    tier = None
    if contact.tier is None:
        tier = prompter.choose(f"{title}: how often in touch?", _TIERS, default="C")
    _save(app, contact, basis, tier)
    return True


def _still_unsorted(app: App, listed: Contact) -> Contact | None:
    """The contact as they are now: the list may be long, and another shell at work on it too."""
    with app.reading() as connection:
        people = contacts_by_id(connection, [listed.id], app.today)
    return next((c for c in people if c.basis is Basis.OTHER or c.tier is None), None)


def _skip(app: App, contact: Contact) -> None:
    from refcli.write.contacts import put_off_sorting

    # Overwrites nothing that was shown: whatever they became meanwhile, they are not shown again.
    app.write("contact sort", lambda work: put_off_sorting(work, contact.id))


def _save(app: App, contact: Contact, basis: str | None, tier: str | None) -> None:
    from refcli.write.contacts import edit_contact, put_off_sorting
    from refcli.write.session import Writing

    fields = ContactFields(
        bases=(Basis(basis),) if basis else (),
        tier=Tier(tier) if tier in tuple(Tier) else None,
    )
    shown = _as_it_stands(contact)
    given = {"basis": basis, "tier": tier}

    def use_case(work: Writing) -> None:
        edit_contact(work, contact.id, fields)
        if tier == "none":
            put_off_sorting(work, contact.id)

    form = Form(
        command="contact sort",
        answers=tuple(
            Answer(what, shown[what], value)
            for what, value in ((f"{part} of {contact.name}", v) for part, v in given.items())
            if value
        ),
        look=lambda connection: _as_it_stands(
            read_contact(connection, contact.id, app.today), contact.name
        ),
        hint="go on: refcli contact sort",
        is_picked=True,
        about=Person(contact.id, contact.name),
    )
    save(app, form, use_case)


def _as_it_stands(contact: Contact, name: str = "") -> dict[str, str]:
    """What sorting overwrites, under the name that was shown."""
    who = name or contact.name
    return {f"basis of {who}": contact.basis, f"tier of {who}": contact.tier or "none"}
