"""A prompter that answers from a script and checks what it is asked."""

from collections.abc import Sequence

from refcli.prompt.protocol import Choice, Live

Answer = tuple[str, str | bool | type[BaseException]]


class ScriptedPrompter:
    """Each answer is (part of the question, answer); an exception class stands for Ctrl-C."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._answers = list(answers)

    def _next(self, question: str) -> str | bool:
        assert self._answers, f"nobody expected to be asked: {question}"
        expected, answer = self._answers.pop(0)
        assert expected in question, f"expected {expected!r}, was asked {question!r}"
        if isinstance(answer, type):
            raise answer
        return answer

    def text(
        self, question: str, *, default: str = "", hint: str = "", live: Live | None = None
    ) -> str:
        answer = self._next(question)
        assert isinstance(answer, str)
        if live is not None:
            for end in range(len(answer) + 1):
                assert "\n" not in live(answer[:end])
        return answer or default

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        answer = self._next(question)
        values = [choice.value for choice in choices]
        if answer == "":
            assert default in values
            return default
        assert answer in values, f"{answer!r} is none of {values}"
        return str(answer)

    def confirm(self, question: str, *, default: bool = False) -> bool:
        answer = self._next(question)
        assert isinstance(answer, bool)
        return answer

    def assert_all_asked(self, shown: str = "") -> None:
        """Every answer of the script was asked for; `shown` helps to see where it ended."""
        assert not self._answers, f"never asked: {self._answers}\n{shown}"
