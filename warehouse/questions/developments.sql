-- How numbers moved: one row a body, measure and period, from plan to outturn; values of one basis stand side by side. Only what states its time.
WITH
revised AS (
    SELECT UNNEST([left_figure_id, right_figure_id]) AS figure_id
    FROM reconciliations
    JOIN claims AS l ON l.figure_id = left_figure_id
    JOIN claims AS r ON r.figure_id = right_figure_id
    WHERE verdict = 'revised'
        AND coalesce(l.period_start, l.period_end) IS NOT NULL AND coalesce(r.period_start, r.period_end) IS NOT NULL
),
printed AS (
    SELECT
        organisation_key,
        measure_family,
        kind,
        period_key,
        measure,
        basis,
        amount,
        any_value(organisation_name) AS organisation,
        any_value(period_label) AS period,
        any_value(certainty) AS certainty,
        any_value(pounds(amount, currency)) AS money,
        min(published_on) AS first,
        list_distinct(list(document_name)) AS documents
    FROM dated_claims
    SEMI JOIN revised USING (figure_id)
    WHERE amount IS NOT NULL
    GROUP BY ALL
),
steps AS (
    SELECT
        organisation_key,
        measure_family,
        kind,
        period_key,
        any_value(organisation) AS organisation,
        any_value(period) AS period,
        any_value(certainty) AS certainty,
        min(first) AS first,
        list(amount) AS amounts,
        trim(basis_adjective(basis) || ' ' || in_words(measure)) || ' ' || string_agg(money, ', ' ORDER BY first NULLS LAST, amount) AS said,
        flatten(list(documents)) AS documents
    FROM printed
    GROUP BY organisation_key, measure_family, kind, period_key, basis, measure
)
SELECT
    any_value(organisation) AS organisation,
    any_value(period) AS period,
    string_agg(said, ' → ' ORDER BY certainty, first NULLS LAST, said) AS values,
    list_sort(list_distinct(flatten(list(documents)))) AS documents
FROM steps
GROUP BY organisation_key, measure_family, kind, period_key
HAVING len(list_distinct(flatten(list(amounts)))) > 1
ORDER BY len(list_distinct(flatten(list(documents)))) DESC, organisation, period, values
