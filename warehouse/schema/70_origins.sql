CREATE TABLE origin_clues (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    start_char INTEGER,
    end_char INTEGER
);
COMMENT ON TABLE origin_clues IS 'Words that say what a story goes back to: its publisher, the owner of that, whoever holds its copyright, a publication that it names as its source.';
COMMENT ON COLUMN origin_clues.document_id IS 'The document';
COMMENT ON COLUMN origin_clues.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN origin_clues.kind IS 'publisher, owner, copyright or named source';
COMMENT ON COLUMN origin_clues.key IS 'Who it is: an id of the register, or a folded name';
COMMENT ON COLUMN origin_clues.start_char IS 'Where the words that say so start, in characters from 0; null where no words do';
COMMENT ON COLUMN origin_clues.end_char IS 'Where those words end: the first character after them';

CREATE TABLE origins (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL
);
COMMENT ON TABLE origins IS 'What each story goes back to, one row a reason. Two stories that share a key are not independent of one another.';
COMMENT ON COLUMN origins.document_id IS 'The document';
COMMENT ON COLUMN origins.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN origins.kind IS 'The kind of reason: that of a clue, address, or itself';
COMMENT ON COLUMN origins.key IS 'What stories share or do not: who it is, the address, or the story';
