"""Settings, as the user sets them."""

from sqlmodel import select

from refcli.domain.settings import checked_setting, known_setting
from refcli.domain.text import clean_line
from refcli.write.obligations import Changes
from refcli.write.session import Writing
from refcli.write.tables.setting import SettingRow


def set_setting(work: Writing, name: str, value: str) -> None:
    """Set one setting; its default value takes the row away again."""
    checked = checked_setting(name, clean_line(value))
    row = work.first(select(SettingRow).where(SettingRow.name == name))
    if checked == known_setting(name).default:
        if row is not None:
            work.delete(row)
    else:
        row = row or SettingRow(name=name, value=checked)
        row.value = checked
        work.put(row)
    if known_setting(name).number:
        _replay(work)
    work.say("setting-changed", name=name, value=checked or "(empty)")


def _replay(work: Writing) -> None:
    """A number of the rules is another: say how much moves, rather than each line of it."""
    opened, closed, _ = work.settle()
    if opened or closed:
        work.say("follow-ups-moved", moved=len(opened), closed=len(closed) or None)
    work.changes = Changes(seen=set(work.changes.seen))
