"""What the right side shows of one person: now, words, timeline, network."""

from collections.abc import Iterator

from refcli.cli.desk.words import Words
from refcli.cli.frame.context import App
from refcli.domain.contacts import Person
from refcli.domain.ties import from_them
from refcli.domain.tree import path_to, referral_tree
from refcli.errors import RefcliError
from refcli.read.ask_parts import best_parts
from refcli.read.contacts import contact, email_of
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
from refcli.read.prep import prep_for
from refcli.read.settings import read_settings
from refcli.read.timeline import timeline
from refcli.read.tree import links
from refcli.render.layout import Sheet
from refcli.render.prep import prep_sheet
from refcli.render.terminal import columns_of, pad
from refcli.render.timeline import moment_text
from refcli.render.tree import tree_lines


def now_of(app: App, person: int) -> str:
    """Who they are, what was lately, what is open, and whether they may be asked."""
    with app.reading(quiet=True) as connection:
        found = prep_for(connection, person, app.today, best_parts(connection, person))
    return "\n".join(_sheet_lines(prep_sheet(found, app.today)))


def _sheet_lines(sheet: Sheet) -> Iterator[str]:
    width = max((columns_of(label) for label, _ in sheet.fields), default=0)
    yield from (f"{pad(label, width)}  {value}" for label, value in sheet.fields)
    for section in sheet.sections:
        yield from ("", section.title.upper(), *(f"  {line}" for line in section.lines))


def words_of(app: App, person: int, about: int | None) -> Words:
    """The draft for a follow-up, or for what is most urgent with somebody."""
    with app.reading(quiet=True) as connection:
        try:
            draft = draft_for(connection, Wanted(person, about=about), app.today)
        except RefcliError as error:
            return Words(why=f"{error.message}\n{error.hint}".strip())
        except LookupError:
            return Words(why="they are not there any more")
        return Words(draft, email_of(connection, person) or "")


def timeline_of(app: App, person: Person) -> str:
    """All that was said and done, newest first."""
    with app.reading(quiet=True) as connection:
        found = timeline(connection, person)
    return "\n".join(moment_text(moment, app.today) for moment in found) or "nothing yet"


def network_of(app: App, person: Person) -> str:
    """Ties, whom they came by, and whom they brought as a tree."""
    with app.reading(quiet=True) as connection:
        who = contact(connection, person.id, app.today)
        known = links(connection)
        currency = read_settings(connection).text("currency")
    lines = [f"{tie.contact.name}  {from_them(tie.word)}" for tie in who.ties] or ["no ties yet"]
    path = path_to(person.id, known)
    if path:
        lines += ["", "CAME BY", " → ".join(each.name for each in path)]
    brought = tree_lines(referral_tree(known, person.id), currency, lined=True)
    if brought:
        lines += ["", "BROUGHT", *brought]
    return "\n".join(["TIES", *lines])
