-- What persons judge, told of the figures of today. Texts are read anew, and figures get other ids, or one the id that another had: a judged figure is the
-- one printed like it in the same document that is the how-manieth it was, where as many are there as then, else the nearest to where it was. One that both
-- sides would be is neither.
CREATE OR REPLACE TEMP TABLE refound AS
WITH sides AS (
    SELECT
        "position", 'left' AS side, left_document_id AS document_id, left_surface AS surface,
        left_start_char AS judged_start, left_occurrence AS judged_occurrence, left_occurrences AS judged_occurrences
    FROM judgements_made
    WHERE topic_id IS NULL
    UNION ALL
    SELECT
        "position", 'right', right_document_id, right_surface,
        right_start_char, right_occurrence, right_occurrences
    FROM judgements_made
    WHERE topic_id IS NULL
),
today AS (
    SELECT
        figure_id, document_id, one_line(surface) AS surface, start_char,
        count(*) OVER (PARTITION BY document_id, one_line(surface) ORDER BY start_char) AS occurrence,
        count(*) OVER (PARTITION BY document_id, one_line(surface)) AS occurrences
    FROM figures
    SEMI JOIN sides USING (document_id)
)
SELECT DISTINCT ON ("position", side) "position", side, figure_id
FROM sides
JOIN today USING (document_id, surface)
ORDER BY
    "position", side,
    occurrence = judged_occurrence AND occurrences = judged_occurrences DESC,
    abs(start_char - judged_start), start_char;

DELETE FROM judgements;
INSERT INTO judgements
SELECT
    "position", decided_at, decided_by, verdict, topic_id,
    now_left,
    now_right,
    note
FROM (
    SELECT
        made.*,
        nullif(l.figure_id, r.figure_id) AS now_left,
        nullif(r.figure_id, l.figure_id) AS now_right,
        list_sort([coalesce(now_left, made.left_figure_id, topic_id), coalesce(now_right, made.right_figure_id, topic_id)]) AS subject
    FROM judgements_made AS made
    LEFT JOIN refound AS l ON l."position" = made."position" AND l.side = 'left'
    LEFT JOIN refound AS r ON r."position" = made."position" AND r.side = 'right'
)
QUALIFY row_number() OVER (PARTITION BY subject ORDER BY "position" DESC) = 1
ORDER BY "position";
