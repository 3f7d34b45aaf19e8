-- What tells of two numbers for one thing which is the older one, and that the other took its place. The left side was published first.

CREATE MACRO has_later_basis(l, r) AS coalesce(l.certainty <> r.certainty, false);

-- A plan is older than what came of it, whenever it is told; but of what a body has many of, a plan that is told two months after a forecast is a new one.
CREATE MACRO is_older(l, r) AS coalesce(CASE
    WHEN l.certainty = r.certainty THEN r.finality <> 'past'
    WHEN l.one_per_period OR l.certainty = 3 OR r.certainty = 3 THEN l.certainty < r.certainty
    ELSE l.certainty < r.certainty OR coalesce(l.published_on + 60 < r.published_on, false) END, true);

-- News of one fortnight is no revision, unless one publisher gives both; a plan stands once its time is over, a forecast two months after.
CREATE MACRO has_later_vintage(l, r) AS
    coalesce(CASE WHEN l.publisher = r.publisher THEN l.published_on < r.published_on ELSE l.published_on + 14 < r.published_on END, false)
    AND (l.basis <> r.basis OR coalesce(r.published_on <= greatest(l.period_end, r.period_end) + CASE r.certainty WHEN 1 THEN 0 ELSE 60 END, true));

CREATE MACRO differ_in_finality(l, r) AS
    coalesce((l.finality = 'draft' AND l.published_on + 14 < r.published_on) OR (r.finality = 'final' AND l.published_on < r.published_on), false)
    OR coalesce(l.finality = 'past' OR r.finality = 'past', false)
    OR coalesce(r.finality = 'now' AND l.published_on IS NOT NULL AND coalesce(l.published_on < r.published_on, true), false);

-- Two actuals months apart, of which neither says its time: what is counted so far grows; of a year's books the next ones may tell anew.
CREATE MACRO has_grown(l, r) AS coalesce(NOT is_dated(l) AND NOT is_dated(r) AND l.published_on + 60 < r.published_on, false)
    OR coalesce(l.kind = 'position' AND l.published_on + 330 < r.published_on AND NOT is_slip(l, r), false);
