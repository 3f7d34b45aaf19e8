-- What reconciliation keeps: what is counted over many rows, as numbers. The words are in the views assertions, claim_assertions and topics, which look them up.
CREATE TABLE publications (story_row BIGINT NOT NULL, story_order UBIGINT NOT NULL, document_order UBIGINT NOT NULL, published_on DATE);
COMMENT ON TABLE publications IS 'One row a story: when it was published, and where that places it.';
COMMENT ON COLUMN publications.story_row IS 'The story: the row of stories, counted from 0';
COMMENT ON COLUMN publications.story_order IS 'A number that follows the order of publication, one a story';
COMMENT ON COLUMN publications.document_order IS 'A number that follows the order of names, one a document';
COMMENT ON COLUMN publications.published_on IS 'The day on which it was published: what the story says itself, or else its document';

CREATE TABLE sayings (claim_row BIGINT NOT NULL, assertion_id UBIGINT, story_row BIGINT NOT NULL);
COMMENT ON TABLE sayings IS 'What each claim says: one row a claim.';
COMMENT ON COLUMN sayings.claim_row IS 'The claim: the row of claims, counted from 0';
COMMENT ON COLUMN sayings.assertion_id IS 'What it says; null where it names no organisation or nothing that can be compared';
COMMENT ON COLUMN sayings.story_row IS 'Its story: the row of stories, counted from 0';

CREATE TABLE assertion_counts (
    assertion_id UBIGINT NOT NULL,
    topic_number UBIGINT NOT NULL,
    claim_row BIGINT NOT NULL,
    is_item BOOLEAN NOT NULL,
    published_on DATE,
    last_published_on DATE,
    claims INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    is_superseded BOOLEAN NOT NULL
);
COMMENT ON TABLE assertion_counts IS 'One row an assertion: who says it first, and how often it is said. See assertions for what it says.';
COMMENT ON COLUMN assertion_counts.assertion_id IS 'Content hash of what it says';
COMMENT ON COLUMN assertion_counts.topic_number IS 'The topic that it belongs to, as a number';
COMMENT ON COLUMN assertion_counts.claim_row IS 'The claim that says it first: the row of claims, counted from 0';
COMMENT ON COLUMN assertion_counts.is_item IS 'Whether it is one of several that its labels alone do not tell apart';
COMMENT ON COLUMN assertion_counts.published_on IS 'Its vintage: the day on which it was first published';
COMMENT ON COLUMN assertion_counts.last_published_on IS 'The day on which it was last published';
COMMENT ON COLUMN assertion_counts.claims IS 'How many figures say it';
COMMENT ON COLUMN assertion_counts.stories IS 'How many stories say it';
COMMENT ON COLUMN assertion_counts.origins IS 'From how many independent origins that no later version of their article superseded';
COMMENT ON COLUMN assertion_counts.is_superseded IS 'Whether later versions of the same articles superseded all that say it';

CREATE TABLE topic_keys (
    topic_number UBIGINT NOT NULL,
    body UBIGINT NOT NULL,
    line UBIGINT NOT NULL,
    period_start DATE,
    period_end DATE,
    undated_in SMALLINT,
    measure_family VARCHAR NOT NULL
);
COMMENT ON TABLE topic_keys IS 'What topics meet by, as numbers: one row a topic that any claim was ever about.';
COMMENT ON COLUMN topic_keys.topic_number IS 'Content hash of the organisation, the family of measures, the currency and the time';
COMMENT ON COLUMN topic_keys.body IS 'Hash of what organisations are compared by';
COMMENT ON COLUMN topic_keys.line IS 'Hash of the family of measures and the currency';
COMMENT ON COLUMN topic_keys.period_start IS 'First day of the time; null where open or unknown';
COMMENT ON COLUMN topic_keys.period_end IS 'Last day of the time, of what is due by a day that of its year; null where open or unknown';
COMMENT ON COLUMN topic_keys.undated_in IS 'Without a period: the financial year of publication, by its first calendar year; 0 where nobody says when';
COMMENT ON COLUMN topic_keys.measure_family IS 'The family of its measures';
