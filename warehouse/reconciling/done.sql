-- The pairs of this round make room for the view of all pairs.
DROP TABLE temp.pairs;
