CREATE TABLE organisations (
    organisation_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR,
    opened DATE,
    closed DATE,
    parent_id VARCHAR
);
COMMENT ON TABLE organisations IS 'The register: one row an organisation that figures are linked to.';
COMMENT ON COLUMN organisations.organisation_id IS 'Its id: ods:QMM, gss:E10000020, crossfoot:archant';
COMMENT ON COLUMN organisations.name IS 'Its name in full';
COMMENT ON COLUMN organisations.kind IS 'What kind of body it is';
COMMENT ON COLUMN organisations.opened IS 'First day of its existence, where known';
COMMENT ON COLUMN organisations.closed IS 'Last day of its existence; null while it exists or where unknown';
COMMENT ON COLUMN organisations.parent_id IS 'The organisation that it belongs to';

CREATE TABLE aliases (
    organisation_id VARCHAR NOT NULL,
    alias VARCHAR NOT NULL,
    kind VARCHAR,
    valid_from DATE,
    valid_to DATE,
    is_ambiguous BOOLEAN NOT NULL
);
COMMENT ON TABLE aliases IS 'Other names of the organisations in the register.';
COMMENT ON COLUMN aliases.organisation_id IS 'The organisation';
COMMENT ON COLUMN aliases.alias IS 'Another name of it';
COMMENT ON COLUMN aliases.kind IS 'What kind of name: acronym, former name, short name';
COMMENT ON COLUMN aliases.valid_from IS 'First day on which the name was in use; null is open';
COMMENT ON COLUMN aliases.valid_to IS 'Last day on which the name was in use; null is open';
COMMENT ON COLUMN aliases.is_ambiguous IS 'Whether the name alone does not settle who is meant';

CREATE TABLE successions (
    predecessor_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    succeeded_on DATE,
    kind VARCHAR
);
COMMENT ON TABLE successions IS 'Which organisation followed which.';
COMMENT ON COLUMN successions.predecessor_id IS 'The organisation that ended or was split';
COMMENT ON COLUMN successions.successor_id IS 'The organisation that took over';
COMMENT ON COLUMN successions.succeeded_on IS 'First day of the successor in that part';
COMMENT ON COLUMN successions.kind IS 'merger, absorption, rename, split';

CREATE TABLE memberships (
    member_id VARCHAR NOT NULL,
    group_id VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    role VARCHAR
);
COMMENT ON TABLE memberships IS 'Which organisation is part of which group, and when.';
COMMENT ON COLUMN memberships.member_id IS 'The member';
COMMENT ON COLUMN memberships.group_id IS 'The group';
COMMENT ON COLUMN memberships.valid_from IS 'First day of the membership; null is open';
COMMENT ON COLUMN memberships.valid_to IS 'Last day of the membership; null is open';
COMMENT ON COLUMN memberships.role IS 'The part that the member plays: partner, lead';

CREATE TABLE link_decisions (
    "position" INTEGER NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    decided_by VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    organisation_id VARCHAR,
    document_id VARCHAR,
    document VARCHAR,
    note VARCHAR
);
COMMENT ON TABLE link_decisions IS 'What persons have settled about names: one row a decision of links.csv in the home. A later one beats an earlier one, one document''s beats one for all.';
COMMENT ON COLUMN link_decisions."position" IS 'Place in links.csv, counted from 1';
COMMENT ON COLUMN link_decisions.decided_at IS 'When it was decided, in UTC';
COMMENT ON COLUMN link_decisions.decided_by IS 'Who decided';
COMMENT ON COLUMN link_decisions.verdict IS 'confirm (the name means that organisation) or reject (it does not)';
COMMENT ON COLUMN link_decisions.name IS 'The name that it is about';
COMMENT ON COLUMN link_decisions.organisation_id IS 'The organisation; null where the name is confirmed to be nobody in the register';
COMMENT ON COLUMN link_decisions.document_id IS 'The one document that it is made for; null where it is for all';
COMMENT ON COLUMN link_decisions.document IS 'The file or address of that document when it was decided';
COMMENT ON COLUMN link_decisions.note IS 'Why';
