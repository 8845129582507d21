"""Asks that are planned, and given up."""

from refcli.write.session import Writing


def delete_plan(work: Writing, ask_id: int) -> None:
    """A plan that is given up was no ask."""
    for table in ("ask_step", "decision_about"):
        work.change(f"delete from {table} where ask_id = :ask", {"ask": ask_id})
    work.change("update follow_up set ask_id = null where ask_id = :ask", {"ask": ask_id})
    work.change("delete from ask where id = :ask", {"ask": ask_id})
