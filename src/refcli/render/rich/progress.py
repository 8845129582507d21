"""A progress bar on stderr, for a person only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text


class _Rate(ProgressColumn):
    """So many a second, as far as that can be told."""

    def render(self, task: Task) -> Text:
        """The rate of a task."""
        return Text(f"{task.speed:,.0f} a second" if task.speed else "", style="dim")


@contextmanager
def bar(label: str, total: int | None, stream: IO[str]) -> Iterator[Callable[[int], None]]:
    """A bar that is advanced by the function it yields, and wiped at the end."""
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(label, total=total)

        def advance(count: int) -> None:
            progress.advance(task, count)

        yield advance
