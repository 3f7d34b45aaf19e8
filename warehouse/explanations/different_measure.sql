-- What each of the two measures; a position comes `first`, then the distance from its plan.
CASE
    WHEN l.measure = 'debt' AND NOT same_kind THEN l.said || ' is what is owed of a loan of ' || r.said
    WHEN r.measure = 'debt' AND NOT same_kind THEN r.said || ' is what is owed of a loan of ' || l.said
    WHEN same_kind AND same_per AND l.kind = 'variance'
    THEN CASE WHEN l.subject IS NULL THEN r ELSE l END.said || ' is for one thing, ' || CASE WHEN l.subject IS NULL THEN l ELSE r END.said || ' for the whole'
    WHEN same_kind AND same_per AND l.basis = 'hypothetical' THEN l.said || ' is what would have been, ' || r.said || ' what was'
    WHEN same_kind AND same_per THEN r.said || ' is what would have been, ' || l.said || ' what was'
    WHEN unit_price THEN CASE WHEN l.per IS NULL THEN r ELSE l END.said || ' is for one ' || coalesce(l.per, r.per) || ', '
        || CASE WHEN l.per IS NULL THEN l ELSE r END.said || ' for all of it'
    WHEN same_kind AND l.per = 'each' THEN l.said || ' is for each of several, ' || r.said || ' is not'
    WHEN same_kind THEN r.said || ' is for each of several, ' || l.said || ' is not'
    ELSE first.said || ' is the ' || position_name(first) || ', ' || second.said || ' ' || variance_name(second)
        || coalesce(CASE WHEN is_dated(l) AND is_dated(r) THEN '; together they imply ' ELSE '; if both are about one period, they imply ' END
            || bottom_line(implied_low, implied_high, implied_basis, l.currency), '')
END
