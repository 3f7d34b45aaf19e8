-- Loads the shard at `$shard` (a variable of the connection). A document that another shard has under an earlier name, and one that is
-- loaded already, stays as it is. Documents come last: until then the batch's own count as new.
CREATE OR REPLACE TEMP TABLE batch AS
SELECT incoming.document_id
FROM read_parquet(getvariable('shard') || '/documents.parquet') AS incoming
SEMI JOIN chosen ON chosen.document_id = incoming.document_id AND chosen.shard = parse_filename(getvariable('shard'))
ANTI JOIN documents ON documents.document_id = incoming.document_id;

INSERT INTO stories BY NAME FROM read_parquet(getvariable('shard') || '/stories.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO passages BY NAME FROM read_parquet(getvariable('shard') || '/passages.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO cells BY NAME FROM read_parquet(getvariable('shard') || '/cells.parquet') SEMI JOIN batch USING (document_id);
-- Figures and claims keep one order, that of their documents: reconciliation reads them side by side.
INSERT INTO figures BY NAME
FROM read_parquet(getvariable('shard') || '/figures.parquet') SEMI JOIN batch USING (document_id)
ORDER BY document_id, start_char;
INSERT INTO claims BY NAME
SELECT incoming.*, family AS measure_family, direction,
    organisation_key(organisation_id, organisation_name) AS organisation_key,
    organisation_key(counterparty_id, counterparty_name) AS counterparty_key,
    finality(sentence, surface, certainty) AS finality
FROM read_parquet(getvariable('shard') || '/claims.parquet') AS incoming
SEMI JOIN batch USING (document_id)
JOIN (SELECT figure_id, sentence, surface, start_char FROM read_parquet(getvariable('shard') || '/figures.parquet')) AS figures USING (figure_id)
LEFT JOIN measure_families USING (measure)
LEFT JOIN basis_order USING (basis)
ORDER BY document_id, start_char;
INSERT INTO evidence BY NAME FROM read_parquet(getvariable('shard') || '/evidence.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO evidence_alternatives BY NAME FROM read_parquet(getvariable('shard') || '/evidence_alternatives.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO organisation_mentions BY NAME FROM read_parquet(getvariable('shard') || '/organisation_mentions.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO period_mentions BY NAME FROM read_parquet(getvariable('shard') || '/period_mentions.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO equations BY NAME FROM read_parquet(getvariable('shard') || '/equations.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO equation_terms BY NAME FROM read_parquet(getvariable('shard') || '/equation_terms.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO origin_clues BY NAME FROM read_parquet(getvariable('shard') || '/origin_clues.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO shingles BY NAME FROM read_parquet(getvariable('shard') || '/shingles.parquet') SEMI JOIN batch USING (document_id);
INSERT INTO quarantine BY NAME
SELECT DISTINCT ON (name, sha256) incoming.*
FROM read_parquet(getvariable('shard') || '/quarantine.parquet') AS incoming
ANTI JOIN quarantine ON quarantine.name = incoming.name AND quarantine.sha256 IS NOT DISTINCT FROM incoming.sha256
ORDER BY ALL;
INSERT INTO documents BY NAME FROM read_parquet(getvariable('shard') || '/documents.parquet') SEMI JOIN batch USING (document_id);
