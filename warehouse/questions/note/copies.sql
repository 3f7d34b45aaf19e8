-- Why stories that print one number are not independent: for each that adds no origin, the plainest thing that it shares with an earlier one.
WITH
print AS (SELECT DISTINCT topic_id, number_id, story_order, figure_id, publisher, is_origin FROM prints_of($topics)),
reasons(kind, place) AS (VALUES
    ('near copy', 1), ('credit', 2), ('named source', 3), ('owner', 4), ('by-line', 5), ('copyright', 6), ('letter', 7), ('paper', 8), ('person', 9),
    ('quotation', 10), ('address', 11), ('publisher', 12)),
shared AS (
    SELECT later.number_id, later.story_order, later.publisher, earlier.publisher AS other, reasons.kind, other_origin.kind AS other_kind
    FROM print AS later
    JOIN print AS earlier ON earlier.number_id = later.number_id AND earlier.story_order < later.story_order
    JOIN figure_origins AS origin ON origin.figure_id = later.figure_id
    JOIN figure_origins AS other_origin ON other_origin.figure_id = earlier.figure_id AND other_origin.key = origin.key
    JOIN reasons ON reasons.kind = origin.kind
    WHERE NOT later.is_origin
    QUALIFY row_number() OVER (PARTITION BY later.number_id, later.story_order ORDER BY reasons.place, earlier.story_order, other_kind) = 1
)
SELECT
    topic_id,
    'the ' || based(number) || ' of ' || said || ' stands in ' || stories || ' stories of ' || CASE origins WHEN 1 THEN 'one origin' ELSE origins || ' origins' END
        || ': ' || reasons || '.' AS words
FROM numbers_of($topics) AS number
JOIN (
    SELECT number_id, string_agg(reason, '; ' ORDER BY first, reason) AS reasons
    FROM (
        SELECT number_id, min(story_order) AS first, CASE
            WHEN publisher = other THEN publisher || ' printed it more than once'
            WHEN kind = 'near copy' THEN publisher || ' copies ' || other
            WHEN kind = 'credit' AND other_kind = 'publisher' THEN publisher || ' credits ' || other
            WHEN kind = 'named source' AND other_kind = 'publisher' THEN publisher || ' names ' || other || ' as its source'
            WHEN kind IN ('credit', 'named source') THEN publisher || ' and ' || other || ' name one source'
            WHEN kind IN ('owner', 'publisher') THEN publisher || ' and ' || other || ' belong to one publisher'
            WHEN kind = 'by-line' THEN publisher || ' and ' || other || ' have it from one reporter or service'
            WHEN kind = 'address' THEN publisher || ' and ' || other || ' are one page'
            WHEN kind IN ('letter', 'paper') THEN publisher || ' and ' || other || ' rest on one ' || kind
            WHEN kind = 'person' THEN publisher || ' and ' || other || ' have it from one person'
            ELSE publisher || ' and ' || other || ' share a ' || kind END AS reason
        FROM shared
        GROUP BY ALL
    )
    GROUP BY number_id
) USING (number_id)
ORDER BY place
