-- Both numbers with who printed them, and how far apart they are at least.
CASE WHEN l.measure = r.measure THEN '' ELSE in_words(l.measure) || ' ' END || l.said || ' (' || l.printed_by || ') and '
    || CASE WHEN l.measure = r.measure THEN '' ELSE in_words(r.measure) || ' ' END || r.said || ' (' || r.printed_by || ')'
    || CASE WHEN l.basis = r.basis THEN ', both ' || basis_adjective(l.basis) || ',' ELSE '' END || ' cannot be one number: they are at least '
    || pounds(least_gap, l.currency) || ' apart' || coalesce(', ' || percent(gap, greatest(l.amount, r.amount)) || ' of the larger', '')
