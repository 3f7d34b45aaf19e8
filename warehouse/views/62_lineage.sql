CREATE VIEW lineage AS
SELECT organisation_id, relative_id, arg_min(generation, [abs(generation), -generation]) AS generation
FROM (
    SELECT organisation_id, successor_id AS relative_id, generation FROM successor_of
    UNION ALL
    SELECT successor_id, organisation_id, -generation FROM successor_of WHERE generation > 0
)
GROUP BY organisation_id, relative_id;

COMMENT ON VIEW lineage IS 'Everything that an organisation is, became or was: itself, its successors and its predecessors. One row a pair.';
COMMENT ON COLUMN lineage.organisation_id IS 'The organisation';
COMMENT ON COLUMN lineage.relative_id IS 'What it is, became or was';
COMMENT ON COLUMN lineage.generation IS '0 for itself, 1 for who took over from it, -1 for whom it took over from, and so on';
