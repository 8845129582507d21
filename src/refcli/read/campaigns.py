"""Campaigns and what they brought, newest first."""

import datetime as dt
import sqlite3

from refcli.domain.campaigns import Campaign
from refcli.read.rows import a_day, day


def campaigns(connection: sqlite3.Connection) -> tuple[Campaign, ...]:
    """All campaigns; introductions count when they answer an ask of the campaign."""
    rows = connection.execute(
        """
        select k.id, k.name, k.theme, k.offer, k.goal, k.begins_on, k.until, k.ended_on,
            (select count(*) from ask a where a.campaign_id = k.id and a.state <> 'planned'),
            (select count(*) from ask a where a.campaign_id = k.id
                and a.state in ('promised', 'introduced')),
            (select count(*) from intro i join ask a on a.id = i.ask_id
                where a.campaign_id = k.id and i.made_on is not null),
            (select count(*) from intro i join ask a on a.id = i.ask_id
                where a.campaign_id = k.id and i.state = 'won'),
            (select coalesce(sum(i.value_cents), 0) from intro i join ask a on a.id = i.ask_id
                where a.campaign_id = k.id and i.state = 'won')
        from campaign k order by k.begins_on desc, k.id desc
        """
    ).fetchall()
    return tuple(
        Campaign(
            id=row[0],
            name=row[1],
            theme=row[2],
            offer=row[3],
            goal=row[4],
            begins=a_day(row[5]),
            until=a_day(row[6]),
            ended=day(row[7]),
            asks=row[8],
            promised=row[9],
            introduced=row[10],
            won=row[11],
            won_cents=row[12],
        )
        for row in rows
    )


def running(connection: sqlite3.Connection, today: dt.date) -> Campaign | None:
    """The campaign that runs today."""
    return next((c for c in campaigns(connection) if c.is_running(today)), None)
