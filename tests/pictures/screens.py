"""Screens of the sample practice as SVG: the program's own colours, drawn by Rich."""

import io
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tests.support.program import Program

WIDTH = 84
# What is typed, by the name of the picture.
PICTURES = {"due": ("due",), "ask": ("ask who --top 3", "ask draft anna --tone brief")}
_THEME = TerminalTheme(
    (22, 27, 34),
    (214, 222, 230),
    [
        *((72, 79, 88), (255, 123, 114), (86, 211, 100), (227, 179, 65)),
        *((121, 192, 255), (210, 168, 255), (86, 212, 221), (177, 186, 196)),
    ],
)
# The font of whoever looks: nothing is loaded from elsewhere.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono"
)


def screen(program: Program, lines: tuple[str, ...]) -> str:
    """What a terminal shows after the lines, with its colours as escape sequences."""
    shown = []
    for line in lines:
        env = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
        told = program.ok(line, terminal=WIDTH, env=env).out
        shown.append(f"$ refcli {line}\n{told}")
    return "\n".join(shown)


def picture(name: str, text: str) -> str:
    """The screen as SVG."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
    )
    console.print(Text.from_ansi(text.rstrip("\n")), soft_wrap=True)
    return console.export_svg(
        title="refcli", theme=_THEME, code_format=_FORMAT, unique_id=f"refcli-{name}"
    )


def write(program: Program, folder: Path) -> None:
    """Draw every picture anew."""
    folder.mkdir(exist_ok=True)
    for name, lines in PICTURES.items():
        drawn = picture(name, screen(program, lines))
        (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")
