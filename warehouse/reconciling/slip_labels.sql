-- One slip a conflict: of what the rules propose, the one with the lowest precedence (see slip_kinds).
INSERT INTO slips
SELECT DISTINCT ON (left_assertion_id, right_assertion_id) left_assertion_id, right_assertion_id, slip, explanation
FROM slip_proposals JOIN slip_kinds USING (slip)
ORDER BY left_assertion_id, right_assertion_id, precedence, explanation;
