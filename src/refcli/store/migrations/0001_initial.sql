-- The data model: product.md's words in the singular. Days are ISO dates, instants UTC ISO text
-- with Z, amounts whole hundredths. Every table has an integer id, so that the journal can name
-- any row. `rapport`, `contact_word` and `search` are derived from the others and are rebuilt for
-- each contact that a command touches; the journal leaves them out.

create table contact (
    id integer primary key,
    name text not null,
    name_key text not null,
    organization text,
    role text,
    industry text,
    basis text not null default 'other'
        check (basis in ('client', 'referred', 'friend', 'family', 'partner', 'colleague', 'other')),
    through_id integer references contact (id),
    since text,
    tier text check (tier in ('A', 'B', 'C')),
    status text not null default 'active' check (status in ('active', 'resting', 'dropped')),
    status_until text,
    status_because text,
    forgiven_on text,
    thanks_by text,
    focus text,
    focus_on text,
    admired_by_id integer references contact (id),
    taught_on text,
    note text,
    url text,
    known_since text,
    sort_skipped_on text,
    created_on text not null,
    version integer not null default 1
) strict;
create index contact_name_key on contact (name_key);
create index contact_trusted on contact (id) where basis <> 'other';
create index contact_url on contact (url) where url is not null;
create index contact_through on contact (through_id) where through_id is not null;
create index contact_admired_by on contact (admired_by_id) where admired_by_id is not null;

create table contact_email (
    id integer primary key,
    contact_id integer not null references contact (id),
    email text not null,
    email_key text not null
) strict;
create index contact_email_contact on contact_email (contact_id);
create index contact_email_key on contact_email (email_key);

create table contact_phone (
    id integer primary key,
    contact_id integer not null references contact (id),
    phone text not null,
    phone_key text not null
) strict;
create index contact_phone_contact on contact_phone (contact_id);
create index contact_phone_key on contact_phone (phone_key);

create table contact_nickname (
    id integer primary key,
    contact_id integer not null references contact (id),
    nickname text not null,
    nickname_key text not null
) strict;
create index contact_nickname_contact on contact_nickname (contact_id);
create index contact_nickname_key on contact_nickname (nickname_key);

create table contact_tag (
    id integer primary key,
    contact_id integer not null references contact (id),
    tag text not null,
    tag_key text not null
) strict;
create index contact_tag_contact on contact_tag (contact_id);
create index contact_tag_key on contact_tag (tag_key);

create table interaction (
    id integer primary key,
    on_date text not null,
    channel text not null
        check (channel in ('in-person', 'video', 'call', 'email', 'message', 'letter', 'event')),
    direction text not null check (direction in ('both', 'out', 'in')),
    text text not null default '',
    origin text not null default 'log',
    origin_id integer,
    import_id integer references import (id),
    external_key text,
    version integer not null default 1
) strict;
create index interaction_on on interaction (on_date);
create unique index interaction_external on interaction (external_key)
    where external_key is not null;

create table interaction_contact (
    id integer primary key,
    interaction_id integer not null references interaction (id),
    contact_id integer not null references contact (id)
) strict;
create index interaction_contact_contact on interaction_contact (contact_id, interaction_id);
create index interaction_contact_interaction on interaction_contact (interaction_id);

create table engagement (
    id integer primary key,
    contact_id integer not null references contact (id),
    what text not null,
    delivered_on text,
    ongoing integer not null default 0 check (ongoing in (0, 1)),
    rating integer check (rating between 0 and 10),
    value_cents integer check (value_cents >= 0),
    version integer not null default 1
) strict;
create index engagement_contact on engagement (contact_id, delivered_on);

create table target (
    id integer primary key,
    name text not null,
    name_key text not null unique,
    kind text not null default 'client'
        check (kind in ('client', 'speaking', 'partner', 'supplier', 'employer', 'other')),
    industry text,
    looking_for text,
    qualities text,
    listen_for text,
    unwanted text,
    last_used_on text,
    removed_on text
) strict;

create table kit (
    id integer primary key,
    field text not null unique,
    value text not null
) strict;

create table campaign (
    id integer primary key,
    name text not null,
    name_key text not null,
    theme text,
    offer text,
    goal integer check (goal > 0),
    begins_on text not null,
    until text not null,
    ended_on text
) strict;

create table ask (
    id integer primary key,
    contact_id integer not null references contact (id),
    on_date text not null,
    kind text not null
        check (kind in ('client', 'speaking', 'partner', 'supplier', 'employer', 'other')),
    target_id integer references target (id),
    campaign_id integer references campaign (id),
    industry text,
    looking_for text,
    qualities text,
    words text not null,
    channel text not null,
    state text not null
        check (state in ('planned', 'pending', 'promised', 'introduced', 'declined', 'later')),
    confirm_by text,
    until text,
    answered_on text,
    anyway integer not null default 0 check (anyway in (0, 1)),
    version integer not null default 1
) strict;
create index ask_contact on ask (contact_id, on_date);
create index ask_on on ask (on_date);

create table intro (
    id integer primary key,
    direction text not null check (direction in ('received', 'given')),
    source_id integer references contact (id),
    prospect_id integer not null references contact (id),
    receiver_id integer references contact (id),
    ask_id integer references ask (id),
    passed_from_id integer references intro (id),
    on_date text not null,
    rung text not null check (rung in ('name', 'card', 'told', 'written', 'met')),
    state text not null,
    consent text check (consent in ('unasked', 'asked', 'yes', 'refused')),
    need text,
    value_cents integer check (value_cents >= 0),
    made_on text,
    is_history integer not null default 0 check (is_history in (0, 1)),
    version integer not null default 1,
    check ((direction = 'received') = (source_id is not null)),
    check ((direction = 'given') = (receiver_id is not null))
) strict;
create index intro_source on intro (source_id, made_on);
create index intro_prospect on intro (prospect_id);
create index intro_receiver on intro (receiver_id);
create index intro_ask on intro (ask_id) where ask_id is not null;

create table intro_step (
    id integer primary key,
    intro_id integer not null references intro (id),
    step text not null,
    on_date text not null,
    note text,
    implied integer not null default 0 check (implied in (0, 1))
) strict;
create index intro_step_intro on intro_step (intro_id);

create table follow_up (
    id integer primary key,
    uid text not null unique,
    kind text not null,
    contact_id integer not null references contact (id),
    due_on text not null,
    action text not null,
    rule text not null,
    ask_id integer references ask (id),
    intro_id integer references intro (id),
    engagement_id integer references engagement (id),
    round integer not null default 0,
    opened_on text not null,
    snoozes integer not null default 0,
    closed_on text,
    closing text check (closing in ('done', 'skipped', 'replaced', 'dropped')),
    note text,
    check ((closed_on is null) = (closing is null))
) strict;
create index follow_up_open on follow_up (due_on) where closed_on is null;
create index follow_up_contact on follow_up (contact_id, closed_on);
create index follow_up_intro on follow_up (intro_id) where intro_id is not null;
create index follow_up_ask on follow_up (ask_id) where ask_id is not null;
create index follow_up_closed on follow_up (closed_on) where closed_on is not null;

create table thanks (
    id integer primary key,
    contact_id integer not null references contact (id),
    given integer not null check (given in (0, 1)),
    on_date text not null,
    how text,
    words text,
    intro_id integer references intro (id),
    ask_id integer references ask (id),
    step text check (step in ('made', 'reached', 'outcome'))
) strict;
create index thanks_contact on thanks (contact_id, on_date);
create index thanks_intro on thanks (intro_id) where intro_id is not null;
create index thanks_ask on thanks (ask_id) where ask_id is not null;

create table favor (
    id integer primary key,
    contact_id integer not null references contact (id),
    given integer not null check (given in (0, 1)),
    on_date text not null,
    how text,
    what text not null
) strict;
create index favor_contact on favor (contact_id, on_date);

create table testimonial (
    id integer primary key,
    contact_id integer not null references contact (id),
    on_date text not null,
    words text not null,
    publish integer not null default 0 check (publish in (0, 1))
) strict;
create index testimonial_contact on testimonial (contact_id, on_date);

create table partner (
    id integer primary key,
    contact_id integer not null unique references contact (id),
    stage text check (stage in ('candidate', 'met', 'taught', 'active', 'champion')),
    services text,
    differs text,
    tell text,
    good_referral text,
    listen_for text,
    story text,
    serves text,
    competitor integer not null default 0 check (competitor in (0, 1)),
    interviewed_on text
) strict;

create table setting (
    id integer primary key,
    name text not null unique,
    value text not null
) strict;

create table import (
    id integer primary key,
    file_name text not null,
    format text not null,
    sha256 text not null,
    at text not null,
    new_rows integer not null default 0,
    updated_rows integer not null default 0,
    same_rows integer not null default 0,
    doubtful_rows integer not null default 0,
    rejected_rows integer not null default 0
) strict;

create table history (
    id integer primary key,
    at text not null,
    command text not null,
    summary text not null,
    undone_by integer references history (id),
    undoes integer references history (id),
    is_erased integer not null default 0 check (is_erased in (0, 1))
) strict;

create table history_row (
    id integer primary key,
    history_id integer not null references history (id),
    table_name text not null,
    row_id integer not null,
    before text,
    after text
) strict;
create index history_row_history on history_row (history_id);
create index history_row_row on history_row (table_name, row_id);

create table rapport (
    contact_id integer primary key references contact (id),
    key real not null,
    first_on text not null,
    last_on text,
    last_two_way_on text
) strict;
create index rapport_key on rapport (key);

create table contact_word (
    word text not null,
    contact_id integer not null references contact (id),
    primary key (word, contact_id)
) strict, without rowid;
create index contact_word_contact on contact_word (contact_id);

create virtual table search using fts5 (
    name, about, note, log,
    tokenize = "porter unicode61 remove_diacritics 2"
);
