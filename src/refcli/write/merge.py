"""Two contacts become one: everything of the other moves over, nothing is doubled."""

from typing import Any

from refcli.domain.column import Column, Merge
from refcli.domain.columns import DERIVED_TABLES, TABLES, pointing_to
from refcli.domain.contacts import Basis, ContactStatus
from refcli.domain.day_words import yearly_text
from refcli.domain.text import fold
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.rows import one_number
from refcli.write.contacts import add_basis, contact_row, delete_plans
from refcli.write.follow_up_numbers import keep_numbers
from refcli.write.merge_intros import intro_ids_of, unite_intros
from refcli.write.merge_left import differing, take_status
from refcli.write.session import Writing
from refcli.write.tables.contact import ContactNicknameRow, ContactRow


def merge_contacts(work: Writing, keep_id: int, other_id: int) -> int:
    """Move everything of the other contact to the one kept, and return the id of that one.

    Raises Refused when one introduced the other: then they are two people.
    """
    if keep_id == other_id:
        raise UsageError("the two are the same contact already")
    keep, other = contact_row(work, keep_id), contact_row(work, other_id)
    _refuse_if_two(work, keep, other)
    name = other.name
    theirs_before = intro_ids_of(work.connection, other_id)
    _settle_tier(work, keep_id, other_id)
    theirs = Basis(other.basis)
    left_out = [
        *differing(work, keep, other),
        *_take_years(work, keep_id, other_id),
        *take_status(work, keep, other),
    ]
    _drop_ties_between(work, keep_id, other_id)
    _fill(work, keep, other)
    _clear_pointers(work, keep_id, other_id)
    _unite_appointments(work, keep_id, other_id)
    for table in TABLES:
        _change_hands(work, table, keep_id, other_id)
    work.change("delete from contact where id = ?", (other_id,))
    _keep_numbers(work, keep_id, other_id)
    work.change(
        "delete from contact_basis where contact_id = :id"
        " and basis = (select basis from contact where id = :id)",
        {"id": keep_id},
    )
    add_basis(work, keep_id, theirs)
    kept = contact_row(work, keep_id)
    if fold(name) != fold(kept.name):
        _keep_as_nickname(work, keep_id, name)
    work.say(
        "contact-merged",
        contact=keep_id,
        other=other_id,
        name=kept.name,
        other_name=name,
    )
    unite_intros(work, keep_id, theirs_before)
    if kept.status == ContactStatus.DROPPED:
        delete_plans(work, keep_id)
    if left_out:
        work.hint("merge-left-out", what="; ".join(left_out))
    return keep_id


def _take_years(work: Writing, keep: int, other: int) -> list[str]:
    """The year of a date that both have, where the one kept has none; what differs is named."""
    both = {"keep": keep, "other": other}
    work.change(
        "update yearly_date set year = (select t.year from yearly_date t"
        " where t.contact_id = :other and t.label_key = yearly_date.label_key)"
        " where contact_id = :keep and year is null and exists (select 1 from yearly_date t"
        " where t.contact_id = :other and t.label_key = yearly_date.label_key"
        " and t.month_day = yearly_date.month_day)",
        both,
    )
    dates = work.connection.execute(
        "select t.label, t.month_day from yearly_date k join yearly_date t"
        " on t.label_key = k.label_key and t.contact_id = :other"
        " where k.contact_id = :keep and t.month_day <> k.month_day order by t.label_key",
        both,
    ).fetchall()
    fields = work.connection.execute(
        "select t.field, t.value from contact_field k join contact_field t"
        " on t.field_key = k.field_key and t.contact_id = :other"
        " where k.contact_id = :keep and t.value_key <> k.value_key order by t.field_key",
        both,
    ).fetchall()
    said = [f"{label} {yearly_text(f'--{month_day}')}" for label, month_day in dates]
    return [*said, *(f"{field} {value}" for field, value in fields)]


def _refuse_if_two(work: Writing, keep: ContactRow, other: ContactRow) -> None:
    row = work.connection.execute(
        """
        with part (intro, contact, part) as (
            select intro_id, contact_id, part from intro_party
            union select id, receiver_id, 'receiver' from intro where receiver_id is not null
        )
        select mine.intro from part mine join part theirs on theirs.intro = mine.intro
        where mine.contact = :a and theirs.contact = :b and mine.part <> theirs.part limit 1
        """,
        {"a": keep.id, "b": other.id},
    ).fetchone()
    if row is not None:
        raise Refused(
            f"{keep.name} and {other.name} are two people: intro {row[0]} has them both",
            typed("refcli intro show {}", row[0]),
        )


def _drop_ties_between(work: Writing, keep: int, other: int) -> None:
    """Two who are one are not tied to themselves, nor twice to whom both were tied to."""
    both = {"keep": keep, "other": other}
    ends = "case contact_id when :{0} then other_id else contact_id end"
    work.change(
        "delete from tie where :other in (contact_id, other_id) and (:keep in (contact_id,"
        f" other_id) or {ends.format('other')} in (select {ends.format('keep')} from tie"
        " where :keep in (contact_id, other_id)))",
        both,
    )


def _unite_appointments(work: Writing, keep: int, other: int) -> None:
    """Who is invited once more is invited once."""
    twice = (
        "select o.id, k.id from appointment o join appointment k on k.meeting = o.meeting"
        " where o.contact_id = ? and k.contact_id = ?"
    )
    for theirs, own in work.connection.execute(twice, (other, keep)).fetchall():
        for part, column, _ in pointing_to("appointment"):
            if part not in DERIVED_TABLES:
                work.change(f"update {part} set {column} = ? where {column} = ?", (own, theirs))
        work.change("delete from appointment where id = ?", (theirs,))


def _fill(work: Writing, keep: ContactRow, other: ContactRow) -> None:
    has_said_tier = _has_said_tier(work, keep.id or 0)
    for name, column in TABLES["contact"].columns.items():
        if name == "tier" and has_said_tier:
            continue
        merged = _merged(column, getattr(keep, name), getattr(other, name))
        is_own = column.to == "contact" and merged in (keep.id, other.id)
        setattr(keep, name, None if is_own else merged)
    work.put(keep)


def _merged(column: Column, kept: Any, other: Any) -> Any:
    """The value of a column of the two contacts, by what is declared for it."""
    match column.merge:
        case Merge.FILLS:
            return other if kept is None else kept
        case Merge.EARLIEST:
            return min((day for day in (kept, other) if day is not None), default=None)
        case Merge.JOINED:
            return "\n".join(dict.fromkeys(text for text in (kept, other) if text)) or None
        case Merge.BETTER:
            return other if kept == column.least else kept
        case Merge.EITHER:
            return kept or other
        case Merge.STAYS:
            return kept


def _clear_pointers(work: Writing, keep: int, other: int) -> None:
    """Whoever was known through the one is known through the other; nobody through themselves."""
    for table, name, column in pointing_to("contact"):
        if not column.goes:
            work.change(
                f"update {table} set {name} = ? where {name} = ? and id <> ?", (keep, other, keep)
            )


def _change_hands(work: Writing, table: str, keep: int, other: int) -> None:
    """The other's rows become those of the contact kept, but for what would be there twice."""
    for name, column in TABLES[table].columns.items():
        if column.to != "contact" or not column.goes:
            continue
        if table in DERIVED_TABLES:
            work.change(f"delete from {table} where {name} = ?", (other,))
            continue
        _drop_doubles(work, table, name, keep, other)
        work.change(f"update {table} set {name} = ? where {name} = ?", (keep, other))


def _drop_doubles(work: Writing, table: str, owner: str, keep: int, other: int) -> None:
    owners = [n for n, column in TABLES[table].columns.items() if column.to == "contact"]
    by = TABLES[table].by
    # Where a row has two of them, the other end says which row is the same.
    by = next((n for n in owners if n != owner), by) if by in owners and len(owners) > 1 else by
    if not by:
        return
    same = f"select {by} from {table} where {owner} = :keep"
    both = {"keep": keep, "other": other}
    if by == owner:
        found = work.connection.execute(same, both).fetchone()
        if found is not None:
            _fill_only_row(work, table, owner, keep, other)
            work.change(f"delete from {table} where {owner} = ?", (other,))
    else:
        twice = f"{owner} = :other and {by} in ({same})"
        for part, column, declared in pointing_to(table):
            if declared.goes and part not in DERIVED_TABLES:
                work.change(
                    f"delete from {part} where {column} in (select id from {table} where {twice})",
                    both,
                )
        work.change(f"delete from {table} where {twice}", both)


def _fill_only_row(work: Writing, table: str, owner: str, keep: int, other: int) -> None:
    """Of a table with one row a contact, the kept one's takes what the other's adds."""
    columns = {
        name: column
        for name, column in TABLES[table].columns.items()
        if column.merge is not Merge.STAYS
    }
    query = f"select {', '.join(columns)} from {table} where {owner} = ?"
    kept = work.connection.execute(query, (keep,)).fetchone()
    others = work.connection.execute(query, (other,)).fetchone()
    if others is None:
        return
    values = [_merged(*found) for found in zip(columns.values(), kept, others, strict=True)]
    settings = ", ".join(f"{name} = ?" for name in columns)
    work.change(f"update {table} set {settings} where {owner} = ?", (*values, keep))


def _has_said_tier(work: Writing, keep: int) -> bool:
    """Whether a tier was set for the contact kept, or taken away from them."""
    query = "select exists (select 1 from contact_step where contact_id = :id and step = 'tier')"
    return bool(one_number(work.connection, query, {"id": keep}))


def _settle_tier(work: Writing, keep: int, other: int) -> None:
    """The tier of the contact kept stays; what nobody set is taken over."""
    if _has_said_tier(work, keep):
        work.change("delete from contact_step where contact_id = ? and step = 'tier'", (other,))


def _keep_numbers(work: Writing, keep: int, other: int) -> None:
    """The numbers of the other's follow-ups stay with what is the contact's now."""

    def renamed(key: str) -> str:
        origin, *middle, party, count = key.split("/")
        origin = f"contact:{keep}" if origin == f"contact:{other}" else origin
        party = str(keep) if party == str(other) else party
        return "/".join((origin, *middle, party, count))

    keep_numbers(work, (f"%/{other}/%", f"contact:{other}/%"), renamed)


def _keep_as_nickname(work: Writing, contact: int, name: str) -> None:
    found = work.connection.execute(
        "select 1 from contact_nickname where contact_id = ? and nickname_key = ?",
        (contact, fold(name)),
    ).fetchone()
    if found is None:
        row = ContactNicknameRow(contact_id=contact, nickname=name, nickname_key=fold(name))
        work.put(row)
