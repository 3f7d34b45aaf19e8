-- Which sums a sentence calls parts of the sum before them: "£9m, of which £2m was for the roof". Of one body, whatever is counted.
INSERT INTO told_parts
SELECT claim_row, whole.claim_row
FROM (
    SELECT
        claim_row, organisation_key, currency, amount, says_part(
            sentence[:start_char - sentence_start], sentence[start_char - sentence_start + length(surface) + 1:]) AS is_part,
        lag(struct_pack(claim_row, organisation_key, currency, amount)) OVER (PARTITION BY document_id, sentence_start ORDER BY start_char) AS whole
    FROM coming
    JOIN (SELECT rowid AS claim_row, sentence, sentence_start, surface FROM figures WHERE rowid >= getvariable('handled_claims')) AS said USING (claim_row)
    WHERE cell IS NULL
)
WHERE is_part AND whole.organisation_key = organisation_key AND whole.currency = currency AND amount < whole.amount;
