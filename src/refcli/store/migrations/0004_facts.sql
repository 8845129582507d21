-- Facts in, obligations out: what a person tells has tables that can hold it, each fact with the
-- day on which it was recorded; what was said of a follow-up is a decision of its own; follow-ups
-- are derived from both, and have left the journal. Whoever stands in `unsettled` is played anew by
-- the next write; until then the follow-ups of the earlier layout are shown.

alter table interaction add column recorded_on text;
alter table interaction add column is_attempt integer not null default 0 check (is_attempt in (0, 1));
alter table interaction add column next_on text;
alter table engagement add column recorded_on text;
alter table ask add column recorded_on text;
alter table ask add column planned_for text;
alter table ask add column is_skipped integer not null default 0 check (is_skipped in (0, 1));
alter table ask add column was_promised integer not null default 0 check (was_promised in (0, 1));
alter table intro add column recorded_on text;
alter table intro add column kind text not null default 'client'
    check (kind in ('client', 'speaking', 'partner', 'supplier', 'employer', 'other'));
alter table intro add column meeting_on text;
alter table intro add column fixed_ask_id integer references ask (id);
alter table intro add column is_stale integer not null default 0 check (is_stale in (0, 1));
alter table intro_step add column recorded_on text;
alter table intro_step add column fault text check (fault in ('me', 'source', 'prospect', 'partner'));
alter table intro_step add column is_well integer not null default 0 check (is_well in (0, 1));
alter table intro_step add column is_passed integer not null default 0 check (is_passed in (0, 1));
alter table intro_step add column is_history integer not null default 0 check (is_history in (0, 1));
alter table intro_step add column meeting_on text;
alter table thanks add column recorded_on text;
alter table favor add column recorded_on text;
alter table testimonial add column recorded_on text;
alter table history add column clock text;

-- When each row was written, as its history tells; what came by an import long before, on its day.
create temp table told (table_name text not null, row_id integer not null, on_date text not null);
insert into told (table_name, row_id, on_date)
select r.table_name, r.row_id, min(substr(h.at, 1, 10))
from history_row r join history h on h.id = r.history_id
where r.before is null
    and r.table_name in ('interaction', 'engagement', 'ask', 'intro', 'intro_step', 'thanks',
        'favor', 'testimonial', 'follow_up')
group by r.table_name, r.row_id;
create index temp.told_row on told (table_name, row_id);

update interaction set recorded_on = max(on_date, coalesce((select on_date from told
    where table_name = 'interaction' and row_id = interaction.id), on_date));
update engagement set recorded_on = coalesce((select on_date from told
    where table_name = 'engagement' and row_id = engagement.id), delivered_on, '2000-01-01');
update ask set recorded_on = coalesce((select on_date from told
    where table_name = 'ask' and row_id = ask.id), on_date);
update intro set recorded_on = max(on_date, coalesce((select on_date from told
    where table_name = 'intro' and row_id = intro.id), on_date)), fixed_ask_id = ask_id;
update intro_step set recorded_on = max(on_date, coalesce((select on_date from told
    where table_name = 'intro_step' and row_id = intro_step.id), on_date)),
    is_history = coalesce((select i.is_history and not exists (
            select 1 from told s join told w on w.table_name = 'intro' and w.row_id = i.id
            where s.table_name = 'intro_step' and s.row_id = intro_step.id
            and s.on_date > w.on_date)
        from intro i where i.id = intro_step.intro_id), 0);
-- The next meeting was a follow-up alone; now it is told with the exchange at which it was agreed.
update interaction set next_on = (
    select max(f.due_on) from follow_up f join interaction_contact c on c.contact_id = f.contact_id
    where f.kind = 'meet' and f.closed_on is null and c.interaction_id = interaction.id
        and f.opened_on in (interaction.recorded_on, interaction.on_date));
update intro_step set is_passed = 1
where step = 'not-a-fit' and exists (select 1 from intro i where i.passed_from_id = intro_id);
update thanks set recorded_on = max(on_date, coalesce((select on_date from told
    where table_name = 'thanks' and row_id = thanks.id), on_date));
update favor set recorded_on = max(on_date, coalesce((select on_date from told
    where table_name = 'favor' and row_id = favor.id), on_date));
update testimonial set recorded_on = max(on_date, coalesce((select on_date from told
    where table_name = 'testimonial' and row_id = testimonial.id), on_date));

create table ask_step (
    id integer primary key,
    ask_id integer not null references ask (id),
    answer text not null check (answer in ('pending', 'promised', 'declined', 'later')),
    on_date text not null,
    until text,
    recorded_on text not null
) strict;
create index ask_step_ask on ask_step (ask_id);
-- An ask of the earlier layout kept its newest answer only.
insert into ask_step (ask_id, answer, on_date, until, recorded_on)
select id, state, coalesce(answered_on, on_date),
    case state when 'promised' then confirm_by else until end,
    max(recorded_on, coalesce(answered_on, on_date))
from ask where state in ('promised', 'declined', 'later')
union all
select id, 'promised', answered_on, confirm_by, max(recorded_on, answered_on)
from ask where state = 'introduced' and answered_on is not null
union all
select id, 'pending', on_date, confirm_by, recorded_on
from ask where state = 'pending' and confirm_by is not null;
update ask set planned_for = on_date, recorded_on = min(on_date, recorded_on)
where state = 'planned';
update ask set was_promised = 1
where id in (select ask_id from ask_step where answer = 'promised')
    or exists (select 1 from follow_up f where f.ask_id = ask.id and f.rule = 'ask-promised');
update ask set is_skipped = coalesce((
    select f.closing = 'skipped' from follow_up f
    where f.ask_id = ask.id and f.kind = 'confirm' and f.intro_id is null
    order by f.id desc limit 1), 0);

-- Further bases than the first, which stands with the contact.
create table contact_basis (
    id integer primary key,
    contact_id integer not null references contact (id),
    basis text not null
        check (basis in ('client', 'referred', 'friend', 'family', 'partner', 'colleague')),
    unique (contact_id, basis)
) strict;

-- What was told of a contact's name; else the name says it.
alter table contact add column is_a text check (is_a in ('person', 'couple', 'firm'));
create table tie (
    id integer primary key,
    contact_id integer not null references contact (id),
    other_id integer not null references contact (id),
    word text not null,
    check (contact_id <> other_id)
) strict;
create index tie_contact on tie (contact_id);
create index tie_other on tie (other_id);

create table contact_step (
    id integer primary key,
    contact_id integer not null references contact (id),
    step text not null check (step in ('tier', 'rest', 'drop', 'return', 'taught', 'job')),
    value text,
    until text,
    on_date text not null,
    recorded_on text not null
) strict;
create index contact_step_contact on contact_step (contact_id);
insert into contact_step (contact_id, step, value, until, on_date, recorded_on)
select id, 'tier', tier, null, created_on, created_on from contact where tier is not null
union all
select id, 'taught', null, null, taught_on, taught_on from contact where taught_on is not null
union all
select id, 'return', null, null, forgiven_on, forgiven_on from contact
where forgiven_on is not null
union all
select id, 'rest', null, status_until, max(created_on, coalesce(forgiven_on, created_on)),
    created_on from contact where status = 'resting' and status_until is not null
union all
select c.id, 'drop', status_because, null, d.on_date, d.on_date from contact c join (
    select p.id, coalesce(
        (select max(closed_on) from follow_up f
            where f.contact_id = p.id and f.closing = 'dropped'),
        (select date(h.at) from history_row r join history h on h.id = r.history_id
            where r.table_name = 'contact' and r.row_id = p.id
                and json_extract(r.after, '$.status') = 'dropped'
                and coalesce(json_extract(r.before, '$.status'), '') <> 'dropped'
            order by h.id desc limit 1),
        (select max(coalesce(closed_on, opened_on)) from follow_up f where f.contact_id = p.id),
        p.created_on) as on_date
    from contact p) d on d.id = c.id
where c.status = 'dropped';

create table intro_party (
    id integer primary key,
    intro_id integer not null references intro (id),
    contact_id integer not null references contact (id),
    part text not null check (part in ('source', 'prospect')),
    on_date text not null,
    recorded_on text not null,
    fixed_ask_id integer references ask (id),
    is_history integer not null default 0 check (is_history in (0, 1)),
    ask_id integer references ask (id),
    unique (intro_id, part, contact_id)
) strict;
create index intro_party_contact on intro_party (contact_id);
create index intro_party_ask on intro_party (ask_id) where ask_id is not null;
insert into intro_party
    (intro_id, contact_id, part, on_date, recorded_on, fixed_ask_id, is_history, ask_id)
select id, source_id, 'source', on_date, recorded_on, fixed_ask_id, is_history, ask_id
from intro where source_id is not null
union all
select id, prospect_id, 'prospect', on_date, recorded_on, null, is_history, null from intro;

create table custom (
    id integer primary key,
    contact_id integer not null references contact (id),
    text text not null,
    due_on text not null,
    at_time text,
    every text,
    on_date text not null,
    recorded_on text not null
) strict;
create index custom_contact on custom (contact_id);

create table appointment (
    id integer primary key,
    contact_id integer not null references contact (id),
    day text not null,
    at_time text,
    until_time text,
    place text,
    about text,
    channel text,
    on_date text not null,
    recorded_on text not null
) strict;
create index appointment_contact on appointment (contact_id);

create table decision (
    id integer primary key,
    answer text not null,
    on_date text not null,
    until text,
    note text,
    recorded_on text not null
) strict;

-- All that the follow-up stood for when the decision was made; without an origin it was about the
-- contact alone.
create table decision_about (
    id integer primary key,
    decision_id integer not null references decision (id),
    contact_id integer not null references contact (id),
    kind text not null,
    rule text not null,
    ask_id integer references ask (id),
    intro_id integer references intro (id),
    engagement_id integer references engagement (id),
    custom_id integer references custom (id),
    appointment_id integer references appointment (id),
    job_id integer references contact_step (id)
) strict;
create index decision_about_decision on decision_about (decision_id);
create index decision_about_contact on decision_about (contact_id);
create index decision_about_intro on decision_about (intro_id) where intro_id is not null;

-- What thanks were for beside what is due: the follow-ups that `done` named.
create table thanks_about (
    id integer primary key,
    thanks_id integer not null references thanks (id),
    contact_id integer not null references contact (id),
    kind text not null,
    rule text not null,
    ask_id integer references ask (id),
    intro_id integer references intro (id)
) strict;
create index thanks_about_thanks on thanks_about (thanks_id);
create index thanks_about_contact on thanks_about (contact_id);
insert into thanks_about (thanks_id, contact_id, kind, rule, ask_id)
select id, contact_id, 'thank', 'ask-promised', ask_id from thanks
where given = 1 and ask_id is not null and intro_id is null;

-- Which thanks reached which moment of which introduction, or a promise; made from the facts.
create table thanked (
    thanks_id integer not null,
    contact_id integer not null references contact (id),
    intro_id integer references intro (id),
    ask_id integer references ask (id),
    step text,
    on_date text not null
) strict;
insert into thanked (thanks_id, contact_id, intro_id, step, on_date)
select t.id, t.contact_id, t.intro_id, s.step, t.on_date
from thanks t join intro i on i.id = t.intro_id and i.source_id = t.contact_id
join (select 'made' as step, 1 as place union all select 'reached', 2 union all select 'outcome', 3) s
    on s.place <= case t.step when 'reached' then 2 when 'outcome' then 3 else 1 end
where t.given = 1;
create index thanked_contact on thanked (contact_id);
create index thanked_intro on thanked (intro_id) where intro_id is not null;
create index thanked_thanks on thanked (thanks_id);

-- The numbers of follow-ups, for good: of each key the one that a person saw, the calendar's name
-- for it, and how often it was changed. Neither undo nor a replay takes one back; a merge gives a
-- number a second key.
create table follow_up_id (
    id integer primary key,
    key text not null unique,
    number integer not null,
    uid text not null,
    changes integer not null default 0
) strict;
create index follow_up_id_number on follow_up_id (number);
create index follow_up_id_uid on follow_up_id (uid);

-- Hand-made follow-ups are facts of their own, under the numbers that they had.
insert into custom (id, contact_id, text, due_on, on_date, recorded_on)
select id, contact_id, action, due_on, opened_on, opened_on from follow_up where kind = 'custom';
insert into follow_up_id (key, number, uid)
select 'custom:' || id || '/by-hand/custom/' || contact_id || '/1', id, uid
from follow_up where kind = 'custom';

create table follow_up_made (
    id integer primary key,
    key text not null unique,
    uid text not null unique,
    kind text not null,
    contact_id integer not null references contact (id),
    due_on text not null,
    action text not null,
    rule text not null,
    ask_id integer references ask (id),
    intro_id integer references intro (id),
    engagement_id integer references engagement (id),
    custom_id integer references custom (id),
    appointment_id integer references appointment (id),
    round integer not null default 1,
    tries integer not null default 0,
    opened_on text not null,
    snoozes integer not null default 0,
    closed_on text,
    closing text check (closing in ('done', 'skipped', 'replaced', 'dropped')),
    note text,
    check ((closed_on is null) = (closing is null))
) strict;
insert into follow_up_made (id, key, uid, kind, contact_id, due_on, action, rule, ask_id, intro_id,
    engagement_id, custom_id, round, opened_on, snoozes, closed_on, closing, note)
select id, 'before:' || id, uid, kind, contact_id, due_on, action, rule, ask_id, intro_id,
    engagement_id, case kind when 'custom' then id end, max(1, round), opened_on, snoozes,
    closed_on, closing, note
from follow_up;
drop table follow_up;
alter table follow_up_made rename to follow_up;
create index follow_up_open on follow_up (due_on) where closed_on is null;
create index follow_up_contact on follow_up (contact_id, closed_on);
create index follow_up_intro on follow_up (intro_id) where intro_id is not null;
create index follow_up_ask on follow_up (ask_id) where ask_id is not null;
create index follow_up_closed on follow_up (closed_on) where closed_on is not null;

create table unsettled (contact_id integer primary key references contact (id)) strict;
insert into unsettled (contact_id)
select contact_id from follow_up
union select contact_id from contact_step
union select contact_id from interaction_contact
union select contact_id from ask
union select contact_id from intro_party
union select receiver_id from intro where receiver_id is not null
union select contact_id from engagement
union select contact_id from thanks
union select contact_id from favor
union select contact_id from testimonial;

insert into id_mark (table_name, block, last)
values ('custom', 0, (select coalesce(max(id), 0) from custom)), ('appointment', 0, 0);
drop table told;

-- Undo has nothing to say of follow-ups any more: they follow from what is undone. An entry that
-- did nothing else keeps nothing that could be brought back.
delete from history_row where table_name = 'follow_up';
update history set is_erased = 1
where undoes is null and id not in (select history_id from history_row);

-- What work and won introductions make of a contact, beside what was told.
alter table rapport add column earned text check (earned = 'client');
update rapport set earned = 'client' where contact_id in (
    select contact_id from engagement
    union select p.contact_id from intro_party p join intro i on i.id = p.intro_id
    where p.part = 'prospect' and i.direction = 'received' and i.state = 'won'
        and i.kind = 'client'
);
