-- What cannot both be true, by the number that is the more doubtful of the two: it conflicts with a better one, or its time is not stated.
CREATE MACRO called(claim, other_measure) AS
    CASE WHEN claim.measure = other_measure THEN '' ELSE with_article(in_words(claim.measure)) || ' of ' END || claim.said;

CREATE MACRO conflicts_of(topic_ids) AS TABLE
WITH
home AS (SELECT topic_id, place, UNNEST(assertion_ids) AS assertion_id FROM numbers_of(topic_ids)),
pair AS (
    SELECT
        topic_pairs.topic_id,
        gap,
        weight,
        slips.explanation AS slip,
        CASE WHEN coalesce(one.place > other.place, one.place IS NULL) THEN l ELSE r END AS doubtful,
        CASE WHEN coalesce(one.place > other.place, one.place IS NULL) THEN r ELSE l END AS against,
        CASE WHEN coalesce(one.place > other.place, one.place IS NULL) THEN other.place ELSE one.place END AS place
    FROM topic_pairs
    SEMI JOIN (SELECT UNNEST(topic_ids) AS topic_id) AS wanted USING (topic_id)
    JOIN assertions AS l ON l.assertion_id = left_assertion_id
    JOIN assertions AS r ON r.assertion_id = right_assertion_id
    LEFT JOIN home AS one ON one.assertion_id = left_assertion_id AND one.topic_id = topic_pairs.topic_id
    LEFT JOIN home AS other ON other.assertion_id = right_assertion_id AND other.topic_id = topic_pairs.topic_id
    LEFT JOIN slips USING (left_assertion_id, right_assertion_id)
    WHERE verdict = 'conflicts'
),
told AS (
    SELECT
        pair.*,
        doubtful.said AS doubtful_said,
        row_number() OVER doubts AS turn,
        list(DISTINCT against.said) OVER doubts AS every
    FROM pair
    WINDOW doubts AS (
        PARTITION BY topic_id, doubtful.topic_id, doubtful.measure, doubtful.basis, doubtful.said ORDER BY weight DESC, place, against.assertion_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT
    topic_id,
    called(doubtful, against.measure) || CASE WHEN same_print THEN '' ELSE ' (' || doubtful.printed_by || ')' END || ' cannot be '
        || called(against, doubtful.measure) || ' (' || CASE WHEN same_print THEN 'both ' ELSE '' END || against.printed_by || '), though both are given as '
        || CASE WHEN doubtful.measure = against.measure THEN 'the ' || based(doubtful) ELSE basis_adjective(doubtful.basis) END
        || ': they are at least ' || pounds(rounded_down(gap), doubtful.currency) || ' apart'
        || CASE WHEN doubtful.measure = against.measure THEN coalesce(', ' || percent(gap, greatest(doubtful.amount, against.amount)) || ' of the larger', '') ELSE '' END
        || '.' || coalesce(' Perhaps a slip: ' || slip || '.', '')
        || coalesce(' Nor can it be ' || listed(list_sort(list_filter(every, lambda said: said <> against.said))) || '.', '')
        || CASE
            WHEN is_dated(doubtful) AND is_dated(against) THEN ''
            WHEN NOT is_dated(doubtful) AND NOT is_dated(against) THEN ' Neither says for what time.'
            ELSE ' For what time, ' || printer(CASE WHEN is_dated(doubtful) THEN against ELSE doubtful END) || ' does not say.' END AS words,
    doubtful.figure_id AS left_figure_id,
    against.figure_id AS right_figure_id,
    doubtful.said || ' or ' || against.said AS about,
    list_sort(list_distinct([doubtful.document_name, against.document_name])) AS documents,
    weight,
    gap
FROM (SELECT *, doubtful.printed_by = against.printed_by AS same_print FROM told WHERE turn = 1);
COMMENT ON MACRO TABLE conflicts_of IS 'What conflicts in some topics (a list of their ids), one row a doubtful number: in `words` against which, by how much, who printed it, and the slip that would explain it; the figures on which a person may judge, how much it weighs and the gap. `FROM conflicts_of([''24bf7456d97c2a3e''])`';
