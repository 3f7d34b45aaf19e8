-- What could not be read, with the hash of its bytes. A refusal under a document's own name is of the whole of it.
SELECT name, sha256, reason FROM quarantine ORDER BY ALL
