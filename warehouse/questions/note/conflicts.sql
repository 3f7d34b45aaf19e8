-- What cannot both be true, what is dated and widest first.
SELECT topic_id, words, left_figure_id, right_figure_id, about FROM conflicts_of($topics) ORDER BY weight DESC, gap DESC, words
