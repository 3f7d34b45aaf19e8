CREATE TABLE origin_clues (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    start_char INTEGER,
    end_char INTEGER
);
COMMENT ON TABLE origin_clues IS 'Reasons to think that a story goes back to a source. Stories that share a key share an origin.';
COMMENT ON COLUMN origin_clues.document_id IS 'The document';
COMMENT ON COLUMN origin_clues.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN origin_clues.kind IS 'What kind of reason: publisher, owner, a source that the story names';
COMMENT ON COLUMN origin_clues.key IS 'What it shares with other stories of the same origin';
COMMENT ON COLUMN origin_clues.start_char IS 'Where the words that say so start, in characters from 0; null where no words do';
COMMENT ON COLUMN origin_clues.end_char IS 'Where those words end: the first character after them';

CREATE TABLE origin_links (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    to_document_id VARCHAR NOT NULL,
    to_story INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL
);
COMMENT ON TABLE origin_links IS 'Why two stories share an origin: each story is linked with the first story that has the same key.';
COMMENT ON COLUMN origin_links.document_id IS 'The document of the one story';
COMMENT ON COLUMN origin_links.story IS 'The one story, counted from 0';
COMMENT ON COLUMN origin_links.to_document_id IS 'The document of the other story';
COMMENT ON COLUMN origin_links.to_story IS 'The other story, counted from 0';
COMMENT ON COLUMN origin_links.kind IS 'What kind of reason: a clue''s kind, or url where both have one address';
COMMENT ON COLUMN origin_links.key IS 'What the two share';

CREATE TABLE origins (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    origin_id VARCHAR NOT NULL,
    PRIMARY KEY (document_id, story)
);
COMMENT ON TABLE origins IS 'The origin of each story: stories linked with one another, directly or through others, have one.';
COMMENT ON COLUMN origins.document_id IS 'The document';
COMMENT ON COLUMN origins.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN origins.origin_id IS 'The origin, named by a content hash of its first story';
