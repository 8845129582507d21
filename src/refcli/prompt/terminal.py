"""Questions on a terminal, the only place that imports questionary.

Escape goes back, Ctrl-C and Ctrl-D leave. An example stands in a dim line above the question, so
that nobody takes it for something typed.
"""

import asyncio
import textwrap
from collections.abc import Sequence
from functools import partial

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from refcli.domain.text import shown
from refcli.prompt.ahead import drop_enters
from refcli.prompt.ending import end_in_order
from refcli.prompt.protocol import Choice, GoBack, Live
from refcli.prompt.tail import SECONDS, Tail

# Seconds after which Escape is a key of its own, not the beginning of an arrow.
_ESCAPE_ALONE = 0.05
# So many choices are taken in at a glance.
_GLANCE = 9
# The cursor is shown, and what is pasted is pasted as it is.
_AS_IT_WAS = b"\x1b[?25h\x1b[?2004l\r\n"
_DIM = "fg:ansibrightblack"

_STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("question", "bold"),
        ("answer", "fg:ansicyan"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("instruction", "fg:ansibrightblack"),
        ("bottom-toolbar", "noreverse fg:ansibrightblack"),
    ]
)


class TerminalPrompter:
    """Asks with questionary; Ctrl-C and Ctrl-D leave."""

    def __init__(self) -> None:
        self._is_told = False
        self._tail = Tail()
        end_in_order(_AS_IT_WAS)
        drop_enters()

    def _tell_keys(self) -> None:
        """Say once how to go back and how to leave."""
        if not self._is_told:
            questionary.print("  Esc goes back one question, Ctrl-C leaves", style=_DIM)
        self._is_told = True

    def text(
        self, question: str, *, default: str = "", hint: str = "", live: Live | None = None
    ) -> str:
        """A line of text."""
        self._tell_keys()
        if hint:
            questionary.print(f"  {shown(hint)}", style=_DIM)
        below = None if live is None else partial(_below, live)
        asked = questionary.text(
            shown(question), default=default, style=_STYLE, bottom_toolbar=below
        )
        said = str(_answer(asked, _of_line(self._tail))).strip()
        self._tail.end()
        return said

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        """The value of one of the choices, picked with the arrows or by its key."""
        self._tell_keys()
        items = [
            questionary.Choice(shown(c.label), value=c.value, shortcut_key=c.key or None)
            for c in choices
        ]
        has_keys = all(c.key for c in choices)
        asked = questionary.select(
            shown(question),
            items,
            default=default or None,
            use_shortcuts=has_keys,
            use_jk_keys=False,
            use_search_filter=not has_keys,
            instruction=" " if has_keys or len(items) <= _GLANCE else "(type to narrow the list)",
            style=_STYLE,
        )
        if has_keys:
            _answer_by_key(asked, choices, self._tail)
            return str(_answer(asked))
        self._tail.end()
        _answer_what_is_found(asked)
        return str(_answer(asked))

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        self._tell_keys()
        asked = questionary.confirm(shown(question), default=default, style=_STYLE)
        self._tail.end()
        yes = bool(_answer(asked))
        self._tail.begin(*("y", "yes") if yes else ("n", "no"))
        return yes


def _below(live: Live) -> str:
    """What the line typed so far comes to, wrapped to the terminal."""
    app = get_app()
    said = shown(live(app.current_buffer.text))
    width = app.output.get_size().columns - len("  ")
    return "\n".join(f"  {line}" for line in textwrap.wrap(said, max(width, 1)))


def _answer_by_key(asked: questionary.Question, choices: Sequence[Choice], tail: Tail) -> None:
    """One key is an answer: no Enter after it, and the answer stays behind the question."""
    bindings = asked.application.key_bindings
    if not isinstance(bindings, KeyBindings):
        return
    held = _Held(choices, tail)
    for number, choice in enumerate(choices):

        @bindings.add(choice.key, eager=True)
        def _pick(event: KeyPressEvent, at: int = number) -> None:
            held.press(event, at)

    _pass_over(bindings, tail, held, frozenset(choice.key for choice in choices))


class _Held:
    """A key that is an answer, and may be the next letter of a word that was typed on.

    It waits for what comes: another letter of that word, and both were; else it was the answer.
    """

    def __init__(self, choices: Sequence[Choice], tail: Tail) -> None:
        self._choices, self._tail = choices, tail
        self._waits: int | None = None

    def press(self, event: KeyPressEvent, at: int) -> None:
        """The key of the choice at a place."""
        key = self._choices[at].key
        if self._waits is not None and not self._tail.is_next(key):
            # It comes behind the answer, so it is for the next question.
            event.app.key_processor.feed(event.key_sequence[-1])
            self._take(event.app, self._waits)
        elif self._tail.swallow(key):
            self._wait(event.app, at)
        else:
            self._take(event.app, at)

    def forget(self) -> None:
        """It was a letter of the word."""
        self._waits = None

    def _wait(self, app: Application[object], at: int) -> None:
        if self._waits is not None:
            self._waits = None  # two letters of a word that goes on
            return
        self._waits = at

        async def take_later() -> None:
            await asyncio.sleep(SECONDS)
            if self._waits == at:
                self._take(app, at)

        app.create_background_task(take_later())

    def _take(self, app: Application[object], at: int) -> None:
        picked = self._choices[at]
        self._waits = None
        self._tail.begin(picked.key, picked.label)
        for control in app.layout.find_all_controls():
            if isinstance(control, InquirerControl):
                control.pointed_at, control.is_answered = at, True
        app.exit(result=picked.value)


def _pass_over(bindings: KeyBindings, tail: Tail, held: _Held, answers: frozenset[str]) -> None:
    """Let the rest of a word that was typed on, and Enter behind it, answer nothing."""
    tail.resume()
    # Before the answers, while they are awaited; one that may be an answer is held.
    for key in tail.keys - answers:

        @bindings.add(key, eager=True, filter=Condition(partial(tail.is_next, key)))
        def _swallow(_: KeyPressEvent, key: str = key) -> None:
            tail.swallow(key)
            held.forget()


def _of_line(tail: Tail) -> KeyBindings:
    """Enter answers no line that holds only the rest of a word which was typed on."""
    keys = KeyBindings()
    tail.resume()

    def is_rest() -> bool:
        return tail.is_rest(get_app().current_buffer.text)

    @keys.add(Keys.ControlM, eager=True, filter=Condition(is_rest))
    def _empty(event: KeyPressEvent) -> None:
        event.app.current_buffer.reset()
        tail.end()

    return keys


def _answer_what_is_found(asked: questionary.Question) -> None:
    """Where the list is narrowed to nothing, all of it is shown, and Enter takes none of it."""
    bindings = asked.application.key_bindings
    controls = asked.application.layout.find_all_controls()
    listed = next((each for each in controls if isinstance(each, InquirerControl)), None)
    if listed is None or not isinstance(bindings, KeyBindings):
        return

    def is_nothing_found() -> bool:
        # Where nothing matches, what is shown is all.
        return (
            bool(listed.search_filter)
            and bool(listed.filtered_choices)
            and not (listed.found_in_search)
        )

    @bindings.add(Keys.ControlM, eager=True, filter=Condition(is_nothing_found))
    def _take_none(event: KeyPressEvent) -> None:
        event.app.output.bell()


def _answer(asked: questionary.Question, more: KeyBindings | None = None) -> object:
    """The answer, where Escape goes back and Ctrl-D leaves whatever kind of question it is."""
    keys = KeyBindings()

    @keys.add("escape", eager=True)
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(exception=GoBack())

    @keys.add("c-d", eager=True)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    @keys.add(Keys.Vt100MouseEvent, eager=True)
    def _no_mouse(_: KeyPressEvent) -> None:
        """Pasted colours look like a mouse, and none is listened to."""

    application = asked.application
    own = application.key_bindings
    found = (own, more, keys)
    application.key_bindings = merge_key_bindings([each for each in found if each is not None])
    application.ttimeoutlen = _ESCAPE_ALONE
    return asked.unsafe_ask()
