-- How numbers moved: one row a body, measure and period, its values in the order in which they became known. Only what states its time.
WITH
revised AS (
    SELECT UNNEST([left_figure_id, right_figure_id]) AS figure_id
    FROM reconciliations WHERE verdict = 'revised'
),
steps AS (
    SELECT
        organisation_key,
        measure_family,
        kind,
        period_key,
        amount,
        measure,
        basis,
        any_value(organisation_name) AS organisation,
        any_value(period_label) AS period,
        any_value(certainty) AS certainty,
        any_value(pounds(amount, currency)) AS money,
        min(published_on) AS first,
        list_sort(list_distinct(list(document_name))) AS documents
    FROM dated_claims
    SEMI JOIN revised USING (figure_id)
    WHERE amount IS NOT NULL AND period_key IS NOT NULL
    GROUP BY ALL
)
SELECT
    any_value(organisation) AS organisation,
    any_value(period) AS period,
    string_agg(trim(basis_adjective(basis) || ' ' || in_words(measure)) || ' ' || money, ' → ' ORDER BY certainty, first NULLS LAST, amount) AS values,
    list_sort(list_distinct(flatten(list(documents)))) AS documents
FROM steps
GROUP BY organisation_key, measure_family, kind, period_key
HAVING count(DISTINCT amount) > 1
ORDER BY len(list_distinct(flatten(list(documents)))) DESC, organisation, period
