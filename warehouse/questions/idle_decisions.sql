-- Decisions on links that change nothing, and why: what they are about is not here (now).
SELECT
    "position",
    verdict,
    name,
    organisation_id,
    CASE
        WHEN organisation_id NOT IN (SELECT organisation_id FROM organisations) THEN organisation_id || ' is not in the register'
        ELSE coalesce(document, document_id) || ' is not here as it was then'
    END AS reason
FROM link_decisions
WHERE organisation_id NOT IN (SELECT organisation_id FROM organisations) OR document_id NOT IN (SELECT document_id FROM documents)
ORDER BY "position"
