-- Whether two subjects are of one thing: half of the shorter one's words are in both, and one of them is what stands nearest to its sum.
CREATE MACRO alike(l, r) AS coalesce(
    len(list_intersect(string_split(l, ' '), string_split(r, ' '))) * 2 >= least(len(string_split(l, ' ')), len(string_split(r, ' ')))
    AND (list_contains(string_split(r, ' '), split_part(l, ' ', 1)) OR list_contains(string_split(l, ' '), split_part(r, ' ', 1))), false);
