-- Both numbers, once.
CASE
    WHEN NOT same_kind THEN 'one story calls ' || l.said || ' ' || with_article(in_words(l.measure)) || ' and '
        || with_article(in_words(r.measure)) || '; it is one number'
    WHEN l.certainty <> r.certainty THEN l.said || ' is given as ' || in_words(l.basis) || ' and as ' || in_words(r.basis)
    WHEN l.said = r.said THEN 'both say ' || l.said
    ELSE l.said || ' and ' || r.said || ' are the same number'
END
