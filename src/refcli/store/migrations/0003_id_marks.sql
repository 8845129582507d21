-- The highest id given out so far in each table whose ids a person can see, by block of ids (one
-- a machine, this one's is 0): an id is never given out twice, not after an undo or a forget. Ids
-- that went before this are known from the history's images.

create table id_mark (
    id integer primary key,
    table_name text not null,
    block integer not null,
    last integer not null check (last >= 0),
    unique (table_name, block)
) strict;

insert into id_mark (table_name, block, last)
with given (table_name, last) as (
    select 'contact', coalesce(max(id), 0) from contact
    union all select 'interaction', coalesce(max(id), 0) from interaction
    union all select 'engagement', coalesce(max(id), 0) from engagement
    union all select 'target', coalesce(max(id), 0) from target
    union all select 'campaign', coalesce(max(id), 0) from campaign
    union all select 'ask', coalesce(max(id), 0) from ask
    union all select 'intro', coalesce(max(id), 0) from intro
    union all select 'follow_up', coalesce(max(id), 0) from follow_up
    union all select 'thanks', coalesce(max(id), 0) from thanks
    union all select 'favor', coalesce(max(id), 0) from favor
    union all select 'testimonial', coalesce(max(id), 0) from testimonial
)
select g.table_name, 0, max(g.last, coalesce((
    select max(r.row_id) from history_row r where r.table_name = g.table_name), 0))
from given g;

-- What two shells change at once is judged by what was shown, not by a count that nobody compared.

alter table contact drop column version;
alter table interaction drop column version;
alter table engagement drop column version;
alter table ask drop column version;
alter table intro drop column version;
