"""A sentence as it was typed: read, and each of its people found, asked about or refused."""

from typing import NamedTuple

from refcli.cli.frame.context import App
from refcli.domain.contacts import Basis
from refcli.domain.dates import Look
from refcli.domain.lengths import LONGEST_SENTENCE
from refcli.domain.sentence.parts import Mention, is_relation, relation_in
from refcli.domain.sentence.reading import Clock, Sentence, read_sentence
from refcli.domain.typed import typed
from refcli.domain.when.reader import Reader
from refcli.errors import UnknownName
from refcli.read.meant import Meant, Nobody
from refcli.read.names import nearest, unknown


class Newcomer(NamedTuple):
    """Somebody whom the sentence names for the first time."""

    name: str
    basis: Basis


class People(NamedTuple):
    """Whom a sentence is about: contacts, and those who are to be added."""

    ids: tuple[int, ...]
    newcomers: tuple[Newcomer, ...] = ()


def read_told(app: App, raw: str, *, find_people: bool, is_ahead: bool = False) -> Sentence:
    """The sentence; raises UsageError for a day or a time that is none, or two of them.

    Of a text that goes on and on the beginning is read, and all of it kept.
    """
    read_part, rest = _parted(raw)

    def read(reader: Reader) -> Sentence:
        with app.reading(quiet=True) as connection:
            people = Meant(connection) if find_people else Nobody()
            return read_sentence(read_part, people, Clock(reader, app.hour, is_ahead))

    reader = Reader(app.today, Look.BACK)
    sentence = app.in_own_order(read_part, reader, read)
    return sentence._replace(text=sentence.text + rest) if rest else sentence


def _parted(raw: str) -> tuple[str, str]:
    """What of a text is read as a sentence, up to the end of a word, and what follows."""
    if len(raw) <= LONGEST_SENTENCE:
        return raw, ""
    end = raw.rfind(" ", 0, LONGEST_SENTENCE)
    end = end if end > 0 else LONGEST_SENTENCE
    return raw[:end], raw[end:]


def people_of(app: App, mentions: tuple[Mention, ...]) -> People:
    """The contacts who are named; several are picked from and new ones asked about on a terminal.

    Elsewhere raises UnknownName or AmbiguousName.
    """
    ids: list[int] = []
    newcomers: list[Newcomer] = []
    for mention in mentions:
        if len(mention.ids) == 1:
            ids.append(mention.ids[0])
        elif mention.ids:
            ids.append(app.who(mention.typed).id)
        else:
            _ask_about(app, mention.typed, ids, newcomers)
    return People(tuple(dict.fromkeys(ids)), tuple(newcomers))


def _ask_who_is(app: App, said: str, ids: list[int]) -> None:
    """Whom `Anna's husband` means, who is no name; raises UnknownName where nobody can be asked."""
    if not app.is_interactive:
        tie = typed("refcli contact tie NAME NAME --as {}", relation_in(said))
        raise UnknownName(f"nobody is known as {said}", f"say the name, or note it: {tie}")
    answer = app.prompter().text(f"Who is {said}?", hint="a name; Enter for nobody to keep")
    if answer:
        ids.append(app.who(answer).id)


def _ask_about(app: App, name: str, ids: list[int], newcomers: list[Newcomer]) -> None:
    if is_relation(name):
        _ask_who_is(app, name, ids)
        return
    if not app.is_interactive:
        with app.reading(quiet=True) as connection:
            raise unknown(connection, name)
    from refcli.prompt.protocol import Choice

    with app.reading(quiet=True) as connection:
        near = nearest(connection, name)
    choices = (
        *(Choice(each, each) for each in near),
        Choice("add", "add them", "a"),
        Choice("known", "somebody I know", "k"),
        Choice("nobody", "nobody to keep", "n"),
    )
    prompter = app.prompter()
    question = f"Nobody is called {name}. Who is it?" if near else f"{name} is new:"
    answer = prompter.choose(question, choices, default=near[0] if near else "add")
    if answer == "add":
        bases = [Choice(basis, basis) for basis in Basis]
        basis = Basis(prompter.choose(f"Who is {name} to you?", bases, default=Basis.OTHER))
        newcomers.append(Newcomer(name, basis))
    elif answer in near:
        ids.append(app.who(answer).id)
    elif answer == "known":
        ids.append(app.who(prompter.text("Who is it?")).id)
