CREATE TABLE reconciliations (
    reconciliation_id VARCHAR PRIMARY KEY,
    left_figure_id VARCHAR NOT NULL,
    right_figure_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    gap DECIMAL(28, 4),
    explanation VARCHAR NOT NULL,
    origins TINYINT NOT NULL
);
COMMENT ON TABLE reconciliations IS 'One row a pair of figures that can be compared, with its one verdict. A pair that is not here is not comparable.';
COMMENT ON COLUMN reconciliations.reconciliation_id IS 'Content hash of the two figures';
COMMENT ON COLUMN reconciliations.left_figure_id IS 'The figure published first; in one document, the one printed first';
COMMENT ON COLUMN reconciliations.right_figure_id IS 'The other figure';
COMMENT ON COLUMN reconciliations.verdict IS 'agrees, consistent, revised, different_measure or conflicts; see verdicts';
COMMENT ON COLUMN reconciliations.rule IS 'The rule that gave the verdict: the name of its file';
COMMENT ON COLUMN reconciliations.gap IS 'The least distance between the two intervals, 0 where they meet; null where the two are different measures';
COMMENT ON COLUMN reconciliations.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN reconciliations.origins IS 'From how many independent origins the two stories come: 1 or 2';

CREATE TABLE equation_verdicts (
    equation_id VARCHAR PRIMARY KEY,
    verdict VARCHAR NOT NULL,
    difference DECIMAL(28, 4),
    explanation VARCHAR NOT NULL,
    explained_by VARCHAR
);
COMMENT ON TABLE equation_verdicts IS 'One row a stated sum that can be checked. A sum in several currencies, or with an end left open on purpose, is not here.';
COMMENT ON COLUMN equation_verdicts.equation_id IS 'The sum';
COMMENT ON COLUMN equation_verdicts.verdict IS 'holds, holds_within_rounding or fails; see verdicts';
COMMENT ON COLUMN equation_verdicts.difference IS 'What the terms make, less the total; null where one of them is a range';
COMMENT ON COLUMN equation_verdicts.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN equation_verdicts.explained_by IS 'Of a sum that fails: the one smallest slip with which it adds up, where there is only one: without the £3m';
