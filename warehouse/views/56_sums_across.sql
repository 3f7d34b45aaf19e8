-- What the members of a group report, added up, against what is reported of the group: the best value of each. Councils are partners of a system, and
-- their books are no part of its.
CREATE VIEW sums_across AS
WITH
best AS (
    SELECT
        *,
        coalesce(direction, 1) * amount AS signed_amount,
        CASE WHEN direction = -1 THEN -high ELSE low END AS signed_low,
        CASE WHEN direction = -1 THEN -low ELSE high END AS signed_high
    FROM (SELECT topic_id, title, organisation, best_assertion_id AS assertion_id FROM topics) AS topics
    JOIN (SELECT * EXCLUDE (topic_id) FROM assertions) AS assertions USING (assertion_id)
    WHERE one_per_period AND period_start IS NOT NULL AND period_end IS NOT NULL AND per IS NULL
),
reported AS (
    SELECT
        whole.topic_id,
        any_value(whole) AS whole,
        count(DISTINCT member_id) AS members,
        count(DISTINCT part.body_key) AS parts,
        string_agg(DISTINCT CASE WHEN part.topic_id IS NULL THEN member.name END, ', ') AS missing,
        sum(part.signed_amount) AS amount,
        CASE WHEN count(part.signed_low) = count(part.topic_id) THEN sum(part.signed_low) END AS low,
        CASE WHEN count(part.signed_high) = count(part.topic_id) THEN sum(part.signed_high) END AS high
    FROM best AS whole
    JOIN memberships ON group_id = whole.body_key AND role IN ('provider', 'commissioner')
        AND coalesce(valid_from <= whole.period_end, true) AND coalesce(valid_to >= whole.period_end, true)
    JOIN organisations AS member ON member.organisation_id = member_id
    LEFT JOIN bodies ON bodies.organisation_id = member_id
    LEFT JOIN best AS part ON part.body_key = coalesce(bodies.body_key, member_id) AND part.measure_family = whole.measure_family AND part.kind = whole.kind
        AND part.currency = whole.currency AND part.period_start = whole.period_start AND part.period_end = whole.period_end
        AND part.certainty IS NOT DISTINCT FROM whole.certainty
    GROUP BY whole.topic_id
    HAVING count(part.topic_id) > 0
)
SELECT
    CASE
        WHEN parts < members THEN 'not_comparable'
        WHEN amount = whole.signed_amount THEN 'holds'
        WHEN coalesce(low <= whole.signed_high, true) AND coalesce(whole.signed_low <= high, true) THEN 'holds_within_rounding'
        ELSE 'fails' END AS verdict,
    whole.title || ': ' || CASE
        WHEN parts < members THEN 'of ' || members || ' members ' || parts || CASE parts WHEN 1 THEN ' is known' ELSE ' are known' END || ', together '
            || pounds(abs(amount), whole.currency) || ' of ' || whole.said || '; unknown: ' || missing
        ELSE 'its ' || members || ' members together make ' || pounds(abs(amount), whole.currency) || CASE
            WHEN amount = whole.signed_amount THEN ', as reported of the whole'
            WHEN NOT (coalesce(low <= whole.signed_high, true) AND coalesce(whole.signed_low <= high, true)) THEN ', and of the whole ' || whole.said || ' is reported: ' || pounds(abs(amount - whole.signed_amount), whole.currency) || ' apart'
            ELSE '; of the whole ' || whole.said || ' is reported, which is that within rounding' END
    END || '.' AS explanation,
    whole.organisation AS organisation,
    whole.measure AS measure,
    whole.period_label AS period,
    members,
    parts,
    missing,
    amount,
    low,
    high,
    whole.signed_amount AS total,
    (amount - whole.signed_amount)::DECIMAL(28, 4) AS difference,
    topic_id
FROM reported;

COMMENT ON VIEW sums_across IS 'What the members of a group report, added up across documents, against what is reported of the group. One row a group, measure and period.';
COMMENT ON COLUMN sums_across.verdict IS 'holds, holds_within_rounding, fails, or not_comparable where a member is not known';
COMMENT ON COLUMN sums_across.explanation IS 'Why, in a sentence';
COMMENT ON COLUMN sums_across.organisation IS 'The group';
COMMENT ON COLUMN sums_across.measure IS 'What is counted';
COMMENT ON COLUMN sums_across.period IS 'The time that it is about';
COMMENT ON COLUMN sums_across.members IS 'How many members the register gives it at the end of that time: providers and commissioners';
COMMENT ON COLUMN sums_across.parts IS 'Of how many a value is known';
COMMENT ON COLUMN sums_across.missing IS 'The others';
COMMENT ON COLUMN sums_across.amount IS 'What the parts make, as it stands in the books: deficits are below zero';
COMMENT ON COLUMN sums_across.low IS 'The least that they can make; null is open';
COMMENT ON COLUMN sums_across.high IS 'The most that they can make; null is open';
COMMENT ON COLUMN sums_across.total IS 'What is reported of the group, likewise; null for a range';
COMMENT ON COLUMN sums_across.difference IS 'What the parts make, less that';
COMMENT ON COLUMN sums_across.topic_id IS 'The topic of the group';
