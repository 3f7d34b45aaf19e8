CREATE VIEW disagreements AS
SELECT
    verdict,
    explanation,
    slip,
    organisation,
    period,
    left_measure,
    left_surface,
    left_amount,
    left_document,
    left_publisher,
    left_published_on,
    left_sentence,
    right_measure,
    right_surface,
    right_amount,
    right_document,
    right_publisher,
    right_published_on,
    right_sentence,
    gap,
    gap_share,
    origins,
    left_figure_id,
    right_figure_id
FROM compared
WHERE verdict = 'conflicts'
UNION ALL BY NAME
SELECT
    verdict,
    explanation,
    organisation,
    period,
    measure AS left_measure,
    total_surface AS left_surface,
    total_amount AS left_amount,
    document AS left_document,
    publisher AS left_publisher,
    published_on AS left_published_on,
    sentence AS left_sentence,
    measure AS right_measure,
    (total_amount + difference)::DECIMAL(28, 4) AS right_amount,
    document AS right_document,
    publisher AS right_publisher,
    published_on AS right_published_on,
    abs(difference)::DECIMAL(28, 4) AS gap,
    percent(abs(difference), total_amount) AS gap_share,
    total_figure_id AS left_figure_id
FROM stated_sums
WHERE verdict = 'fails';

COMMENT ON VIEW disagreements IS 'What does not go together: pairs that conflict, and stated sums that fail (the stated total on the left, what its terms make on the right).';
COMMENT ON COLUMN disagreements.verdict IS 'conflicts or fails';
COMMENT ON COLUMN disagreements.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN disagreements.slip IS 'For a conflict: the one slip of the pen that would explain it; see slips';
COMMENT ON COLUMN disagreements.organisation IS 'Whose numbers they are';
COMMENT ON COLUMN disagreements.period IS 'The time that they are about';
COMMENT ON COLUMN disagreements.left_measure IS 'What the one side counts';
COMMENT ON COLUMN disagreements.left_surface IS 'The one side as printed';
COMMENT ON COLUMN disagreements.left_amount IS 'The one number, in units of the currency';
COMMENT ON COLUMN disagreements.left_document IS 'The file or address of its document';
COMMENT ON COLUMN disagreements.left_publisher IS 'Who published it';
COMMENT ON COLUMN disagreements.left_published_on IS 'The day on which it was published';
COMMENT ON COLUMN disagreements.left_sentence IS 'The sentence that carries it';
COMMENT ON COLUMN disagreements.right_measure IS 'What the other side counts';
COMMENT ON COLUMN disagreements.right_surface IS 'The other side as printed; null for a sum, which is printed nowhere';
COMMENT ON COLUMN disagreements.right_amount IS 'The other number, or what the terms of the sum make';
COMMENT ON COLUMN disagreements.right_document IS 'The file or address of its document';
COMMENT ON COLUMN disagreements.right_publisher IS 'Who published it';
COMMENT ON COLUMN disagreements.right_published_on IS 'The day on which it was published';
COMMENT ON COLUMN disagreements.right_sentence IS 'The sentence that carries it; null for a sum';
COMMENT ON COLUMN disagreements.gap IS 'The least distance between the two intervals; for a sum, the difference';
COMMENT ON COLUMN disagreements.gap_share IS 'That distance as a share of the larger amount (for a sum, of its total), in per cent';
COMMENT ON COLUMN disagreements.origins IS 'From how many independent origins the two come: 1 or 2; null for a sum';
COMMENT ON COLUMN disagreements.left_figure_id IS 'Id of the one figure; for a sum, of its total';
COMMENT ON COLUMN disagreements.right_figure_id IS 'Id of the other figure; null for a sum';
