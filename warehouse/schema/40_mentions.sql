CREATE TABLE organisation_mentions (
    mention_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    organisation_id VARCHAR,
    organisation_name VARCHAR NOT NULL,
    kind VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DECIMAL(3, 2) NOT NULL,
    alternatives VARCHAR,
    members VARCHAR
);
COMMENT ON TABLE organisation_mentions IS 'One row a place where an organisation is named, or where other words stand for one.';
COMMENT ON COLUMN organisation_mentions.mention_id IS 'Content hash of document, start and end';
COMMENT ON COLUMN organisation_mentions.document_id IS 'The document that mentions it';
COMMENT ON COLUMN organisation_mentions.start_char IS 'Where the words start in the text of the document, in characters from 0';
COMMENT ON COLUMN organisation_mentions.end_char IS 'Where the words end: the first character after them';
COMMENT ON COLUMN organisation_mentions.surface IS 'The words as printed';
COMMENT ON COLUMN organisation_mentions.form IS 'How they mention it: name, description (the trust), pronoun or group (five STPs)';
COMMENT ON COLUMN organisation_mentions.organisation_id IS 'Who it is, by id in the register; null where the register does not know it';
COMMENT ON COLUMN organisation_mentions.organisation_name IS 'Who it is, by name';
COMMENT ON COLUMN organisation_mentions.kind IS 'What kind of body it is, where known';
COMMENT ON COLUMN organisation_mentions.rule IS 'The rule that linked the words';
COMMENT ON COLUMN organisation_mentions.confidence IS 'How often that rule is right, from 0 to 1';
COMMENT ON COLUMN organisation_mentions.alternatives IS 'Who else could be meant: ids (or names), separated by "; "';
COMMENT ON COLUMN organisation_mentions.members IS 'Who belongs to a group, as far as the register knows: ids (or names), separated by "; "';

CREATE TABLE period_mentions (
    document_id VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    period_label VARCHAR NOT NULL,
    period_start DATE,
    period_end DATE,
    alternatives VARCHAR
);
COMMENT ON TABLE period_mentions IS 'One row a place where a time is named.';
COMMENT ON COLUMN period_mentions.document_id IS 'The document that names it';
COMMENT ON COLUMN period_mentions.start_char IS 'Where the words start in the text of the document, in characters from 0';
COMMENT ON COLUMN period_mentions.end_char IS 'Where the words end: the first character after them';
COMMENT ON COLUMN period_mentions.surface IS 'The words as printed';
COMMENT ON COLUMN period_mentions.period_label IS 'The time that they mean: 2018-19, 2019-20 M6 YTD';
COMMENT ON COLUMN period_mentions.period_start IS 'Its first day; null where open or unknown';
COMMENT ON COLUMN period_mentions.period_end IS 'Its last day; null where open or unknown';

CREATE TABLE equations (
    equation_id VARCHAR PRIMARY KEY,
    document_id VARCHAR NOT NULL,
    total_figure_id VARCHAR NOT NULL,
    rule VARCHAR NOT NULL
);
COMMENT ON TABLE equations IS 'One row a sum that a text itself states: its terms are said to make its total.';
COMMENT ON COLUMN equations.equation_id IS 'Content hash of the total, the rule and the terms';
COMMENT ON COLUMN equations.document_id IS 'The document that states it';
COMMENT ON COLUMN equations.total_figure_id IS 'The figure that is said to be the total';
COMMENT ON COLUMN equations.rule IS 'The rule that found the sum';

CREATE TABLE equation_terms (
    equation_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    "position" INTEGER NOT NULL,
    factor DECIMAL(24, 15) NOT NULL,
    factor_low DECIMAL(24, 15),
    factor_high DECIMAL(24, 15),
    figure_id VARCHAR NOT NULL,
    PRIMARY KEY (equation_id, "position")
);
COMMENT ON TABLE equation_terms IS 'The terms of the stated sums: factor × figure, in the order of the sum.';
COMMENT ON COLUMN equation_terms.equation_id IS 'The sum';
COMMENT ON COLUMN equation_terms.document_id IS 'The document that states it';
COMMENT ON COLUMN equation_terms."position" IS 'Place of the term in the sum, counted from 1';
COMMENT ON COLUMN equation_terms.factor IS 'How often the figure is counted: 5 in "five at £5m each", 1.12 in "up 12%", -1 where it is taken away';
COMMENT ON COLUMN equation_terms.factor_low IS 'Low end of the closed interval that the words for the factor allow: 1.115 in "up 12%"; null is open';
COMMENT ON COLUMN equation_terms.factor_high IS 'High end of that interval; null is open, as in "more than doubled"';
COMMENT ON COLUMN equation_terms.figure_id IS 'The figure';
COMMENT ON COLUMN period_mentions.alternatives IS 'What else the words may mean, the likeliest first, separated by "; ": 2019 for a this year that was read as 2019-20';
