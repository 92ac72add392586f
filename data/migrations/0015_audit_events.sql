-- What was done with the program and by whom: sign-ins, refusals, commands, reads of confidential words, downloads. Append-only,
-- but for the names of persons that are taken out on purpose. Times are UTC; ``roles`` are joined by semicolons, and
-- ``first_entry`` and ``last_entry`` are the history's entries that a command wrote. No exchange file: it is evidence of this
-- installation.
create sequence audit_event_numbers;

create table audit_events (
    entry bigint primary key default nextval('audit_event_numbers'),
    happened_at timestamp not null,
    person varchar not null,
    roles varchar not null,
    action varchar not null check (length(action) > 0),
    subject varchar not null,
    outcome varchar not null check (outcome in ('done', 'refused', 'failed')),
    note varchar not null,
    first_entry bigint,
    last_entry bigint
);
