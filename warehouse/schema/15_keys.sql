-- What claims are told apart and brought together by.

-- Names of bodies that the register does not know: case, articles, punctuation and legal forms do not tell them apart.
CREATE MACRO folded_name(name) AS trim(regexp_replace(regexp_replace(regexp_replace(
    replace(lower(name), '&', ' and '), '[^\w\s]', '', 'g'), '^\s*the\s|\s(plc|ltd|limited|inc|llp|llc|corp|corporation)\s*$', ' ', 'g'), '\s+', ' ', 'g'));

-- What organisations are compared by: the register's id, else the folded name.
CREATE MACRO organisation_key(id, name) AS coalesce(id, 'name:' || coalesce(nullif(folded_name(name), ''), lower(trim(name))));

-- "two companies", "several other trusts": a group that only whom it deals with, or its own document, tells from others. A key of the register has no such name.
CREATE MACRO is_unnamed_group(organisation_key) AS starts_with(organisation_key, 'name:') AND regexp_full_match(
    organisation_key[6:], '(?:(?:all|both|the|some|its|their) )*(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|several|many|most|other|some|both|all)(?: [a-z’-]+)*');

-- A body that others make up together, as its name says; and several of them.
CREATE MACRO is_system(organisation_name) AS regexp_matches(
    organisation_name, '(?i)\b(?:care system|health system|health and care partnership|transformation partnership|ICS|STP)\b');
CREATE MACRO are_systems(organisation_name) AS regexp_matches(organisation_name, '(?i)\b(?:systems|partnerships|ICSs|STPs)\b');

-- The financial year in which something without a period was published, by its first calendar year; 0 where nobody says when; null where it has a period.
CREATE MACRO undated_in(first_day, last_day, published_on) AS
    CASE WHEN first_day IS NULL AND last_day IS NULL THEN coalesce(year(published_on - INTERVAL 3 MONTH), 0)::SMALLINT END;

-- What is due by a day is due by the end of its year: "by 2021", "by March 2021".
CREATE MACRO due(first_day, last_day) AS CASE WHEN first_day IS NULL THEN make_date(year(last_day), 12, 31) ELSE last_day END;

-- Whether what leaves its time open can meet what is of another time: others of the eight years after (positions are told apart by their years), and what states a
-- time within four years of it.
CREATE MACRO can_meet(undated, other) AS CASE
    WHEN undated.undated_in IS NULL THEN false
    WHEN undated.undated_in = 0 THEN true
    WHEN other.undated_in IS NOT NULL THEN other.undated_in - undated.undated_in BETWEEN 1 AND CASE undated.measure_family WHEN 'position' THEN 1 ELSE 8 END
    ELSE coalesce(other.period_start < make_date(undated.undated_in + 4, 4, 1), true)
        AND coalesce(due(other.period_start, other.period_end) >= make_date(undated.undated_in - 4, 4, 1), true) END;

-- Ids that people keep are made by sha256: DuckDB's own hash is only sure to stay within one version of it.
CREATE MACRO topic_number(body_key, family, currency, first_day, last_day, undated_in) AS ('0x' || left(sha256(
    concat_ws('|', body_key, family, currency, coalesce(first_day::VARCHAR, '-'), coalesce(due(first_day, last_day)::VARCHAR, '-'), undated_in)), 16))::UBIGINT;
CREATE MACRO topic_id(topic_number) AS format('{:016x}', topic_number);

-- Stories in the order of their publication, as one number: the day, then a hash of the story. Without a day comes last.
CREATE MACRO story_order(document_id, story, published_on) AS
    (coalesce(published_on - DATE '1800-01-01', 131071)::UBIGINT << 46) | (hash(document_id, story) >> 18);

-- Documents of one day in the order of their names, as far as five letters tell it, as one number.
CREATE MACRO document_order(document_id, name) AS
    (('0x' || rpad(left(hex(file_name(name)), 10), 10, '0'))::UBIGINT << 24) | (hash(document_id) >> 40);

-- The place of a claim among all: the day, its document, where it stands there. Without a day comes last.
CREATE MACRO place(published_on, document_order, claim_row) AS
    (coalesce(published_on - DATE '1800-01-01', 131071)::HUGEINT * 18446744073709551616 + document_order) * 4294967296 + claim_row;

-- Cells of one table have one key.
CREATE MACRO table_of(document_id, cell) AS CASE WHEN cell IS NOT NULL THEN hash(document_id, regexp_extract(cell, '^(.*)[ !]', 1)) END;

-- How many pairs a number of things makes.
CREATE MACRO pairs_of(number) AS (number::HUGEINT * (number - 1)) // 2;

-- Where a number stands on a scale of powers of two, whatever its sign.
CREATE MACRO bucket(amount) AS (sign(amount) * floor(log2(abs(amount) + 1)))::INTEGER;

-- Whether a row of a table is the sum of the others by its name: "Total", "Programme total".
CREATE MACRO is_total(row_label) AS regexp_full_match(lower(trim(row_label)), '(?:(?:grand|overall|programme|project|scheme) )?totals?(?: (?:costs?|spending|expenditure|budget|funding|income))?');
