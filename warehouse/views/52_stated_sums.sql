CREATE VIEW stated_sums AS
SELECT
    verdict,
    explanation,
    difference,
    explained_by,
    is_stated_by(equations.rule) AS is_stated,
    total.organisation,
    total.measure,
    total.period,
    total.surface AS total_surface,
    total.amount AS total_amount,
    total.document,
    total.publisher,
    total.published_on,
    total.sentence,
    total.start_char,
    total_figure_id,
    equation_id
FROM equation_verdicts
JOIN equations USING (equation_id)
JOIN all_figures AS total ON total.figure_id = total_figure_id;

COMMENT ON VIEW stated_sums IS 'Every sum that a text states and that can be checked, and those that hold though nobody states them: one row a sum.';
COMMENT ON COLUMN stated_sums.verdict IS 'holds, holds_within_rounding or fails; see verdicts';
COMMENT ON COLUMN stated_sums.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN stated_sums.difference IS 'What the terms make, less the total';
COMMENT ON COLUMN stated_sums.explained_by IS 'Of a sum that fails: the one smallest slip with which it adds up, where there is only one';
COMMENT ON COLUMN stated_sums.is_stated IS 'Whether the text says so; false of numbers that no words tie, and that chance would hardly have made a sum';
COMMENT ON COLUMN stated_sums.organisation IS 'Whose total it is';
COMMENT ON COLUMN stated_sums.measure IS 'What the total counts';
COMMENT ON COLUMN stated_sums.period IS 'The time that the total is about';
COMMENT ON COLUMN stated_sums.total_surface IS 'The total as printed';
COMMENT ON COLUMN stated_sums.total_amount IS 'The total, in units of the currency; null for a range';
COMMENT ON COLUMN stated_sums.document IS 'The file or address of the document';
COMMENT ON COLUMN stated_sums.publisher IS 'Who published it';
COMMENT ON COLUMN stated_sums.published_on IS 'The day on which it was published';
COMMENT ON COLUMN stated_sums.sentence IS 'The sentence that carries the total';
COMMENT ON COLUMN stated_sums.start_char IS 'Where the total starts in the text of the document, in characters from 0';
COMMENT ON COLUMN stated_sums.total_figure_id IS 'Id of the total''s figure';
COMMENT ON COLUMN stated_sums.equation_id IS 'Id of the sum';
