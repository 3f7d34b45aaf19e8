-- The older number, `first`, and what became of it.
CASE
    WHEN has_later_basis(l, r) THEN with_article(based(first)) || ' of ' || first.said || ' became ' || with_article(based(second)) || ' of ' || second.said
    WHEN same_document THEN 'one document gives both ' || first.said || ' and ' || second.said || ' as ' || based(first)
        || ', so one of them is the older'
    WHEN differ_in_finality(l, r) THEN first.said || ' (' || first.printed_by || ') was not the last word, ' || second.said || ' (' || second.printed_by
        || ') came later'
    WHEN has_grown(l, r) AND second.certainty = 3 THEN first.said || ' (' || first.printed_by || ') had become ' || second.said || ' by ' || second.printed_by
    WHEN second.certainty = 3 THEN first.said || ' (' || first.printed_by || ') was printed before the period was over, ' || second.said || ' ('
        || second.printed_by || ') later'
    ELSE 'the ' || based(first) || ' went from ' || first.said || ' (' || first.printed_by || ') to '
        || CASE WHEN based(first) = based(second) THEN '' ELSE with_article(based(second)) || ' of ' END || second.said || ' (' || second.printed_by || ')'
END
