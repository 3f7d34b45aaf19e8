-- What the label guide's words mean for a comparison. These rows are the data behind the rules: change them here, and nowhere else.
CREATE TABLE measure_families (
    measure VARCHAR PRIMARY KEY,
    family VARCHAR,
    kind VARCHAR NOT NULL,
    direction TINYINT,
    one_per_period BOOLEAN NOT NULL
);
COMMENT ON TABLE measure_families IS 'Which measures are compared with which.';
COMMENT ON COLUMN measure_families.measure IS 'The measure, as claims have it';
COMMENT ON COLUMN measure_families.family IS 'Only measures of one family are compared';
COMMENT ON COLUMN measure_families.kind IS 'Within a family only one kind can agree or conflict: a position is where the books stand, a variance the distance from plan';
COMMENT ON COLUMN measure_families.direction IS '-1 is bad for the books, +1 good; null says nothing of a direction';
COMMENT ON COLUMN measure_families.one_per_period IS
    'Whether an organisation has one such number a period. A body has one deficit and many costs: two different costs are no conflict';
INSERT INTO measure_families VALUES
    ('deficit', 'position', 'position', -1, true),
    ('surplus', 'position', 'position', 1, true),
    ('control_total', 'position', 'position', NULL, true),
    ('shortfall', 'position', 'variance', -1, true),
    ('overspend', 'position', 'variance', -1, true),
    ('underspend', 'position', 'variance', 1, true),
    ('gap', 'gap', 'gap', NULL, true),
    ('saving', 'saving', 'saving', NULL, true),
    ('contribution', 'contribution', 'contribution', NULL, true),
    ('cost', 'spending', 'spending', NULL, false),
    ('budget', 'spending', 'spending', NULL, false),
    ('funding', 'funding', 'funding', NULL, false),
    ('loan', 'borrowing', 'loan', NULL, false),
    ('debt', 'borrowing', 'debt', NULL, false),
    ('investment', 'investment', 'investment', NULL, false),
    ('income', 'income', 'income', NULL, false),
    ('fine', 'fine', 'fine', NULL, false),
    ('other', 'other', 'other', NULL, false);

CREATE TABLE basis_order (basis VARCHAR PRIMARY KEY, certainty TINYINT NOT NULL);
COMMENT ON TABLE basis_order IS 'A number with a higher certainty supersedes one with a lower: plan, then forecast, then actual.';
COMMENT ON COLUMN basis_order.basis IS 'The basis, as claims have it';
COMMENT ON COLUMN basis_order.certainty IS '1 before the fact (plan, requested, agreed, hypothetical), 2 forecast, 3 actual';
INSERT INTO basis_order VALUES ('plan', 1), ('requested', 1), ('agreed', 1), ('hypothetical', 1), ('forecast', 2), ('actual', 3);

CREATE TABLE verdicts (verdict VARCHAR PRIMARY KEY, precedence TINYINT NOT NULL, meaning VARCHAR NOT NULL);
COMMENT ON TABLE verdicts IS 'The verdicts. Where several rules fit one pair or one sum, the lowest precedence wins.';
COMMENT ON COLUMN verdicts.verdict IS 'The verdict';
COMMENT ON COLUMN verdicts.precedence IS 'Which verdict wins where several fit: the lowest';
COMMENT ON COLUMN verdicts.meaning IS 'What it says';
INSERT INTO verdicts VALUES
    ('agrees', 1, 'the same number'),
    ('different_measure', 2, 'two numbers that measure different things'),
    ('revised', 3, 'the same thing, later known better'),
    ('consistent', 4, 'rounding or a hedge explains the difference'),
    ('conflicts', 5, 'the same thing on the same basis, and the numbers cannot both be right'),
    ('not_comparable', 6, 'nothing says that the two are one thing'),
    ('holds', 1, 'the stated sum is right to the penny, or keeps the bound that it states'),
    ('holds_within_rounding', 2, 'rounding or a hedge explains the difference between the sum and its total'),
    ('fails', 3, 'the terms cannot make the total');

CREATE TABLE slip_kinds (slip VARCHAR PRIMARY KEY, precedence TINYINT NOT NULL, meaning VARCHAR NOT NULL);
COMMENT ON TABLE slip_kinds IS 'The slips of the pen that a conflict is labelled with. Where several explain one conflict, the lowest precedence wins.';
COMMENT ON COLUMN slip_kinds.slip IS 'The slip: the name of its file in warehouse/rules/slips';
COMMENT ON COLUMN slip_kinds.precedence IS 'Which slip wins where several fit: the lowest';
COMMENT ON COLUMN slip_kinds.meaning IS 'What it is';
INSERT INTO slip_kinds VALUES
    ('scale', 1, 'm for bn, £000 for £'),
    ('wrong_year', 2, 'the number of the year before or after'),
    ('pence_for_pounds', 3, 'pence for pounds'),
    ('transposed_digits', 4, 'two neighbouring digits that have changed places'),
    ('decimal_point', 5, 'the point one place or two too far left or right'),
    ('lost_digit', 6, 'a digit that is missing');
