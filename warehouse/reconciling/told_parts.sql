-- Which sums a sentence calls parts of the sum before them: "£9m, of which £2m was for the roof". Of one body, and of one family of measures.
INSERT INTO told_parts
SELECT claim_row, whole.claim_row
FROM (
    SELECT
        claim_row, organisation_key, measure_family, currency, amount, says_part(sentence[:start_char - sentence_start]) AS is_part,
        lag(struct_pack(claim_row, organisation_key, measure_family, currency, amount)) OVER (PARTITION BY document_id, sentence_start ORDER BY start_char) AS whole
    FROM coming
    JOIN (SELECT rowid AS claim_row, sentence, sentence_start FROM figures WHERE rowid >= getvariable('handled_claims')) AS said USING (claim_row)
    WHERE cell IS NULL
)
WHERE is_part AND whole.organisation_key = organisation_key AND whole.measure_family = measure_family AND whole.currency = currency AND amount < whole.amount;
