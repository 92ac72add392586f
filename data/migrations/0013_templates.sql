-- The municipality's own templates for its documents, by the kind of file: ``content`` is the file in base64, so that the
-- register and its exchange files hold all of it.
create table templates (
    kind varchar primary key check (kind in ('docx', 'pptx')),
    file varchar not null check (length(trim(file)) > 0),
    content varchar not null check (length(content) > 0),
    changed_at timestamp not null,
    changed_by varchar not null check (length(trim(changed_by)) > 0)
);

-- What the municipality calls the sections of a case, by the language of the document; a section that is called as usual has
-- no row.
create table headings (
    language varchar not null check (language in ('da', 'en')),
    section varchar not null,
    heading varchar not null check (length(trim(heading)) > 0),
    primary key (language, section)
);
