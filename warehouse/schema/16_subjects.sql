-- Whether two subjects are of one thing: half of the shorter one's words are in both, and one of them is what stands nearest to its sum.
CREATE MACRO alike(l, r) AS coalesce(
    len(list_intersect(string_split(l, ' '), string_split(r, ' '))) * 2 >= least(len(string_split(l, ' ')), len(string_split(r, ' ')))
    AND (list_contains(string_split(r, ' '), split_part(l, ' ', 1)) OR list_contains(string_split(l, ' '), split_part(r, ' ', 1))), false);

-- Whether something without a period and something else may be of one time: published within it or a year later, or within a year of one another.
CREATE MACRO may_be_of_one_time(undated, other) AS coalesce(CASE
    WHEN other.undated_in IS NOT NULL THEN abs(undated.published_on - other.published_on) <= 366
    ELSE coalesce(undated.published_on >= other.period_start, true) AND coalesce(undated.published_on <= other.period_end + 366, true) END, true);
