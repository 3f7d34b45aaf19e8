CREATE TABLE quarantine (
    name VARCHAR NOT NULL,
    sha256 VARCHAR,
    reason VARCHAR NOT NULL,
    next VARCHAR
);
COMMENT ON TABLE quarantine IS 'One row an input that could not be read, with the reason.';
COMMENT ON COLUMN quarantine.name IS 'The file or address';
COMMENT ON COLUMN quarantine.sha256 IS 'sha256 of its bytes; null where there were none to read';
COMMENT ON COLUMN quarantine.reason IS 'What went wrong';
COMMENT ON COLUMN quarantine.next IS 'What to do about it';

CREATE TABLE runs (
    run_id VARCHAR PRIMARY KEY,
    version VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    documents BIGINT,
    figures BIGINT
);
COMMENT ON TABLE runs IS 'The run that built this warehouse. The only table with clocks; it is not exported.';
COMMENT ON COLUMN runs.run_id IS 'Names the run';
COMMENT ON COLUMN runs.version IS 'The version of crossfoot that built the warehouse';
COMMENT ON COLUMN runs.started_at IS 'When the build started, in UTC';
COMMENT ON COLUMN runs.finished_at IS 'When the build was complete, in UTC';
COMMENT ON COLUMN runs.documents IS 'How many documents the warehouse holds';
COMMENT ON COLUMN runs.figures IS 'How many figures the warehouse holds';
