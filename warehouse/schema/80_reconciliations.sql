CREATE TABLE reconciliations (
    left_assertion_id UBIGINT NOT NULL,
    right_assertion_id UBIGINT NOT NULL,
    verdict VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    gap DECIMAL(28, 4),
    relation VARCHAR NOT NULL,
    part VARCHAR,
    weight DECIMAL(3, 2) NOT NULL
);
COMMENT ON TABLE reconciliations IS
    'One row a pair of assertions that was judged, with its one verdict. A pair that is not here is of two things, or of two among many; see pair_counts.';
COMMENT ON COLUMN reconciliations.left_assertion_id IS 'What was published first; in one document, what was printed first';
COMMENT ON COLUMN reconciliations.right_assertion_id IS 'The other side';
COMMENT ON COLUMN reconciliations.verdict IS 'agrees, consistent, revised, different_measure, conflicts or not_comparable; see verdicts';
COMMENT ON COLUMN reconciliations.rule IS 'The rule that gave the verdict: the name of its file';
COMMENT ON COLUMN reconciliations.gap IS
    'The least distance between the two intervals, which is the smallest change of either that would make them meet; 0 where they meet, null where they measure different things';
COMMENT ON COLUMN reconciliations.relation IS 'What the two have to do with one another: one thing; part and whole by sum, member or successor; or a variance and what it is of';
COMMENT ON COLUMN reconciliations.part IS 'Which side is the part, left or right; null where neither is';
COMMENT ON COLUMN reconciliations.weight IS 'How much it weighs: 1 where both sides state their period, a half where one does, a quarter where neither does';

CREATE TABLE slips (left_assertion_id UBIGINT NOT NULL, right_assertion_id UBIGINT NOT NULL, slip VARCHAR NOT NULL, explanation VARCHAR NOT NULL);
COMMENT ON TABLE slips IS 'Conflicts that one slip of the pen would explain, with the likeliest one. A label, not a correction.';
COMMENT ON COLUMN slips.left_assertion_id IS 'The left side of the conflict';
COMMENT ON COLUMN slips.right_assertion_id IS 'The right side';
COMMENT ON COLUMN slips.slip IS 'The slip: the name of its file in warehouse/rules/slips';
COMMENT ON COLUMN slips.explanation IS 'How it would explain the conflict, in a clause';

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
