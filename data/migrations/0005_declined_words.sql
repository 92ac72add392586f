-- Words that were proposed as themes and that a person said no to; a no can be taken back.
create table declined_words (
    word varchar primary key check (length(trim(word)) > 0),
    declined boolean not null
);
