-- Loads the organisation register from the CSV files in the folder `$register` (a variable of the connection); columns that are not named here are left.
INSERT INTO organisations
SELECT id, name, kind, opened::DATE, closed::DATE, parent_id
FROM read_csv(getvariable('register') || '/organisations.csv', header = true, all_varchar = true, nullstr = '')
ANTI JOIN organisations ON organisation_id = id;

INSERT INTO aliases
SELECT id, alias, kind, valid_from::DATE, valid_to::DATE, coalesce(ambiguous::BOOLEAN, false)
FROM read_csv(getvariable('register') || '/aliases.csv', header = true, all_varchar = true, nullstr = '')
EXCEPT ALL FROM aliases;

INSERT INTO successions
SELECT predecessor_id, successor_id, date::DATE, kind
FROM read_csv(getvariable('register') || '/successions.csv', header = true, all_varchar = true, nullstr = '')
EXCEPT ALL FROM successions;

INSERT INTO memberships
SELECT member_id, group_id, "start"::DATE, "end"::DATE, role
FROM read_csv(getvariable('register') || '/memberships.csv', header = true, all_varchar = true, nullstr = '')
EXCEPT ALL FROM memberships;
