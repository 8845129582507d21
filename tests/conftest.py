"""Fixtures: a program on an empty store, on a small one, and on the sample practice."""

import os
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.program import TODAY, Program

# With CI set the same commit is tried with the same examples, so that it gets the same verdict
# every time; whoever runs the tests by hand searches on with new ones.
# With BRIEF set it tries fewer: a further Python is asked what the first was asked at length, and
# of two further ones each is asked a part of its own (`1/6`, `2/6`).
settings.register_profile(
    "refcli",
    max_examples=25 if os.environ.get("BRIEF") else 100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("refcli")


# Whole months, kills and fresh installs are tried on the first Python alone: what they try is
# the same on each, and takes minutes.
_LONG = (
    *(
        "tests/months/",
        "tests/simulation/",
        "tests/sequences/",
        "tests/desk/test_looks.py",
        "tests/drafts/",
    ),
    *("test_any_store_comes_back_equal", "test_what_goes_out_comes_in_again"),
    *("test_from_any_state_undo_is_the_way_back", "test_killed_at_any_moment"),
    *("test_interrupted_in_a_transaction", "test_the_install_command_runs"),
    *(
        "test_wherever_batches_end",
        "test_a_month_at_the_desk",
        "tests/cli/config/test_every_setting_shows.py",
    ),
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("BRIEF"):
        long = [item for item in items if any(name in item.nodeid for name in _LONG)]
        others = _share([item for item in items if item not in set(long)])
        config.hook.pytest_deselected(items=[i for i in items if i not in {*long, *others}])
        items[:] = others


def _share(items: list[pytest.Item]) -> list[pytest.Item]:
    """Those that are due: of `BRIEF=1/6` one sixth, of `2/6` another, by their names."""
    part, _, parts = os.environ["BRIEF"].partition("/")
    if not parts:
        return items
    of = int(part) - 1
    return [item for item in items if zlib.crc32(item.nodeid.encode()) % int(parts) == of]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew")


@pytest.fixture(autouse=True)
def _private_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def refcli(tmp_path: Path) -> Program:
    """The program with no store yet."""
    return Program(tmp_path / "data" / "refcli.db")


@pytest.fixture
def anna(refcli: Program) -> Program:
    """A store with Anna Weiss, a client of long standing who may be asked."""
    refcli.ok('contact add Anna Weiss --basis client --since 2024-01-10 --org "Weiss Dental"')
    refcli.ok('log "lunch with Anna" --on 2026-11-10')
    return refcli


@pytest.fixture(scope="session")
def _sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    result = Program(folder / "none.db", today=TODAY).ok(["demo", "--in", str(folder), "--json"])
    return Path(result.json["store"])


@pytest.fixture
def sample(_sample_store: Path, tmp_path: Path) -> Program:
    """The program on a copy of the sample practice."""
    store = tmp_path / "sample.db"
    shutil.copyfile(_sample_store, store)
    return Program(store)
