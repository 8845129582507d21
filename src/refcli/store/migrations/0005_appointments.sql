-- An exchange keeps its time of day, and those who meet together share an appointment's number.
alter table interaction add column at_time text;
alter table appointment add column meeting integer;
create index appointment_meeting on appointment (meeting);
