CREATE MACRO everything_about(whom) AS TABLE
SELECT generation, all_figures.*
FROM all_figures
JOIN (
    SELECT relative_id, arg_min(generation, [abs(generation), -generation]) AS generation
    FROM lineage
    WHERE organisation_id IN (SELECT organisation_id FROM known_as(whom))
    GROUP BY relative_id
) ON relative_id = organisation_id;
COMMENT ON MACRO TABLE everything_about IS 'The figures of an organisation (its id, or any name of it) and of everything that it became or was: the columns of `all_figures`, and before them `generation`, as in `lineage`. `FROM everything_about(''Ipswich Hospital NHS Trust'')`';
