-- Breadth first, as in successor_of.
CREATE MACRO member_of(day) AS TABLE
WITH RECURSIVE
standing AS (
    FROM memberships WHERE day IS NULL OR day::DATE BETWEEN coalesce(valid_from, day::DATE) AND coalesce(valid_to, day::DATE)
),
belonging(member_id, group_id, steps, role) USING KEY (member_id, group_id) AS (
    SELECT member_id, group_id, 1, min(role) FROM standing GROUP BY member_id, group_id
    UNION
    SELECT belonging.member_id, standing.group_id, min(steps) + 1, min(belonging.role)
    FROM belonging
    JOIN standing ON standing.member_id = belonging.group_id
    WHERE NOT EXISTS (FROM recurring.belonging AS known WHERE known.member_id = belonging.member_id AND known.group_id = standing.group_id)
    GROUP BY belonging.member_id, standing.group_id
)
SELECT member.name AS member, whole.name AS "group", role, steps, member_id, group_id
FROM belonging
JOIN organisations AS member ON member.organisation_id = member_id
JOIN organisations AS whole ON whole.organisation_id = group_id;
COMMENT ON MACRO TABLE member_of IS 'Who belonged to which group on a day (null: ever), directly or through other groups: `member`, `group`, `role`, `steps` (1 is directly), `member_id`, `group_id`. `FROM member_of(DATE ''2019-10-01'')`';
