-- The form in which names are compared: no case, apostrophes, signs or leading "the"; & is and.
CREATE MACRO folded(name) AS regexp_replace(trim(regexp_replace(
    regexp_replace(regexp_replace(lower(name), '[&+]', ' and ', 'g'), '[''‘’ʼ`]', '', 'g'), '[^\p{L}\p{N}]+', ' ', 'g')), '^the ', '');

CREATE MACRO known_as(whom) AS TABLE
SELECT organisation_id FROM organisations WHERE organisation_id = whom OR folded(name) = folded(whom)
UNION
SELECT organisation_id FROM aliases WHERE folded(alias) = folded(whom);
COMMENT ON MACRO TABLE known_as IS 'The organisations that have an id or a name, of today or of any day: `organisation_id`. `FROM known_as(''ESNEFT'')`';
