-- Both numbers, and why nothing follows from their difference.
l.said || ' and ' || r.said || ' cannot be compared: ' || CASE
    WHEN obstacle IS NOT NULL THEN obstacle
    WHEN NOT whole THEN 'one of them is an item among others'
    WHEN l.table_key IS NOT NULL AND r.table_key IS NOT NULL AND same_document THEN 'the headers of their table tell them apart'
    WHEN same_document AND NOT (is_dated(l) AND is_dated(r)) THEN 'one document gives both, and leaves the time of one open'
    WHEN NOT same_kind THEN with_article(in_words(l.measure)) || ' is not ' || with_article(in_words(r.measure))
    WHEN l.one_per_period AND line_of(l) <> line_of(r) THEN 'they are two lines of the accounts'
    WHEN is_part_year(l) OR is_part_year(r) THEN 'one is of a part of a year'
    WHEN l.basis IS NULL OR r.basis IS NULL THEN 'nothing says how one of them came to be'
    WHEN 'hypothetical' IN (l.basis, r.basis) THEN 'a possible number excludes no other'
    WHEN NOT (l.one_per_period AND r.one_per_period) THEN 'a body has many such numbers'
    WHEN l.basis <> r.basis THEN based(l) || ' and ' || based(r) || ' are two things'
    ELSE 'nothing says that they are one number'
END
