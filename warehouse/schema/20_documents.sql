CREATE TABLE documents (
    document_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR,
    publisher VARCHAR,
    author VARCHAR,
    published_at VARCHAR,
    published_on DATE,
    modified_at VARCHAR,
    modified_on DATE,
    url VARCHAR,
    guid VARCHAR,
    text VARCHAR NOT NULL,
    decisions_hash VARCHAR
);
COMMENT ON TABLE documents IS 'One row a document: a text made from one stretch of bytes. The same bytes under two names are one document.';
COMMENT ON COLUMN documents.document_id IS 'sha256 of the bytes that the document was read from';
COMMENT ON COLUMN documents.name IS 'The file or address that it came from';
COMMENT ON COLUMN documents.kind IS 'news, board, feed or text';
COMMENT ON COLUMN documents.title IS 'Title, as the document gives it';
COMMENT ON COLUMN documents.publisher IS 'Who published it';
COMMENT ON COLUMN documents.author IS 'Who wrote it';
COMMENT ON COLUMN documents.published_at IS 'When it was published, in ISO 8601, exactly as precise as its source gives it';
COMMENT ON COLUMN documents.published_on IS 'The day of published_at';
COMMENT ON COLUMN documents.modified_at IS 'When its text was last changed, in ISO 8601, where it says so';
COMMENT ON COLUMN documents.modified_on IS 'The day of modified_at';
COMMENT ON COLUMN documents.url IS 'Its address, where it gives one';
COMMENT ON COLUMN documents.guid IS 'Null: only the stories of feeds have one';
COMMENT ON COLUMN documents.text IS 'The canonical text. Offsets count its characters from 0: substr(text, start_char + 1, end_char - start_char)';
COMMENT ON COLUMN documents.decisions_hash IS 'Content hash of the link decisions that it was read with; null where none concerns it';

CREATE TABLE stories (
    document_id VARCHAR NOT NULL,
    story INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    title VARCHAR,
    publisher VARCHAR,
    author VARCHAR,
    published_at VARCHAR,
    published_on DATE,
    modified_at VARCHAR,
    modified_on DATE,
    url VARCHAR,
    guid VARCHAR,
    PRIMARY KEY (document_id, story)
);
COMMENT ON TABLE stories IS 'One row a story: a whole article or paper, or one entry of a feed. Where a story leaves a field open, its document may know it.';
COMMENT ON COLUMN stories.document_id IS 'The document that it stands in';
COMMENT ON COLUMN stories.story IS 'Its place in the document, counted from 0';
COMMENT ON COLUMN stories.start_char IS 'Where it starts in the text of the document, in characters from 0';
COMMENT ON COLUMN stories.end_char IS 'Where it ends: the first character after it';
COMMENT ON COLUMN stories.title IS 'Title of the story';
COMMENT ON COLUMN stories.publisher IS 'Who published the story';
COMMENT ON COLUMN stories.author IS 'Who wrote the story';
COMMENT ON COLUMN stories.published_at IS 'When it was published, in ISO 8601, exactly as precise as its source gives it';
COMMENT ON COLUMN stories.published_on IS 'The day of published_at';
COMMENT ON COLUMN stories.modified_at IS 'When it was last changed, in ISO 8601, where it says so';
COMMENT ON COLUMN stories.modified_on IS 'The day of modified_at';
COMMENT ON COLUMN stories.url IS 'Address of the story';
COMMENT ON COLUMN stories.guid IS 'What its feed knows it by, whatever becomes of its address';

CREATE TABLE passages (
    document_id VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    page INTEGER
);
COMMENT ON TABLE passages IS 'One row a stretch of text with one part to play; boiler-plate is marked, not dropped.';
COMMENT ON COLUMN passages.document_id IS 'The document that it stands in';
COMMENT ON COLUMN passages.start_char IS 'Where it starts in the text of the document, in characters from 0';
COMMENT ON COLUMN passages.end_char IS 'Where it ends: the first character after it';
COMMENT ON COLUMN passages.kind IS 'headline, standfirst, byline, heading, paragraph, bullet, caption, pullquote, correction, table or boilerplate';
COMMENT ON COLUMN passages.page IS 'Page, counted from 1, where the document has pages';

CREATE TABLE cells (
    document_id VARCHAR NOT NULL,
    table_number INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    row_span INTEGER NOT NULL,
    column_span INTEGER NOT NULL,
    is_header BOOLEAN NOT NULL,
    reference VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    page INTEGER,
    bbox_left DECIMAL(12, 3),
    bbox_bottom DECIMAL(12, 3),
    bbox_right DECIMAL(12, 3),
    bbox_top DECIMAL(12, 3)
);
COMMENT ON TABLE cells IS 'One row a table cell; its text is a slice of the text of the document.';
COMMENT ON COLUMN cells.document_id IS 'The document that it stands in';
COMMENT ON COLUMN cells.table_number IS 'Which table of the document';
COMMENT ON COLUMN cells."row" IS 'Row, counted from 1, header rows included; in a query write "row"';
COMMENT ON COLUMN cells."column" IS 'Column, counted from 1, header columns included; in a query write "column"';
COMMENT ON COLUMN cells.row_span IS 'How many rows a merged cell covers';
COMMENT ON COLUMN cells.column_span IS 'How many columns a merged cell covers';
COMMENT ON COLUMN cells.is_header IS 'Whether it stands in a header row or a header column';
COMMENT ON COLUMN cells.reference IS 'Its place as the medium names it: table 3 12,2 or Systems!B6';
COMMENT ON COLUMN cells.start_char IS 'Where its text starts in the text of the document, in characters from 0';
COMMENT ON COLUMN cells.end_char IS 'Where its text ends: the first character after it; equal to start_char where the cell is empty';
COMMENT ON COLUMN cells.page IS 'Page, counted from 1, where the document has pages';
COMMENT ON COLUMN cells.bbox_left IS 'Left edge of its box on the page, in points';
COMMENT ON COLUMN cells.bbox_bottom IS 'Bottom edge of its box on the page, in points';
COMMENT ON COLUMN cells.bbox_right IS 'Right edge of its box on the page, in points';
COMMENT ON COLUMN cells.bbox_top IS 'Top edge of its box on the page, in points';
