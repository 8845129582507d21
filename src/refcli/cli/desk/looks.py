"""How the desk looks: where things stand, and nothing that only a colour says."""

# From so many columns both panes have room; below the least nothing of it can be read.
WIDE = 110
LEAST_COLUMNS, LEAST_ROWS = 60, 16
TOO_SMALL = (
    f"The desk needs {LEAST_COLUMNS} columns and {LEAST_ROWS} rows."
    "\nrefcli due has the same in lines. q leaves."
)
# Padding on both sides, a scroll bar, and the line between the panes.
_EDGES = 4
DARK, LIGHT, PLAIN = "textual-dark", "textual-light", "ansi-dark"


def list_columns(width: int) -> int:
    """So many columns has a row of the list on a screen of such a width."""
    pane = width * 5 // 11 if width >= WIDE else width
    return pane - _EDGES


CSS = """
* { scrollbar-size-vertical: 1; }
#title { height: 1; text-style: bold; padding: 0 1; }
#status { height: 1; padding: 0 1; }
#small { display: none; padding: 1 2; }
#panes { height: 1fr; }
#due { width: 1fr; border: none; padding: 0 1; }
#due > .option-list--option-disabled { text-style: bold; color: $text; }
#person { width: 1fr; display: none; }
#person Static { padding: 0 1; }
#words-text { border: none; }
.wide #due { width: 5fr; }
.wide #person { width: 6fr; display: block; border-left: solid $primary; }
.narrow.open #due { display: none; }
.narrow.open #person { display: block; }
.tiny #panes, .tiny #status, .tiny Footer { display: none; }
.tiny #small { display: block; }
Question { align: center middle; }
Question > Vertical {
    width: 72; max-width: 96%; height: auto; max-height: 90%;
    border: round $primary; padding: 0 1; background: $surface;
}
Shown > Vertical { width: 94%; max-width: 130; }
Question .question { text-style: bold; }
Question .hint { color: $text-muted; }
Question Input { border: none; height: 1; padding: 0; }
Question OptionList { border: none; height: auto; max-height: 14; }
Question VerticalScroll { height: auto; max-height: 100%; }
"""
