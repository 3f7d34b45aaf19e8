-- What could not be read.
SELECT name, reason, next FROM quarantine ORDER BY ALL
