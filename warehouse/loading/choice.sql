-- Which shard a document is taken from, where several have it: of those that read it with the decisions that concern it today (`wanted`), the one
-- with its first name. So the same documents give the same rows, however they were cut into batches. `$shards` (a variable of the connection) lists all.
CREATE OR REPLACE TEMP TABLE chosen AS
SELECT document_id, arg_min(shard, {name: name, shard: shard}) AS shard
FROM (
    SELECT document_id, name, parse_filename(parse_dirpath(filename)) AS shard
    FROM read_parquet(list_transform(getvariable('shards'), folder -> folder || '/documents.parquet'), filename = true) AS read
    LEFT JOIN wanted USING (document_id)
    WHERE read.decisions_hash IS NOT DISTINCT FROM wanted.decisions_hash
)
GROUP BY document_id;
