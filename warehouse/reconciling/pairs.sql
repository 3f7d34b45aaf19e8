-- What the rules read and what they write: pairs and sums are worked out once, the proposals of all rules gathered.
CREATE OR REPLACE TEMP TABLE pairs AS FROM comparable;

CREATE OR REPLACE TEMP TABLE sums AS FROM equation_sums;

CREATE OR REPLACE TEMP TABLE proposals (
    left_figure_id VARCHAR,
    right_figure_id VARCHAR,
    verdict VARCHAR,
    gap DECIMAL(28, 4),
    explanation VARCHAR,
    rule VARCHAR
);

CREATE OR REPLACE TEMP TABLE equation_proposals (equation_id VARCHAR, verdict VARCHAR, difference DECIMAL(28, 4), explanation VARCHAR, rule VARCHAR);
