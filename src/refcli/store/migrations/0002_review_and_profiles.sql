-- Guided reviews: how far one came, and when it was finished, so that it can be taken up again.

create table review (
    id integer primary key,
    begun_on text not null,
    steps_done integer not null default 0 check (steps_done >= 0),
    finished_on text,
    change text,
    chosen text
) strict;

-- Profile addresses as they are compared: host and path, without scheme, query or trailing slash.

alter table contact add column url_key text;
update contact set url_key = 'linkedin.com/' || rtrim(
    substr(
        substr(lower(url), 1, instr(lower(url) || '?', '?') - 1),
        instr(lower(url), 'linkedin.com/') + 13
    ), '/')
    where url is not null and instr(lower(url), 'linkedin.com/') > 0;
create index contact_url_key on contact (url_key) where url_key is not null;
drop index contact_url;
