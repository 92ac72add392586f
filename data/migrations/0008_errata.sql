-- An erratum can point at one body, and correct an earlier erratum of the same round. Every way in checks both (see 0001).
alter table errata add column body varchar;
alter table errata add column corrects varchar;
