"""A QR code in characters, the only place that imports segno."""

# Dark on white whatever the terminal's own colours, since a phone reads no other way round.
_PAPER, _PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
# So many light modules around it are asked for by the standard.
_QUIET = 4


def qr_lines(text: str, *, is_terminal: bool) -> list[str]:
    """The code, two rows of modules a line; on a terminal black on white."""
    import segno  # noqa: PLC0415  for this alone

    code = segno.make(text, error="m", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=_QUIET)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    lines = [
        "".join(_HALVES[bool(upper), bool(lower)] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    ]
    return [f"{_PAPER}{line}{_PLAIN}" for line in lines] if is_terminal else lines
