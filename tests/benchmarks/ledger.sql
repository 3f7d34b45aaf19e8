-- Adds the claims numbered from $first up to $last to a warehouse, seven a document, of the documents that begin among them, published from $from_day on
-- over $days days. What a claim says is drawn by hashes of its number, so a ledger of one size is always the same, and a larger one begins with the smaller.
CREATE OR REPLACE TEMP MACRO dice(number, what) AS (hash(number, what) % 1000003 + 0.5) / 1000003;
-- By a law like Zipf's the first of 20,000 bodies has one claim in twenty, and two hundred have nearly half; so have papers, of which there are 300.
CREATE OR REPLACE TEMP MACRO ranked(luck, many) AS floor(power(1 + luck * (power(many, 0.07) - 1), 1 / 0.07))::INTEGER;
CREATE OR REPLACE TEMP MACRO day_of(text) AS getvariable('from_day')::DATE + (hash(text, 'day') % getvariable('days'))::INTEGER;
CREATE OR REPLACE TEMP MACRO document_of(number) AS sha256('document ' || number);
CREATE OR REPLACE TEMP MACRO figure_of(number) AS substr(sha256('figure ' || number), 1, 20);
CREATE OR REPLACE TEMP MACRO id_of(rank) AS CASE WHEN rank <= 15000 THEN 'bench:' || rank END;
CREATE OR REPLACE TEMP MACRO name_of(rank) AS 'Body ' || rank || ' of the Realm';

-- One document in five prints the text of another of those days.
CREATE OR REPLACE TEMP TABLE printed_documents AS
SELECT number, text, document_of(number) AS document_id, day_of(text) + CASE WHEN text = number THEN 0 ELSE 1 END AS published_on
FROM (
    SELECT
        number,
        CASE WHEN dice(number, 'copy') < 0.2 THEN greatest(number - 1 - hash(number, 'of') % 30, (getvariable('first') + 6) // 7) ELSE number END AS text
    FROM range((getvariable('first') + 6) // 7, (getvariable('last') + 6) // 7) AS documents (number)
);

INSERT INTO documents BY NAME
SELECT
    document_id,
    document_id || '.html' AS name,
    CASE WHEN dice(text, 'board') < 0.05 THEN 'board' ELSE 'news' END AS kind,
    'Paper ' || ranked(dice(number, 'paper'), 300) AS publisher,
    published_on::VARCHAR AS published_at,
    published_on,
    'https://papers.example/' || number AS url,
    'A text.' AS text
FROM printed_documents;

INSERT INTO stories BY NAME
SELECT document_id, 0 AS story, 0 AS start_char, 1000 AS end_char, url FROM documents SEMI JOIN printed_documents USING (document_id);

INSERT INTO origin_clues BY NAME
SELECT document_id, 0 AS story, 'publisher' AS kind, 'paper:' || ranked(dice(number, 'paper'), 300) AS key FROM printed_documents
UNION ALL BY NAME
SELECT document_id, 0 AS story, 'agency' AS kind, 'agency:' || hash(text) % 5 AS key FROM printed_documents WHERE dice(text, 'agency') < 0.1
UNION ALL BY NAME
SELECT document_id, 0 AS story, 'letter' AS kind, 'letter:' || hash(text) % 1000 AS key FROM printed_documents WHERE dice(text, 'letter') < 0.05;

-- Eight stretches of words a text, one of which is the paper's own; a copy has one of its own too.
INSERT INTO shingles BY NAME
SELECT
    document_id,
    0 AS story,
    (hash(CASE stretch WHEN 0 THEN ranked(dice(number, 'paper'), 300) WHEN 1 THEN number ELSE text END, stretch) >> 4 << 3)::BIGINT AS hash
FROM printed_documents, range(8) AS stretches (stretch);

-- What each claim is about: mostly the body of its text, the year of publication or the one before. Of some measures a body has one value a year and basis,
-- of others many, of which two in five are told again. What is told again is printed in full, with two digits, as about so much, as more than so much, as one
-- of three other numbers, or, once in a hundred times, with another digit.
CREATE OR REPLACE TEMP TABLE drawn AS
WITH
-- as often, of a thousand, as in 19,000 labelled figures of articles and papers; and of a hundred of each how many do not state their time
measured AS (
    SELECT measure, undated, UNNEST(range((sum(share) OVER so_far)::BIGINT - share, (sum(share) OVER so_far)::BIGINT)) AS slot
    FROM (VALUES
        ('cost', 314, 71), ('other', 115, 61), ('funding', 95, 65), ('income', 88, 41), ('deficit', 80, 10), ('saving', 56, 29), ('surplus', 52, 7),
        ('investment', 39, 63), ('debt', 31, 74), ('budget', 25, 35), ('loan', 24, 62), ('contribution', 23, 57), ('overspend', 18, 10), ('shortfall', 17, 10),
        ('fine', 15, 76), ('gap', 8, 21)) AS shares (measure, share, undated)
    WINDOW so_far AS (ORDER BY measure)
),
numbered AS (
    SELECT claims.number, claims.number % 7 AS place, text * 7 + claims.number % 7 AS seed, text, document_id, published_on
    FROM range(getvariable('first'), getvariable('last')) AS claims (number)
    JOIN printed_documents ON printed_documents.number = claims.number // 7
),
about AS (
    SELECT
        *,
        ranked(CASE WHEN dice(seed, 'aside') < 0.3 THEN dice(seed, 'body') ELSE dice(text, 'body') END, 20000) AS body,
        list_extract(
            ['actual', 'actual', 'actual', 'actual', 'actual', 'actual', 'actual', 'actual', 'actual', 'actual', 'actual', 'plan', 'plan', 'plan', 'forecast',
             'forecast', 'agreed', 'agreed', 'hypothetical', 'requested'], (hash(seed, 'basis') % 20 + 1)::INTEGER
        ) AS basis,
        measure,
        CASE WHEN dice(seed, 'dated') * 100 > undated THEN year(day_of(text) - INTERVAL 3 MONTH) - least(hash(seed, 'year') % 5 // 2, 2)::INTEGER END AS year
    FROM numbered
    JOIN measured ON slot = hash(seed, 'measure') % 1000
),
-- of one body and year a deficit is told of or a surplus, hardly both
told AS (
    SELECT * REPLACE (CASE
        WHEN measure NOT IN ('deficit', 'surplus') OR dice(seed, 'sign') < 0.05 THEN measure
        WHEN hash(body, year) % 2 = 0 THEN 'deficit'
        ELSE 'surplus' END AS measure)
    FROM about
),
meant AS (
    SELECT
        *,
        measure IN ('deficit', 'surplus', 'saving', 'shortfall', 'overspend', 'contribution', 'gap') OR dice(seed, 'known') < 0.4 AS is_told_again,
        list_extract([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5], (hash(seed, 'variant') % 20 + 1)::INTEGER) AS variant,
        CASE WHEN dice(seed, 'other') < 0.8 AND measure IN ('funding', 'contribution', 'investment', 'loan', 'fine') THEN ranked(dice(seed, 'other side'), 20000) END AS other,
        hash(body, measure, year, CASE WHEN NOT is_told_again THEN seed END) AS thing
    FROM told
),
numbered_things AS (
    SELECT
        *,
        -- three digits, of which the later are often nothing; a plan and a forecast are within a fifth of what comes of them
        CASE thing % 4 WHEN 0 THEN 100 * (1 + thing % 9) WHEN 1 THEN 10 * (10 + thing % 90) ELSE 100 + thing % 900 END
            * CASE basis WHEN 'actual' THEN 100 ELSE 80 + (hash(thing, basis) % 41)::INTEGER END // 100 AS first_digits
    FROM meant
)
SELECT
    *,
    greatest(1, first_digits + CASE
        WHEN variant = 5 THEN (hash(thing, hash(seed, 'version') % 3) % 41)::INTEGER - 20
        WHEN dice(seed, 'misprint') < 0.01 THEN (hash(seed, 'digit') % 10)::INTEGER * 10 ELSE 0 END)::INTEGER AS digits,
    power(10, 1 + thing // 1000 % 6)::BIGINT AS unit,
    CASE variant WHEN 3 THEN 'approximately' WHEN 4 THEN 'at_least' ELSE 'exact' END AS bound
FROM numbered_things;

INSERT INTO figures BY NAME
WITH stated AS (
    SELECT
        *,
        CASE WHEN variant = 2 THEN digits // 10 * 10 + 10 ELSE digits END * unit::DECIMAL(28, 4) AS stated,
        unit * CASE WHEN variant = 2 THEN 10 ELSE 1 END * CASE bound WHEN 'approximately' THEN 10 WHEN 'at_least' THEN 0 ELSE 1 END / 2 AS margin
    FROM drawn
)
SELECT
    figure_of(number) AS figure_id,
    document_id,
    0 AS story,
    place * 100 AS start_char,
    place * 100 + 10 AS end_char,
    '£' || stated::BIGINT AS surface,
    stated AS amount,
    (stated - margin)::DECIMAL(28, 4) AS low,
    CASE WHEN bound <> 'at_least' THEN (stated + margin)::DECIMAL(28, 4) END AS high,
    'GBP' AS currency,
    bound,
    CASE WHEN dice(seed, 'per') < 0.15 AND measure IN ('cost', 'funding', 'income', 'saving', 'budget') THEN 'year' END AS per,
    'It was £' || stated::BIGINT || '.' AS sentence,
    place * 100 AS sentence_start,
    CASE WHEN dice(text, 'board') < 0.05 THEN 'table 1 ' || place || ',2' END AS cell,
    CASE WHEN dice(text, 'board') < 0.05 THEN 'Row ' || hash(seed, 'row') % 40 END AS row_label
FROM stated
ORDER BY number;

INSERT INTO claims BY NAME
SELECT
    figure_of(number) AS figure_id,
    document_id,
    id_of(body) AS organisation_id,
    name_of(body) AS organisation_name,
    organisation_key(organisation_id, organisation_name) AS organisation_key,
    id_of(other) AS counterparty_id,
    name_of(other) AS counterparty_name,
    organisation_key(counterparty_id, counterparty_name) AS counterparty_key,
    measure,
    family AS measure_family,
    direction,
    basis,
    year || '-' || right((year + 1)::VARCHAR, 2) AS period_label,
    make_date(year, 4, 1) AS period_start,
    make_date(year + 1, 3, 31) AS period_end
FROM drawn JOIN measure_families USING (measure)
ORDER BY number;

-- In one document of a hundred the third claim is said to be the sum of the first two.
INSERT INTO equations BY NAME
SELECT 'sum ' || number AS equation_id, document_id, figure_of(number) AS total_figure_id, 'stated' AS rule
FROM drawn WHERE place = 2 AND hash(number, 'sum') % 100 = 0;

INSERT INTO equation_terms BY NAME
SELECT 'sum ' || number AS equation_id, document_id, 1 + back AS "position", 1 AS factor, figure_of(number - 2 + back) AS figure_id
FROM drawn, range(2) AS terms (back) WHERE place = 2 AND hash(number, 'sum') % 100 = 0;

INSERT INTO organisations BY NAME
SELECT id_of(rank) AS organisation_id, name_of(rank) AS name FROM range(1, 15001) AS ranks (rank) ANTI JOIN organisations ON organisation_id = id_of(rank);
INSERT INTO memberships BY NAME
SELECT id_of(rank) AS member_id, id_of(rank % 40 + 101) AS group_id FROM range(200, 4001) AS ranks (rank) WHERE NOT EXISTS (FROM memberships);
INSERT INTO successions BY NAME
SELECT id_of(rank) AS predecessor_id, id_of(rank + 1) AS successor_id, 'merger' AS kind FROM range(4100, 5000, 10) AS ranks (rank)
WHERE NOT EXISTS (FROM successions);
