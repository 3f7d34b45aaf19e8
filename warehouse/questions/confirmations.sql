-- The values that the most independent origins print.
SELECT organisation, measure, period, amount, currency, per, documents, origins, document_names
FROM confirmations
WHERE documents > 1
ORDER BY origins DESC, documents DESC, amount DESC, organisation, measure, period
