-- The values that the most independent origins print.
SELECT organisation, measure, period, amount, pounds(amount, currency) || coalesce(' ' || per, '') AS said, documents, origins, document_names
FROM confirmations
WHERE documents > 1
ORDER BY origins DESC, documents DESC, amount DESC, organisation, measure, period
