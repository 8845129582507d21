"""`python -m tests.simulation [SEEDS]`: each practice played, as the page docs/volume.md."""

import sys

from tests.simulation.figures import broken, figures
from tests.simulation.page import page
from tests.simulation.practices import PRACTICES

_SEEDS = 20


def main(seeds: int) -> int:
    """Print the page; 1 when a bound is broken."""
    played = [(practice, figures(practice, range(seeds))) for practice in PRACTICES]
    sys.stdout.write(page(played, seeds))
    wrong = [f"{p.name}: {line}\n" for p, found in played for line in broken(p, found)]
    sys.stderr.write("".join(wrong))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _SEEDS))
