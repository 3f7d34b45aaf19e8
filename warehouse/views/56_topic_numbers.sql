-- What people call one number: assertions of one topic that differ only in the place of a table, the party on the other side or a name of the body.
CREATE MACRO prints_of(topic_ids) AS TABLE
WITH
printed AS (
    SELECT
        assertions.topic_id,
        min(assertion_id) OVER (PARTITION BY assertions.topic_id, measure, basis, said, per, is_item) AS number_id,
        assertion_id,
        claim_assertions.figure_id,
        claim_assertions.story_order,
        printings.document_id,
        printings.story,
        printings.document_name AS document,
        coalesce(printings.publisher, file_name(printings.document_name)) AS publisher,
        printings.published_on,
        assertions.* EXCLUDE (topic_id, assertion_id, figure_id, document_id, story, start_char, document_name, publisher, published_on, printed_by, origins)
    FROM assertions
    SEMI JOIN (SELECT UNNEST(topic_ids) AS topic_id) AS wanted USING (topic_id)
    JOIN claim_assertions USING (assertion_id)
    JOIN printings USING (story_order)
),
traced AS (
    SELECT number_id, story_order, min(story_order) OVER (PARTITION BY number_id, key) AS first
    FROM (SELECT DISTINCT number_id, story_order, key FROM printed JOIN figure_origins USING (figure_id))
)
SELECT printed.*, is_origin
FROM printed
JOIN (SELECT number_id, story_order, bool_and(first = story_order) AS is_origin FROM traced GROUP BY number_id, story_order) USING (number_id, story_order);
COMMENT ON MACRO TABLE prints_of IS 'Every print of every number of some topics (a list of their ids): one row a figure, with `number_id`, what it says, who printed it when (`story_order`), and whether its story shares no origin with an earlier one that prints the number (`is_origin`). `FROM prints_of([''24bf7456d97c2a3e''])`';

CREATE MACRO numbers_of(topic_ids) AS TABLE
WITH
found AS (
    SELECT
        topic_id,
        number_id,
        any_value(measure) AS measure,
        any_value(kind) AS kind,
        any_value(direction) AS direction,
        any_value(basis) AS basis,
        any_value(certainty) AS certainty,
        any_value(period_label) AS period_label,
        any_value(per) AS per,
        any_value(currency) AS currency,
        any_value(bound) AS bound,
        any_value(said) AS said,
        any_value(amount) AS amount,
        any_value(low) AS low,
        any_value(high) AS high,
        any_value(is_item) AS is_item,
        arg_min(subject, story_order) AS subject,
        count(*) AS prints,
        count(DISTINCT story_order) AS stories,
        count(DISTINCT story_order) FILTER (is_origin) AS origins,
        list(DISTINCT assertion_id ORDER BY assertion_id) AS assertion_ids,
        list(DISTINCT publisher ORDER BY publisher) AS publishers,
        arg_min(publisher, story_order) || coalesce(', ' || on_day(min(published_on)), '') AS printed_by,
        min(published_on) AS published_on,
        bool_or(assertion_id = best_assertion_id) AS is_best
    FROM prints_of(topic_ids)
    JOIN (SELECT topic_id(topic_number) AS topic_id, best_assertion_id FROM topic_counts) USING (topic_id)
    GROUP BY topic_id, number_id
)
SELECT
    * EXCLUDE is_best,
    row_number() OVER (
        PARTITION BY topic_id
        ORDER BY is_best DESC, is_item, per IS NOT NULL, kind = 'variance', basis IS NOT DISTINCT FROM 'hypothetical', certainty DESC NULLS LAST,
            origins DESC, high - low NULLS LAST, published_on DESC NULLS LAST, amount DESC, number_id
    ) AS place
FROM found;
COMMENT ON MACRO TABLE numbers_of IS 'Every number of some topics (a list of their ids), the current best value first (`place`): how often it is printed, in how many stories of how many independent origins, by whom, and by whom first. `FROM numbers_of([''24bf7456d97c2a3e''])`';

-- How a number moved: of each basis and day the best one, where it revises the one before.
CREATE MACRO steps_of(topic_ids) AS TABLE
WITH
revisions AS (
    SELECT DISTINCT l.number_id AS number_id, r.number_id AS other_id
    FROM topic_pairs
    JOIN prints_of(topic_ids) AS l ON l.assertion_id = left_assertion_id
    JOIN prints_of(topic_ids) AS r ON r.assertion_id = right_assertion_id
    WHERE verdict = 'revised' AND is_within
),
told AS (
    SELECT
        number.*,
        lag(number_id) OVER (PARTITION BY topic_id ORDER BY number.certainty, number.published_on NULLS LAST, place) AS before
    FROM numbers_of(topic_ids) AS number
    JOIN (SELECT topic_id, measure_families.kind FROM topics JOIN measure_families USING (measure)) AS topic USING (topic_id, kind)
    WHERE NOT is_item AND per IS NULL AND amount IS NOT NULL AND basis <> 'hypothetical'
    QUALIFY row_number() OVER (PARTITION BY topic_id, number.certainty, number.published_on ORDER BY place) = 1
)
SELECT
    * EXCLUDE before,
    lag(amount) OVER steps AS amount_before,
    coalesce(lag(direction) OVER steps * direction, 1) = -1 AS turned
FROM told
WHERE before IS NULL OR (before, number_id) IN (SELECT (number_id, other_id) FROM revisions UNION SELECT (other_id, number_id) FROM revisions)
WINDOW steps AS (PARTITION BY topic_id ORDER BY certainty, published_on NULLS LAST, place);
COMMENT ON MACRO TABLE steps_of IS 'How numbers moved, from plan to forecast to outturn, in some topics (a list of their ids): one row a step, with the number before (`amount_before`) and whether a surplus became a deficit or the reverse (`turned`). `FROM steps_of([''24bf7456d97c2a3e''])`';

CREATE MACRO moves_of(topic_ids) AS TABLE
SELECT
    topic_id,
    count(*) AS steps,
    string_agg(
        CASE WHEN turns OR measure <> first_measure THEN based(step) ELSE basis END || ' ' || said || ' (' || CASE
            WHEN amount_before IS NULL OR amount = amount_before THEN ''
            WHEN turned THEN pounds(amount + amount_before, currency) || CASE direction WHEN -1 THEN ' worse, ' ELSE ' better, ' END
            ELSE CASE WHEN amount > amount_before THEN '+' ELSE '' END || pounds(amount - amount_before, currency) || ', ' END
            || coalesce(on_day(published_on), printed_by) || ')',
        ' → ' ORDER BY step.certainty, published_on NULLS LAST, place) AS words
FROM (
    SELECT
        *,
        first_value(measure) OVER (PARTITION BY topic_id ORDER BY certainty, published_on NULLS LAST, place) AS first_measure,
        bool_or(turned) OVER (PARTITION BY topic_id) AS turns
    FROM steps_of(topic_ids)
) AS step
GROUP BY topic_id
HAVING count(*) > 1;
COMMENT ON MACRO TABLE moves_of IS 'How numbers moved in some topics (a list of their ids), one row a topic where they did: the steps from plan to forecast to outturn in `words`, each with its change and its day. `FROM moves_of([''24bf7456d97c2a3e''])`';

CREATE MACRO sums_of(topic_ids) AS TABLE
SELECT topic_id, equation_id, verdict, difference, explanation, publisher, published_on, document
FROM prints_of(topic_ids) AS print
JOIN equations ON total_figure_id = print.figure_id
JOIN equation_verdicts USING (equation_id);
COMMENT ON MACRO TABLE sums_of IS 'The sums that texts state and whose total is about some topics (a list of their ids), with their verdicts. `FROM sums_of([''24bf7456d97c2a3e''])`';
