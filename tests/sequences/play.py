"""Plays a sequence of commands drawn by a seed: days forwards and backwards, anything undone."""

import datetime as dt
import random
from dataclasses import dataclass, field

from tests.support.program import Program, Result

NAMES = ("Anna Weiss", "Tom Brandt", "Maya Stern", "Ben Okoye", "Ruth Adler", "Anna Stern")
DAYS = ("today", "yesterday", "-3d", "-40d", "2026-10-01", "2025-02-28")
AHEAD = ("tomorrow", "friday", "+2w", "2027-02-28", "today")
# Each with `{who}`, `{other}`, `{id}` and the like drawn anew.
LINES = (
    'contact add "{who}" --basis {basis} --since 2025-01-10 --org "{other} & Co"',
    'contact add "{who}"',
    'contact edit "{who}" --tier {tier} --tag golf',
    'contact drop "{who}" --because "moved on"',
    'contact restore "{who}"',
    'contact rest "{who}" --until {ahead}',
    'contact merge "{who}" "{other}" --yes',
    'contact forget "{who}" --yes',
    'contact date "{who}" birthday "3 dec"',
    'log "lunch with {who} about her move" --on {day}',
    'log "tried to call {who}" --on {day}',
    'log "meeting with {who} {ahead}"',
    "log edit {id} --on {day}",
    "log delete {id} --yes",
    'ask "{who}" --in law --looking-for sell --anyway --on {day}',
    'ask "{who}" --in law --looking-for sell --planned {ahead} --anyway',
    "ask answer {id} {answer}",
    'intro "{who}" "{other}" --how {rung} --on {day}',
    "intro {step} {id}",
    "intro won {id} --value 1200",
    "intro lost {id} --because not-a-fit",
    "intro bad {id} --what late",
    'intro give "{who}" "{other}"',
    "intro consent {id} {yes}",
    'thank "{who}" --how note --on {day}',
    'reciprocate "{who}" "a book" --how advice',
    'engagement "{who}" books --rating {rating} --on {day}',
    'testimonial "{who}" "so good"',
    'followup "{who}" "send it" --due {ahead}',
    'meet "{who}" {ahead} 10:00',
    "meet cancel {id}",
    "done {id}",
    "done {id} --answer {yes}",
    "tried {id}",
    "snooze {id} {ahead}",
    "skip {id} --because no",
    "config set pace.day {rating}",
    "undo",
    "undo {id}",
    "redo",
)
DRAWN: dict[str, tuple[str, ...]] = {
    "who": NAMES,
    "other": NAMES,
    "basis": ("client", "friend", "partner", "colleague"),
    "tier": ("A", "B", "C"),
    "day": DAYS,
    "ahead": AHEAD,
    "answer": ("promised", "declined", "later"),
    "rung": ("name", "card", "told", "written", "met"),
    "step": ("made", "reached", "repaired"),
    "yes": ("yes", "no", "not-yet"),
    "rating": ("2", "6", "9", "10"),
}
# What a command may end in: never 70, and nothing that only a broken disk explains.
EXPECTED = frozenset({0, 1, 2, 3, 65, 66, 73})


@dataclass(slots=True)
class Play:
    """One sequence on one store; `told` are its lines, to be read when something fails."""

    program: Program
    seed: int
    told: list[str] = field(default_factory=list)

    def run(self, length: int) -> None:
        """Draw and run so many commands; raises AssertionError for an exit that is none."""
        dice = random.Random(self.seed)  # noqa: S311  the same sequence for the same seed
        for _ in range(length):
            if dice.random() < 0.25:
                self._move(dice)
            line = dice.choice(LINES)
            values = {name: dice.choice(values) for name, values in DRAWN.items()}
            self.do(f"--no-input {line.format(**values, id=dice.randint(1, 9))}")

    def _move(self, dice: random.Random) -> None:
        today = dt.date.fromisoformat(self.program.today)
        moved = today + dt.timedelta(days=dice.choice((1, 1, 2, 7, 30, -1, -14)))
        self.program.today = moved.isoformat()

    def do(self, line: str) -> Result:
        """Run one command."""
        self.told.append(f"{self.program.today} {line}")
        result = self.program(line)
        assert result.code in EXPECTED, (self.seed, self.told, result)
        return result
