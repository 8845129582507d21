-- How people are greeted and spoken of, what they were called, where they live, their yearly dates,
-- and what the owner of the store wants to know about them.
alter table contact add column call text;
alter table contact add column pronouns text;

create table contact_former_name (
    id integer primary key,
    contact_id integer not null references contact (id),
    former_name text not null,
    former_name_key text not null
) strict;
create index contact_former_name_contact on contact_former_name (contact_id);
create index contact_former_name_key on contact_former_name (former_name_key);

create table contact_address (
    id integer primary key,
    contact_id integer not null references contact (id),
    address text not null,
    address_key text not null
) strict;
create index contact_address_contact on contact_address (contact_id);

create table contact_field (
    id integer primary key,
    contact_id integer not null references contact (id),
    field text not null,
    field_key text not null,
    value text not null,
    value_key text not null
) strict;
create index contact_field_contact on contact_field (contact_id);
create index contact_field_key on contact_field (field_key, value_key);

-- `month_day` is MM-DD, `year` that of the first one where it is known.
create table yearly_date (
    id integer primary key,
    contact_id integer not null references contact (id),
    label text not null,
    label_key text not null,
    month_day text not null,
    year integer,
    notice_days integer,
    recorded_on text not null
) strict;
create index yearly_date_contact on yearly_date (contact_id);
create index yearly_date_day on yearly_date (month_day);
create index yearly_date_notice on yearly_date (notice_days);

-- What was said of a date in one year: done, skipped or put off.
create table yearly_answer (
    id integer primary key,
    date_id integer not null references yearly_date (id),
    year integer not null,
    answer text not null check (answer in ('done', 'skip', 'snooze')),
    until text,
    note text,
    on_date text not null,
    recorded_on text not null
) strict;
create index yearly_answer_date on yearly_answer (date_id, year);

-- The dates of those who matter, for `due` to find by their day; made again with rapport.
create table yearly_due (
    contact_id integer not null references contact (id),
    date_id integer not null,
    month_day text not null
) strict;
create index yearly_due_contact on yearly_due (contact_id);
create index yearly_due_day on yearly_due (month_day, date_id, contact_id);

create index contact_organization on contact (lower(organization));
create index contact_industry on contact (lower(industry));
