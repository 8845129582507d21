"""A draft: a text that can be sent, to whom, and which follow-ups it does."""

from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.drafts.ask import AskParts
from refcli.domain.drafts.form import TRAITS, Form


class Draft(NamedTuple):
    """A text that can be sent; `about` are the numbers of the follow-ups that it covers.

    `problem` is why the built-in words stand where the user has a template, `parts` what an ask was
    narrowed by.
    """

    form: Form
    to: tuple[Person, ...]
    text: str
    about: tuple[int, ...] = ()
    problem: str = ""
    parts: AskParts | None = None

    @property
    def subject(self) -> str:
        """Its subject line."""
        return TRAITS[self.form].subject


def joined_texts(texts: tuple[str, ...], greeting: str) -> str:
    """Several drafts to one person as one: the greeting stands once, each a paragraph."""
    first, *others = texts
    paragraphs = [first, *(without_greeting(text, greeting) for text in others)]
    return "\n\n".join(paragraphs)


def without_greeting(text: str, greeting: str) -> str:
    """The text without whom it greets, as a sentence of its own."""
    rest = text.removeprefix(f"{greeting}, ")
    return rest[:1].upper() + rest[1:]
