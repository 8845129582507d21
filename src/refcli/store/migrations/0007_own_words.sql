-- The user's own templates: `slot` is a form, or of an ask the form and its tone, such as ask/warm.
create table own_words (
    id integer primary key,
    slot text not null unique,
    text text not null
) strict;

-- Who was written to, or skipped, in a round that is not over: `round` says who are in it and which form.
create table written_to (
    id integer primary key,
    round text not null,
    contact_id integer not null references contact (id),
    on_date text not null
) strict;
create index written_to_round on written_to (round);
create index written_to_contact on written_to (contact_id);
