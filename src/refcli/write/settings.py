"""Settings, as the user sets them."""

from sqlmodel import select

from refcli.domain.settings import checked_setting, known_setting
from refcli.domain.text import clean_line
from refcli.read.settings import numbers_of, read_settings
from refcli.write.obligations import Changes, bring_into_line, opened_and_closed
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
    """Bring into line whoever has a follow-up open or a tier: a number of the rules is another."""
    work.settings = read_settings(work.connection)
    waiting = work.connection.execute(
        "select contact_id from follow_up where closed_on is null"
        " union select id from contact where tier is not null"
    ).fetchall()
    moved = Changes()
    bring_into_line(work.connection, [row[0] for row in waiting], numbers_of(work.settings), moved)
    opened, closed = opened_and_closed(work.connection, moved)
    if opened or closed:
        work.say("follow-ups-moved", moved=len(opened), closed=len(closed) or None)
