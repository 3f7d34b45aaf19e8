SELECT DISTINCT organisation_id AS offender FROM claims ANTI JOIN organisations USING (organisation_id) WHERE organisation_id IS NOT NULL
UNION
SELECT counterparty_id FROM claims ANTI JOIN organisations ON organisations.organisation_id = counterparty_id WHERE counterparty_id IS NOT NULL
UNION
SELECT organisation_id FROM aliases ANTI JOIN organisations USING (organisation_id)
UNION
SELECT member_id FROM memberships ANTI JOIN organisations ON organisation_id = member_id
UNION
SELECT group_id FROM memberships ANTI JOIN organisations ON organisation_id = group_id
