-- Guided reviews: how far one came, and when it was finished, so that it can be taken up again.

create table review (
    id integer primary key,
    begun_on text not null,
    steps_done integer not null default 0 check (steps_done >= 0),
    finished_on text,
    change text,
    chosen text
) strict;
