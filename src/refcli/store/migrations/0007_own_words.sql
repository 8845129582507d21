-- The user's own templates: `slot` is a form, or of an ask the form and its tone, such as ask/warm.
create table own_words (
    id integer primary key,
    slot text not null unique,
    text text not null
) strict;
