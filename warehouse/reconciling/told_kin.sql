-- Who is part of whom as documents tell it: of the bodies in one that speaks of one system, or partnership, each belongs to it. Of two that the register knows
-- it says so itself; and what is larger than a system, or the state, is no part of it.
CREATE OR REPLACE TEMP TABLE told_bodies AS
SELECT DISTINCT document_id, coalesce(body_key, organisation_key) AS body_key, is_system(organisation_name) AS is_system
FROM coming
LEFT JOIN bodies USING (organisation_id)
WHERE organisation_key IS NOT NULL AND NOT is_unnamed_group(organisation_key) AND NOT are_systems(organisation_name);

INSERT INTO told_kinship
SELECT hash(document_id), hash(part.body_key), hash(whole_key)
FROM (
    SELECT document_id, min(body_key) AS whole_key FROM told_bodies WHERE is_system GROUP BY document_id HAVING min(body_key) = max(body_key)
)
JOIN told_bodies AS part USING (document_id)
WHERE NOT part.is_system AND part.body_key[:4] <> 'gov:' AND 'name:' IN (part.body_key[:5], whole_key[:5]);
