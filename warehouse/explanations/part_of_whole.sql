-- The part, `first`, and the whole.
CASE relation
    WHEN 'sum' THEN first.said || ' is a part of ' || second.said
    WHEN 'variance' THEN first.said || ' is ' || with_article(in_words(CASE first.measure WHEN 'other' THEN 'change' ELSE first.measure END))
        || ', the difference of two sums of which ' || second.said || ' is one'
    ELSE first.said || ' is that of ' || first.organisation_name || ', which ' || CASE relation
        WHEN 'successor' THEN 'is a part of it by law: ' ELSE 'belongs to it: ' END || second.said || ' is for the whole'
END
