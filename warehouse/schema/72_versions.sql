-- What an address and its variants have in common: scheme, www, the case of the host, fragment, utm_ parameters and a last slash tell no articles apart.
CREATE MACRO bare_address(url) AS
    lower(regexp_extract(url, '(?i)^https?://(?:www\.)?([^/?#]*)', 1))
    || rtrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        url, '(?i)^https?://[^/?#]*|#.*$', '', 'g'), '([?&])utm_[^&]*', '\1', 'g'), '&&+', '&', 'g'), '\?&', '?'), '/?&');

-- Null for a home page, which is nobody's article, and for what is no address of the web.
CREATE MACRO address_key(url) AS
    CASE WHEN regexp_matches(url, '(?i)^https?://') AND regexp_matches(bare_address(url), '[/?]') THEN bare_address(url) END;

-- Words by which an article owns that it was another before.
CREATE MACRO owns_a_correction(text) AS regexp_matches(text,
    '(?im)^[ \t]*(?:corrections?(?: and clarifications?)?|clarification|erratum)[ \t]*[,:(–-]'
    || '|\ban?\s+(?:earlier|previous|original)\s+version\s+of\s+this\s+(?:article|story|report|page)\b'
    || '|\bthis\s+(?:article|story|report|page)\s+(?:was|has\s+been)\s+(?:amended|corrected|updated\s+to\s+correct)\b');

CREATE TABLE versions (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    vintage DATE,
    by_document_id VARCHAR,
    by_story INTEGER,
    superseded_on DATE,
    PRIMARY KEY (document_id, story)
);
COMMENT ON TABLE versions IS 'The stories of articles of which several versions are here: one row a version. All of them stay in every table.';
COMMENT ON COLUMN versions.document_id IS 'The document';
COMMENT ON COLUMN versions.story IS 'The version: the story of that document, counted from 0';
COMMENT ON COLUMN versions.vintage IS 'The day from which its numbers count: of one that comes after another the day of its change, else the day of its publication';
COMMENT ON COLUMN versions.by_document_id IS 'The document of the version that came next and took its place; null where it stands';
COMMENT ON COLUMN versions.by_story IS 'That version';
COMMENT ON COLUMN versions.superseded_on IS 'The day of that version; null where it stands, or nobody says when';
