-- A stretch of words that more texts than this share is nobody's: a subscription offer, a menu, a standing paragraph.
CREATE MACRO boilerplate_above() AS 50;

-- The least share of the shorter of two texts that makes them near copies, and the fewest stretches by which that can be told.
CREATE MACRO near_copy_from() AS 0.4::DECIMAL(3, 2);
CREATE MACRO fewest_shingles() AS 4;

-- Days after which a letter, a person or a quotation of the same name is another one.
CREATE MACRO one_source_within() AS 31;

CREATE TABLE shingles (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    hash BIGINT NOT NULL
);
COMMENT ON TABLE shingles IS 'Hashes of stretches of eight words, by which near copies are known: all of a short story, of a longer one those that eight divides.';
COMMENT ON COLUMN shingles.document_id IS 'The document';
COMMENT ON COLUMN shingles.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN shingles.hash IS 'Hash of the eight words, folded';

CREATE TABLE near_copies (
    left_document_id VARCHAR NOT NULL,
    left_story INTEGER NOT NULL,
    right_document_id VARCHAR NOT NULL,
    right_story INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    containment DECIMAL(3, 2) NOT NULL,
    PRIMARY KEY (left_document_id, left_story, right_document_id, right_story)
);
COMMENT ON TABLE near_copies IS 'Two stories of nearly the same words, the earlier one left. Of stories with exactly the same words each is paired with the earliest alone.';
COMMENT ON COLUMN near_copies.left_document_id IS 'The document of the earlier story';
COMMENT ON COLUMN near_copies.left_story IS 'The earlier story, counted from 0';
COMMENT ON COLUMN near_copies.right_document_id IS 'The document of the later story';
COMMENT ON COLUMN near_copies.right_story IS 'The later story, counted from 0';
COMMENT ON COLUMN near_copies.shared IS 'How many of the hashes that were compared both have';
COMMENT ON COLUMN near_copies.containment IS 'Which share that is of those of the shorter one: 0.40 or more';

CREATE TABLE origin_clues (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    figure_id VARCHAR,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    start_char INTEGER,
    end_char INTEGER
);
COMMENT ON TABLE origin_clues IS 'Words that say what a story, or one figure of it, goes back to: who published it, whom it names as its source, which paper, person or speech it quotes.';
COMMENT ON COLUMN origin_clues.document_id IS 'The document';
COMMENT ON COLUMN origin_clues.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN origin_clues.figure_id IS 'The figure that it holds for; null where it holds for the whole story';
COMMENT ON COLUMN origin_clues.kind IS 'publisher, owner, by-line, credit, copyright, named source, letter, paper, person or quotation';
COMMENT ON COLUMN origin_clues.key IS 'Who or what it is: an id of the register or a folded name, behind letter:, papers: or person: where it is one of these; the words of a quotation';
COMMENT ON COLUMN origin_clues.start_char IS 'Where the words that say so start, in characters from 0; null where no words do';
COMMENT ON COLUMN origin_clues.end_char IS 'Where those words end: the first character after them';

CREATE TABLE traced_origins (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    figure_id VARCHAR,
    kind VARCHAR NOT NULL,
    key VARCHAR NOT NULL
);
COMMENT ON TABLE traced_origins IS 'The reasons in origins that are worked out from several stories, or from an address.';
COMMENT ON COLUMN traced_origins.document_id IS 'The document';
COMMENT ON COLUMN traced_origins.story IS 'The story of the document, counted from 0';
COMMENT ON COLUMN traced_origins.figure_id IS 'The figure that it holds for; null where it holds for every figure of the story';
COMMENT ON COLUMN traced_origins.kind IS 'letter, person, quotation, near copy, guid or address';
COMMENT ON COLUMN traced_origins.key IS 'What figures share or do not; see origins';

CREATE TABLE origin_keys (story_row BIGINT NOT NULL, claim_row BIGINT, key UBIGINT NOT NULL);
COMMENT ON TABLE origin_keys IS 'The origins of every story as numbers, to count by.';
COMMENT ON COLUMN origin_keys.story_row IS 'The story: the row of stories, counted from 0';
COMMENT ON COLUMN origin_keys.claim_row IS 'The claim that it holds for: the row of claims; null where it holds for all of the story';
COMMENT ON COLUMN origin_keys.key IS 'Hash of what figures share or do not';
