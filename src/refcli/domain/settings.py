"""Settings: every number of the rules with its default, and what the user says about themselves."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from refcli.domain.contacts import DEFAULT_CADENCE_DAYS
from refcli.domain.kinds import KINDS
from refcli.errors import UsageError

_EMAIL = r"[^\s@,]+@[^\s@,]+"
_MAX_DAYS = 3650
_MAX_WEIGHT = 100
LATE_DAYS, LAPSE_DAYS = 60, 60
_DAYS = "days"
# What the columns of a file are, under a name that the user chose.
MAP = "map."


class Setting(NamedTuple):
    """One setting; `number` ones take a whole number from `least` to `most`."""

    name: str
    default: str
    help: str
    number: bool = False
    least: int = 0
    most: int = 0


def _number(name: str, default: int, text: str, most: int = _MAX_DAYS, least: int = 0) -> Setting:
    return Setting(name, str(default), text, number=True, least=least, most=most)


_GATE_HELP = {
    "proven_days": "days after which a first piece of work, or a client, is proven",
    "content_rating": "a first piece of work rated so is proven when it has stood for a while",
    "settled_days": "days for which such work has stood",
    "together_days": "deliveries less than so many days apart count as one",
    "delighted_rating": "a rating from here on is delight, and calls for a testimonial",
    "poor_rating": "a rating up to here is to be put right first",
    "after_intro_days": "days of rest after an introduction",
    "after_partner_days": "days of rest after an introduction by a partner",
    "after_no_days": "days of rest after a no, or a later without a day",
    "said_no_days": "days for which a prospect who heard the offer and declined is left alone",
    "work_silence_days": "days after work delivered in which nobody is out of touch",
    "old_work_days": "days after which work no longer stands in for an exchange",
    "silence_days": "days without a word after which a cold contact is not asked",
    "taker_gifts": "so many gifts without anything back make a taker",
    "taker_days": "days that a taker's account looks back",
}


def _about_me() -> Iterator[Setting]:
    yield Setting("me.name", "", "your name, as it stands under a note")
    yield Setting("me.emails", "", "your own addresses, separated by commas")
    yield Setting("profession", "", "what you do, such as accountant or plumber")
    yield Setting("currency", "", "behind amounts, such as EUR; nothing converts")


def _dates() -> Iterator[Setting]:
    from refcli.domain.yearly import MOST_NOTICE_DAYS, NOTICE_DAYS

    yield Setting("date.order", "", "how 3/4 is read: dmy or mdy")
    yield _number(
        "date.notice-days",
        NOTICE_DAYS,
        "days before a yearly date on which it shows",
        MOST_NOTICE_DAYS,
    )
    yield Setting("date.language", "", "your language for days, such as de; English always works")


def _cadences() -> Iterator[Setting]:
    for tier, days in DEFAULT_CADENCE_DAYS.items():
        yield _number(f"cadence.{tier}", days, f"days between exchanges with tier {tier}", least=1)


def _pace() -> Iterator[Setting]:
    yield _number("late-days", LATE_DAYS, "an older event opens only what still lies ahead")
    yield _number("lapse-days", LAPSE_DAYS, "days without an answer after which an ask has lapsed")
    yield _number("thanked-days", 14, "days for which thanks for a promise count for what is kept")
    yield _number("praised-days", 365, "days after a testimonial in which none is asked for")
    yield _number("pace.day", 3, "asks on one day at most", most=1000, least=1)
    yield _number("pace.week", 10, "asks in 7 days at most", most=1000, least=1)


def _backups() -> Iterator[Setting]:
    from refcli.domain.rotation import Keep

    keep = Keep()
    yield _number("backup.keep", keep.newest, "so many of the last backups stay", 1000, 1)
    yield _number("backup.weeks", keep.weeks, "and one a week for so many weeks", most=520)
    yield _number("backup.months", keep.months, "and one a month for so many months", most=600)


def _gates() -> Iterator[Setting]:
    from refcli.domain.readiness import GateNumbers

    for name, number in GateNumbers._field_defaults.items():
        yield _number(f"gate.{name.replace('_', '-')}", number, _GATE_HELP[name])


def _points() -> Iterator[Setting]:
    from refcli.domain.scoring import DEFAULT_POINTS, POINTS_HELP

    for name, points in DEFAULT_POINTS.items():
        yield _number(f"score.{name}", points, POINTS_HELP, most=100)


def _chances() -> Iterator[Setting]:
    from refcli.domain.chance import DEFAULT_PERCENT

    for group, percent in DEFAULT_PERCENT.items():
        yield _number(f"chance.{group}", percent, "percent, to begin with", most=99, least=1)


def _weights() -> Iterator[Setting]:
    for name, kind in KINDS.items():
        yield _number(f"weight.{name}", kind.weight, f"urgency of {name}", most=_MAX_WEIGHT)


def _playbook_days() -> Iterator[Setting]:
    from refcli.domain.playbook import default_days

    for key, days in default_days().items():
        text = f"days until the follow-up of {key.replace('.', ', ')}"
        yield _number(f"{_DAYS}.{key}", days, text)


# By what their names begin with. A family is loaded when one of it is asked for, since most
# commands want a number or two and the rules behind them all are many.
_FAMILIES: dict[str, Callable[[], Iterator[Setting]]] = {
    "me": _about_me,
    "date": _dates,
    "cadence": _cadences,
    "pace": _pace,
    "backup": _backups,
    "gate": _gates,
    "score": _points,
    "chance": _chances,
    "weight": _weights,
    _DAYS: _playbook_days,
}
_OF_FAMILY = {
    **dict.fromkeys(("profession", "currency"), "me"),
    **dict.fromkeys(("late-days", "lapse-days", "thanked-days", "praised-days"), "pace"),
}


@cache
def _family(name: str) -> Mapping[str, Setting]:
    made = _FAMILIES.get(name)
    return {} if made is None else {setting.name: setting for setting in made()}


def is_map_name(name: str) -> bool:
    """Whether a map of columns can be kept under a name."""
    return re.fullmatch(r"[\w-]{1,40}", name) is not None


def all_settings() -> Mapping[str, Setting]:
    """Every setting by its name; the days of the playbook's follow-ups come last."""
    return {name: setting for family in _FAMILIES for name, setting in _family(family).items()}


class Settings:
    """The settings in force: what was set, else the defaults."""

    def __init__(self, stored: Mapping[str, str] | None = None) -> None:
        self._stored = dict(stored or {})

    def text(self, name: str) -> str:
        """The value as text."""
        stored = self._stored.get(name)
        return stored if stored is not None else known_setting(name).default

    def number(self, name: str) -> int:
        """The value of a `number` setting."""
        return int(self.text(name))

    def is_set(self, name: str) -> bool:
        """Whether the user changed it."""
        return name in self._stored

    def maps(self) -> dict[str, str]:
        """What the columns of files are, by the name under which the user kept it."""
        return {
            name.removeprefix(MAP): value
            for name, value in self._stored.items()
            if name.startswith(MAP)
        }

    def days(self) -> dict[str, int]:
        """The playbook's days, by `rule.kind`."""
        return {name.removeprefix(f"{_DAYS}."): self.number(name) for name in _family(_DAYS)}

    def cadence(self) -> dict[str, int]:
        """Days between exchanges, by tier."""
        return {tier: self.number(f"cadence.{tier}") for tier in DEFAULT_CADENCE_DAYS}


def checked_setting(name: str, value: str) -> str:
    """The value in its stored form; raises UsageError for an unknown name or a bad value."""
    setting = known_setting(name)
    text = " ".join(value.split())
    if name.startswith(MAP) and text:
        from refcli.domain.column_map import parse_map

        parse_map(text)
        return text
    if setting.number:
        if not re.fullmatch(r"\d{1,5}", text) or not setting.least <= int(text) <= setting.most:
            raise UsageError(
                f"{name} is a whole number from {setting.least} to {setting.most}: {value}"
            )
        return str(int(text))
    if name == "me.emails":
        addresses = [part.strip().lower() for part in text.split(",") if part.strip()]
        for address in addresses:
            if not re.fullmatch(_EMAIL, address):
                raise UsageError(f"not an e-mail address: {address}")
        return ",".join(addresses)
    if name.startswith("date."):
        return _checked_date(name, text.lower())
    return text


def _checked_date(name: str, text: str) -> str:
    if name == "date.order":
        from refcli.domain.when.reader import ORDERS

        if text and text not in ORDERS:
            raise UsageError(f"{name} is {' or '.join(ORDERS)}: {text}")
    elif text:
        from refcli.domain.foreign_days import is_language

        if not is_language(text):
            raise UsageError(f"{name} is the code of a language, such as de: {text}")
    return text


def known_setting(name: str) -> Setting:
    """The setting of that name; raises UsageError with the nearest names."""
    setting = _family(_OF_FAMILY.get(name, name.split(".", maxsplit=1)[0])).get(name)
    if setting is not None:
        return setting
    if name.startswith(MAP) and is_map_name(name.removeprefix(MAP)):
        return Setting(name, "", "what the columns of a file are: import FILE --map NAME")
    near = [known for known in all_settings() if name in known or known.split(".")[0] == name]
    hint = f"did you mean: {', '.join(near[:4])}" if near else "see them all: refcli config list"
    raise UsageError(f"no such setting: {name}", hint)
