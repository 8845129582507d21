-- Rows of a store of layout 3, as the first edition wrote them.
insert or replace into "contact" (id, name, name_key, organization, role, industry, basis, through_id, since, tier, status, status_until, status_because, forgiven_on, thanks_by, focus, focus_on, admired_by_id, taught_on, note, url, known_since, sort_skipped_on, created_on, url_key) values
(1,'Anna Weiss','anna weiss','Weiss Dental','Owner',NULL,'client',NULL,NULL,'A','active',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://www.linkedin.com/in/anna-weiss','2024-01-10',NULL,'2026-11-20','linkedin.com/in/anna-weiss'),
(2,'Tom Roth','tom roth','Roth Law','Partner',NULL,'other',NULL,NULL,NULL,'active',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://www.linkedin.com/in/tom-roth','2023-03-03',NULL,'2026-11-20','linkedin.com/in/tom-roth'),
(3,'Eva Lund','eva lund','Lund AB','CFO',NULL,'other',NULL,NULL,NULL,'active',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://www.linkedin.com/in/eva-lund','2022-07-21',NULL,'2026-11-20','linkedin.com/in/eva-lund'),
(4,'Ben Ott','ben ott',NULL,NULL,NULL,'referred',1,NULL,NULL,'active',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-20',NULL);
insert or replace into "contact_email" (id, contact_id, email, email_key) values
(1,1,'anna@example.com','anna@example.com');
insert or replace into "contact_word" (word, contact_id) values
('anna',1),
('ben',4),
('eva',3),
('lund',3),
('ott',4),
('roth',2),
('tom',2),
('weiss',1);
insert or replace into "follow_up" (id, uid, kind, contact_id, due_on, action, rule, ask_id, intro_id, engagement_id, round, opened_on, snoozes, closed_on, closing, note) values
(1,'d983c07a-d2d1-4d67-b6ff-6405cce0effd','keep-in-touch',1,'2026-12-20','Get in touch with {contact}','tiered',NULL,NULL,NULL,0,'2026-11-20',0,NULL,NULL,NULL),
(2,'5fb2cf00-512d-4ea5-9c26-513c215ffb02','thank',1,'2026-11-21','Thank {contact} for the introduction to {other}','intro-made',NULL,1,NULL,0,'2026-11-20',0,NULL,NULL,NULL),
(3,'987543bd-08f9-4c74-bd1e-b435356cac07','reach',4,'2026-11-21','Reach {contact}: {other} sent you','intro-made',NULL,1,NULL,0,'2026-11-20',0,NULL,NULL,NULL),
(4,'a4350d65-f74b-4404-9790-cd479a0293c5','status',1,'2026-11-27','Tell {contact} where it stands with {other}','intro-made',NULL,1,NULL,0,'2026-11-20',0,NULL,NULL,NULL),
(5,'fc913008-e3b2-4d8e-93a6-80f3c7a6678e','educate',1,'2026-11-27','Tell {contact} whom you help and what to listen for','intro-made',NULL,1,NULL,0,'2026-11-20',0,NULL,NULL,NULL),
(6,'df6888d3-ca21-44d7-8513-c2b59806ae77','re-ask',1,'2027-02-18','Ask {contact} again, if the time is right','intro-made',NULL,1,NULL,0,'2026-11-20',0,NULL,NULL,NULL);
insert or replace into "history" (id, at, command, summary, undone_by, undoes, is_erased) values
(1,'2026-11-28T09:33:23Z','import','imported 3 new contacts and updated 0 from linkedin.csv',NULL,NULL,0),
(2,'2026-11-28T09:33:23Z','contact edit','changed Anna Weiss (@1)',NULL,NULL,0),
(3,'2026-11-28T09:33:24Z','intro','added Ben Ott (@4); Anna Weiss introduced Ben Ott, today: told them you would call (intro 1)',NULL,NULL,0);
insert or replace into "id_mark" (id, table_name, block, last) values
(1,'contact',0,4),
(2,'interaction',0,0),
(3,'engagement',0,0),
(4,'target',0,0),
(5,'campaign',0,0),
(6,'ask',0,0),
(7,'intro',0,1),
(8,'follow_up',0,6),
(9,'thanks',0,0),
(10,'favor',0,0),
(11,'testimonial',0,0);
insert or replace into "import" (id, file_name, format, sha256, at, new_rows, updated_rows, same_rows, doubtful_rows, rejected_rows) values
(1,'linkedin.csv','linkedin','831672a994d2d7c0c9f4a6a5768063d9901c9009c3b99854122a3de769096347','2026-11-28T09:33:23Z',3,0,0,0,0);
insert or replace into "intro" (id, direction, source_id, prospect_id, receiver_id, ask_id, passed_from_id, on_date, rung, state, consent, need, value_cents, made_on, is_history) values
(1,'received',1,4,NULL,NULL,NULL,'2026-11-20','told','made',NULL,NULL,NULL,'2026-11-20',0);
insert or replace into "intro_step" (id, intro_id, step, on_date, note, implied) values
(1,1,'made','2026-11-20',NULL,0);
insert or replace into "rapport" (contact_id, key, first_on, last_on, last_two_way_on) values
(1,1.41192988559874166298e+01,'2024-01-10',NULL,NULL),
(2,1.02061823414427195184e+01,'2023-03-03',NULL,NULL),
(3,7.39323916006075254614e+00,'2022-07-21',NULL,NULL),
(4,2.7183857187294787395e+01,'2026-11-20',NULL,NULL);
insert or replace into "search" (rowid, name, about, note, log) values
(1,'anna weiss','weiss dental owner','',''),
(2,'tom roth','roth law partner','',''),
(3,'eva lund','lund ab cfo','',''),
(4,'ben ott','','','');
