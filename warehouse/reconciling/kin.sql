-- Who is one body by law, and who is part of whom. The register is small: worked out anew each time.
DELETE FROM bodies;
INSERT INTO bodies
WITH RECURSIVE
renamed AS (
    SELECT DISTINCT predecessor_id, successor_id FROM successions
    WHERE kind IN ('merger', 'statutory_replacement')
    QUALIFY count(*) OVER (PARTITION BY predecessor_id) = 1 AND count(*) OVER (PARTITION BY successor_id) = 1
),
-- a chain is followed twenty steps, so that a circle in the register ends too
followed(organisation_id, successor_id, steps) AS (
    SELECT predecessor_id, successor_id, 1 FROM renamed
    UNION ALL
    SELECT organisation_id, renamed.successor_id, steps + 1 FROM followed JOIN renamed ON predecessor_id = followed.successor_id WHERE steps < 20
)
SELECT organisation_id, arg_max(successor_id, steps) FROM followed GROUP BY organisation_id;

DELETE FROM kinship;
INSERT INTO kinship
WITH RECURSIVE
belonging(part_id, whole_id, valid_from, valid_to, steps) AS (
    SELECT member_id, group_id, valid_from, valid_to, 1 FROM memberships
    UNION
    SELECT part_id, group_id, greatest(belonging.valid_from, memberships.valid_from), least(belonging.valid_to, memberships.valid_to), steps + 1
    FROM belonging JOIN memberships ON member_id = whole_id
    WHERE steps < 4
        AND coalesce(greatest(belonging.valid_from, memberships.valid_from) <= least(belonging.valid_to, memberships.valid_to), true)
),
related AS (
    SELECT part_id, whole_id, 'member' AS relation, valid_from, valid_to FROM belonging
    UNION
    SELECT organisation_id, parent_id, 'member', NULL, NULL FROM organisations WHERE parent_id IS NOT NULL AND kind <> 'news_publisher'
    UNION
    SELECT CASE kind WHEN 'split' THEN successor_id ELSE predecessor_id END, CASE kind WHEN 'split' THEN predecessor_id ELSE successor_id END, 'successor', NULL, NULL
    FROM successions
)
SELECT DISTINCT coalesce(part.body_key, part_id), coalesce(whole.body_key, whole_id), relation, valid_from, valid_to
FROM related
LEFT JOIN bodies AS part ON part.organisation_id = part_id
LEFT JOIN bodies AS whole ON whole.organisation_id = whole_id
WHERE coalesce(part.body_key, part_id) <> coalesce(whole.body_key, whole_id)
ORDER BY ALL;
