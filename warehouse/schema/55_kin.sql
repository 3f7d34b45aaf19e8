CREATE TABLE bodies (organisation_id VARCHAR PRIMARY KEY, body_key VARCHAR NOT NULL);
COMMENT ON TABLE bodies IS 'Organisations that law only gave another name or form: one successor, which had no other predecessor. They are compared as one.';
COMMENT ON COLUMN bodies.organisation_id IS 'The organisation that is no more';
COMMENT ON COLUMN bodies.body_key IS 'What it became in the end';

CREATE TABLE kinship (
    part_key VARCHAR NOT NULL,
    whole_key VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE
);
COMMENT ON TABLE kinship IS 'Which body is part of which: by membership, directly or through others, or because it was merged into it or split off from it.';
COMMENT ON COLUMN kinship.part_key IS 'The part';
COMMENT ON COLUMN kinship.whole_key IS 'The whole';
COMMENT ON COLUMN kinship.relation IS 'member or successor';
COMMENT ON COLUMN kinship.valid_from IS 'First day on which it is; null is always';
COMMENT ON COLUMN kinship.valid_to IS 'Last day on which it is; null is still';

CREATE TABLE told_kinship (document_id UBIGINT NOT NULL, part UBIGINT NOT NULL, whole UBIGINT NOT NULL);
COMMENT ON TABLE told_kinship IS 'Which body is part of which system, or partnership, as a document tells of them, where the register does not know one of the two.';
COMMENT ON COLUMN told_kinship.document_id IS 'The document, as a number';
COMMENT ON COLUMN told_kinship.part IS 'The part, as a number';
COMMENT ON COLUMN told_kinship.whole IS 'The whole, as a number';

CREATE TABLE told_parts (part_row UBIGINT NOT NULL, whole_row UBIGINT NOT NULL);
COMMENT ON TABLE told_parts IS 'Which sums their sentence calls parts of the sum before them: £9m, of which £2m was for the roof.';
COMMENT ON COLUMN told_parts.part_row IS 'The row of claims that gives the part, counted from 0';
COMMENT ON COLUMN told_parts.whole_row IS 'The row of claims that gives the whole';
