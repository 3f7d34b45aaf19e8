-- Both numbers, and what lets them be one.
CASE
    WHEN NOT same_kind THEN 'one story calls ' || l.said || ' ' || with_article(in_words(l.measure)) || ' and ' || r.said || ' '
        || with_article(in_words(r.measure)) || '; they are one number, rounded differently'
    WHEN opposed THEN l.said || ' (' || in_words(l.measure) || ') and ' || r.said || ' (' || in_words(r.measure) || ') are both next to nothing, within rounding'
    WHEN l.bound = 'exact' AND r.bound = 'exact' THEN l.said || ' and ' || r.said || ' are one number, rounded differently'
    WHEN l.bound = 'exact' THEN l.said || ' is within what "' || r.said || '" allows'
    WHEN r.bound = 'exact' THEN r.said || ' is within what "' || l.said || '" allows'
    ELSE '"' || l.said || '" and "' || r.said || '" allow for one number'
END
