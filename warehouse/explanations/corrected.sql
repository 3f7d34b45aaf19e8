-- The number of the older version, `first`, and what the newer one says instead.
'the article was corrected' || coalesce(' on ' || on_day(corrected_on), '') || ', from '
    || first.said || ' to ' || second.said
