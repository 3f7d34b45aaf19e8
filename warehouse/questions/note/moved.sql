-- How each number moved, from plan to forecast to outturn.
SELECT topic_id, words || '.' AS words FROM moves_of($topics)
