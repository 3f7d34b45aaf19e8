-- Which stories are near copies of which. Stories of exactly the same words count as one text, so that a text that a hundred papers print is no
-- boiler-plate; texts are compared only where they share a hash that few have. Of a pair in which one is long, what both were sampled for counts.
CREATE OR REPLACE TEMP TABLE texts AS
SELECT
    document_id,
    story,
    row_number() OVER (ORDER BY coalesce(stories.published_on, documents.published_on) NULLS LAST, document_id, story) AS place,
    words
FROM (SELECT document_id, story, {hashes: count(*), total: sum(hash), mixed: bit_xor(hash)} AS words FROM shingles GROUP BY document_id, story)
JOIN stories USING (document_id, story)
JOIN documents USING (document_id);

CREATE OR REPLACE TEMP TABLE firsts AS SELECT words, min(place) AS place FROM texts GROUP BY words;

CREATE OR REPLACE TEMP TABLE text_hashes AS
SELECT place, hash FROM shingles JOIN (FROM texts SEMI JOIN firsts USING (place)) USING (document_id, story);

CREATE OR REPLACE TEMP TABLE hash_counts AS SELECT hash, count(*) AS texts FROM text_hashes GROUP BY hash HAVING count(*) > 1;

CREATE OR REPLACE TEMP TABLE shared_hashes AS
SELECT place, hash FROM text_hashes JOIN hash_counts USING (hash) WHERE texts <= boilerplate_above();

CREATE OR REPLACE TEMP TABLE sizes AS
SELECT place, count(*) AS hashes, count_if(hash % 8 = 0) AS sampled, bool_or(hash % 8 <> 0) AS is_short
FROM text_hashes ANTI JOIN (FROM hash_counts WHERE texts > boilerplate_above()) USING (hash)
GROUP BY place;

CREATE OR REPLACE TEMP TABLE copies AS
SELECT earlier, later, shared, compared
FROM (
    SELECT
        earlier.place AS earlier,
        later.place AS later,
        CASE WHEN earlier.is_short AND later.is_short THEN pair.hashes ELSE pair.sampled END AS shared,
        CASE WHEN earlier.is_short AND later.is_short THEN least(earlier.hashes, later.hashes) ELSE least(earlier.sampled, later.sampled) END AS compared
    FROM (
        SELECT one.place AS earlier, other.place AS later, count(*) AS hashes, count_if(hash % 8 = 0) AS sampled
        FROM shared_hashes AS one JOIN shared_hashes AS other USING (hash)
        WHERE one.place < other.place
        GROUP BY ALL
    ) AS pair
    JOIN sizes AS earlier ON earlier.place = pair.earlier
    JOIN sizes AS later ON later.place = pair.later
)
WHERE compared >= fewest_shingles() AND shared >= near_copy_from() * compared
UNION ALL
SELECT firsts.place, texts.place, hashes, hashes
FROM texts
JOIN firsts ON firsts.words = texts.words AND firsts.place < texts.place
JOIN (SELECT document_id, story, count(*) AS hashes FROM shingles GROUP BY document_id, story) USING (document_id, story);

DELETE FROM near_copies;
INSERT INTO near_copies
SELECT l.document_id, l.story, r.document_id, r.story, shared, shared / compared
FROM copies JOIN texts AS l ON l.place = earlier JOIN texts AS r ON r.place = later
ORDER BY ALL;

-- The stories that near copies lead to one another share the earliest of them.
CREATE OR REPLACE TEMP TABLE clusters AS
WITH RECURSIVE
edges AS (SELECT earlier AS here, later AS there FROM copies UNION ALL SELECT later, earlier FROM copies),
reached(place, first) USING KEY (place) AS (
    SELECT DISTINCT here, here FROM edges
    UNION
    SELECT edges.there, min(reached.first)
    FROM reached
    JOIN edges ON edges.here = reached.place
    JOIN recurring.reached AS known ON known.place = edges.there
    WHERE reached.first < known.first
    GROUP BY edges.there
)
SELECT place, first FROM reached;
