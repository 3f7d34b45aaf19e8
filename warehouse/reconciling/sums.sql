-- The stated sums that have no verdict yet, for the rules.
CREATE OR REPLACE TEMP TABLE sums AS FROM equation_sums ANTI JOIN equation_verdicts USING (equation_id);

CREATE OR REPLACE TEMP TABLE equation_proposals (equation_id VARCHAR, verdict VARCHAR, difference DECIMAL(28, 4), explanation VARCHAR, rule VARCHAR);
