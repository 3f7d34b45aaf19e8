-- Words as one line: what is printed over two lines, or with other white space, is compared and kept so.
CREATE MACRO one_line(words) AS trim(regexp_replace(words, '[\s\p{Z}\p{Cc}]+', ' ', 'g'));

CREATE TABLE judgements_made (
    "position" INTEGER NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    decided_by VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    topic_id VARCHAR,
    topic VARCHAR,
    left_figure_id VARCHAR,
    left_document_id VARCHAR,
    left_document VARCHAR,
    left_surface VARCHAR,
    left_start_char INTEGER,
    left_occurrence INTEGER,
    left_occurrences INTEGER,
    right_figure_id VARCHAR,
    right_document_id VARCHAR,
    right_document VARCHAR,
    right_surface VARCHAR,
    right_start_char INTEGER,
    right_occurrence INTEGER,
    right_occurrences INTEGER,
    note VARCHAR
);
COMMENT ON TABLE judgements_made IS 'Every judgement that persons have made, as judgements.csv in the home has it: one row each, with the figures as they were then.';
COMMENT ON COLUMN judgements_made."position" IS 'Place in judgements.csv, counted from 1';
COMMENT ON COLUMN judgements_made.decided_at IS 'When it was made, in UTC';
COMMENT ON COLUMN judgements_made.decided_by IS 'Who made it';
COMMENT ON COLUMN judgements_made.verdict IS 'same, different or typo; see judgements';
COMMENT ON COLUMN judgements_made.topic_id IS 'The topic that it is about; null where it is about two figures';
COMMENT ON COLUMN judgements_made.topic IS 'The title of that topic then';
COMMENT ON COLUMN judgements_made.left_figure_id IS 'The one figure, by its id then';
COMMENT ON COLUMN judgements_made.left_document_id IS 'The document of the one figure';
COMMENT ON COLUMN judgements_made.left_document IS 'The file or address of that document then';
COMMENT ON COLUMN judgements_made.left_surface IS 'The one figure as printed, on one line';
COMMENT ON COLUMN judgements_made.left_start_char IS 'Where the one figure started then, in characters from 0';
COMMENT ON COLUMN judgements_made.left_occurrence IS 'The how-manieth the one figure was of those printed like it in its document, from 1';
COMMENT ON COLUMN judgements_made.left_occurrences IS 'How many figures were printed like it';
COMMENT ON COLUMN judgements_made.right_figure_id IS 'The other figure, by its id then';
COMMENT ON COLUMN judgements_made.right_document_id IS 'The document of the other figure';
COMMENT ON COLUMN judgements_made.right_document IS 'The file or address of that document then';
COMMENT ON COLUMN judgements_made.right_surface IS 'The other figure as printed, on one line';
COMMENT ON COLUMN judgements_made.right_start_char IS 'Where the other figure started then, in characters from 0';
COMMENT ON COLUMN judgements_made.right_occurrence IS 'The how-manieth the other figure was of those printed like it in its document, from 1';
COMMENT ON COLUMN judgements_made.right_occurrences IS 'How many figures were printed like it';
COMMENT ON COLUMN judgements_made.note IS 'Why';

CREATE TABLE judgements (
    "position" INTEGER PRIMARY KEY,
    decided_at TIMESTAMP NOT NULL,
    decided_by VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    topic_id VARCHAR,
    left_figure_id VARCHAR,
    right_figure_id VARCHAR,
    note VARCHAR
);
COMMENT ON TABLE judgements IS 'What persons judge about two figures or a topic: one row a pair or a topic, the last judgement on it by anybody, with the figures of today.';
COMMENT ON COLUMN judgements."position" IS 'Place in judgements.csv, counted from 1; see judgements_made';
COMMENT ON COLUMN judgements.decided_at IS 'When it was judged, in UTC';
COMMENT ON COLUMN judgements.decided_by IS 'Who judged';
COMMENT ON COLUMN judgements.verdict IS 'same (one thing), different (several things) or typo (one thing, and a figure is a misprint)';
COMMENT ON COLUMN judgements.topic_id IS 'The topic that it is about; null where it is about two figures';
COMMENT ON COLUMN judgements.left_figure_id IS 'The one figure; null where it is not found any more, or where it is about a topic';
COMMENT ON COLUMN judgements.right_figure_id IS 'The other figure, likewise';
COMMENT ON COLUMN judgements.note IS 'Why';
