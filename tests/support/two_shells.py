"""A person at one shell while another one is at work on the same store."""

from collections.abc import Callable, Sequence

from tests.support.prompter import Answer, ScriptedPrompter


class TwoShells(ScriptedPrompter):
    """Answers from a script; at the question that has `at` in it, `meanwhile` happens first."""

    def __init__(self, answers: Sequence[Answer], at: str, meanwhile: Callable[[], object]) -> None:
        super().__init__(answers)
        self._at = at
        self._meanwhile = meanwhile

    def _next(self, question: str) -> str | bool:
        if self._at in question:
            self._meanwhile()
        return super()._next(question)
