"""The domain: documents, what was found in them, and what it says.

Every type is frozen and checks its own invariants where it is made. Offsets count characters of `Document.text`; `text[start:end]`
is always what stands printed there. Labels and field names are those of the label guide in the README.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import prod

from pipeline.errors import ModelError


class PassageKind(StrEnum):
    """The part that a stretch of text plays in its document."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CAPTION = "caption"
    PULLQUOTE = "pullquote"
    CORRECTION = "correction"
    TABLE = "table"
    BOILERPLATE = "boilerplate"


class MentionForm(StrEnum):
    """How words mention an organisation."""

    NAME = "name"
    DESCRIPTION = "description"  # the trust, health bosses in Norfolk
    PRONOUN = "pronoun"
    GROUP = "group"  # five STPs


class LinkVerdict(StrEnum):
    """What a person says of a link."""

    CONFIRM = "confirm"
    REJECT = "reject"


class Bound(StrEnum):
    """How far the wording commits itself to the number."""

    EXACT = "exact"
    APPROXIMATELY = "approximately"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class CurrencySource(StrEnum):
    """How the text gives the currency of a sum."""

    PRINTED = "printed"
    DAMAGED = "damaged sign"  # spoilt in a conversion: #46m, PS2.7m
    INFERRED = "no sign"  # lost, beside a finance word: a deficit of 36.1m


class Measure(StrEnum):
    """What is being counted."""

    DEFICIT = "deficit"
    SURPLUS = "surplus"
    OVERSPEND = "overspend"
    UNDERSPEND = "underspend"
    SHORTFALL = "shortfall"
    GAP = "gap"
    SAVING = "saving"
    COST = "cost"
    BUDGET = "budget"
    FUNDING = "funding"
    CONTRIBUTION = "contribution"
    LOAN = "loan"
    DEBT = "debt"
    INVESTMENT = "investment"
    INCOME = "income"
    CONTROL_TOTAL = "control_total"
    FINE = "fine"
    OTHER = "other"


class Basis(StrEnum):
    """How the number came to be."""

    ACTUAL = "actual"
    FORECAST = "forecast"
    PLAN = "plan"
    REQUESTED = "requested"
    AGREED = "agreed"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Byline:
    """Who published something, and when; times are ISO 8601, to the precision that their source gives (a date or a time).

    `modified_at` says when this text was last changed, `guid` is what a feed knows an entry by, whatever becomes of its address.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    url: str | None = None
    guid: str | None = None

    def __post_init__(self) -> None:
        for field in ("published_at", "modified_at"):
            try:
                datetime.datetime.fromisoformat(getattr(self, field) or "1970-01-01")
            except ValueError as error:
                raise ModelError(f"{field} is not ISO 8601: {getattr(self, field)!r}") from error

    @property
    def published_on(self) -> datetime.date | None:
        return _day(self.published_at)

    @property
    def modified_on(self) -> datetime.date | None:
        return _day(self.modified_at)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text with one part to play; boiler-plate is marked, not dropped. Pages count from 1."""

    start: int
    end: int
    kind: PassageKind
    page: int | None = None

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its place (row and column from 1, header rows counted) and its text as a slice of the document's.

    `reference` names the place as its medium does: `table 3 12,2`, or `Systems!B6` in a workbook. `bbox` is (left, bottom, right, top) in points.
    """

    row: int
    column: int
    start: int
    end: int
    reference: str
    row_span: int = 1
    column_span: int = 1
    page: int | None = None
    bbox: tuple[Decimal, Decimal, Decimal, Decimal] | None = None

    def __post_init__(self) -> None:
        _check_span(self.start, self.end, may_be_empty=True)
        if min(self.row, self.column, self.row_span, self.column_span) < 1:
            raise ModelError(f"rows, columns and spans count from 1: {self}")


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; the first `header_rows` rows and the first `header_columns` columns are headers. `caption` is a span of the text."""

    number: int
    cells: tuple[Cell, ...]
    header_rows: int = 1
    header_columns: int = 1
    caption: tuple[int, int] | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A stretch of a document that is told as one: the whole of an article or a paper, or one entry of a feed."""

    start: int
    end: int
    byline: Byline

    def __post_init__(self) -> None:
        _check_span(self.start, self.end, may_be_empty=True)


@dataclass(frozen=True, slots=True)
class Document:
    """One text, made from one stretch of bytes.

    `id` is the sha256 of those bytes, `name` the file or address that they came from, `kind` is `news`, `board`, `feed` or `text`.
    `stories` cover the text in order; where none are given the whole text is one story.
    """

    id: str
    name: str
    kind: str
    text: str
    byline: Byline = Byline()
    passages: tuple[Passage, ...] = ()
    tables: tuple[Table, ...] = ()
    stories: tuple[Story, ...] = ()

    def __post_init__(self) -> None:
        if not self.stories:
            object.__setattr__(self, "stories", (Story(0, len(self.text), self.byline),))
        last = 0
        for passage in self.passages:
            if passage.start < last or passage.end > len(self.text):
                raise ModelError(f"passages must follow one another inside the text: {passage}", where=self.name)
            last = passage.end
        for table in self.tables:
            for cell in table.cells:
                if cell.end > len(self.text):
                    raise ModelError(f"a cell ends outside the text: {cell}", where=self.name)

    @property
    def body(self) -> str:
        """The text without the boiler-plate that follows it; boiler-plate in the middle of a plain text stays where it is."""
        ends = [passage.end for passage in self.passages if passage.kind is not PassageKind.BOILERPLATE]
        return self.text[: ends[-1]] if ends else self.text if not self.passages else ""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum as printed: its span, the exact number, and the closed interval that the wording allows, in currency units; an end of None is open.

    The amount is below zero behind a minus or in an accountant's brackets.
    """

    start: int
    end: int
    surface: str
    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    currency: str
    bound: Bound
    per: str | None = None
    currency_source: CurrencySource = CurrencySource.PRINTED

    def __post_init__(self) -> None:
        _check_span(self.start, self.end)
        if len(self.surface) != self.end - self.start:
            raise ModelError(f"the surface is not as long as its span: {self}")
        if (self.amount is None) != (self.bound is Bound.RANGE):
            raise ModelError(f"a range has no single amount, and everything else has one: {self}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ModelError(f"the interval is upside down: {self}")


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a number is about. An end that the words leave open, or that no document date can settle, is None."""

    label: str
    start: datetime.date | None = None
    end: datetime.date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ModelError(f"a period ends before it starts: {self}")


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A time as printed, and what it means; `alternatives` are the other readings that its words leave open, the likeliest first."""

    start: int
    end: int
    surface: str
    period: Period
    alternatives: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. `id` is null where the register does not know it, and for groups ("five STPs")."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation as printed, or words that stand for one.

    `rule` says how it was linked, `confidence` how often that rule is right (0 to 1), `alternatives` who else could be meant,
    `members` who belongs to a group, as far as the register knows.
    """

    start: int
    end: int
    surface: str
    organisation: Organisation
    rule: str
    kind: str | None = None
    alternatives: tuple[Organisation, ...] = ()
    form: MentionForm = MentionForm.NAME
    confidence: Decimal = Decimal(1)
    members: tuple[Organisation, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What a person has settled about a name: that it means a body, or that it does not; in one document, or (None) in all.

    `organisation_id` of a confirmation may be None: the name is nobody whom the register knows.
    """

    verdict: LinkVerdict
    name: str
    organisation_id: str | None
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that a field could have had, as it is shown (None: left open), and how likely it was held to be, from 0 to 1."""

    value: str | None
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field of a figure has its value, or none: the rule that decided, and the span that it read (None where it read none).

    `confidence` is how likely the value was held to be, from 0 to 1 (None where nothing was weighed);
    `alternatives` are the values that lost, the likeliest first.
    """

    field: str
    rule: str
    start: int | None = None
    end: int | None = None
    confidence: Decimal | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class CellContext:
    """What a table says about one of its cells; `column_label` is the header path joined by ` > `."""

    row_label: str
    column_label: str
    unit_source: str | None
    printed_value: Decimal


# the fields that together say what a number means
MEANING = frozenset({"organisation", "measure", "basis", "period"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One monetary figure with its evidence: the unit of everything that crossfoot says. `subject` is what the money is for, in plain words, nearest first."""

    document_id: str
    document: str
    money: Money
    sentence: str
    sentence_start: int
    measure: Measure | None = None
    basis: Basis | None = None
    organisation: Organisation | None = None
    counterparty: Organisation | None = None
    period: Period | None = None
    speaker: str | None = None
    page: int | None = None
    cell: str | None = None
    bbox: tuple[Decimal, Decimal, Decimal, Decimal] | None = None
    context: CellContext | None = None
    subject: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        return content_id(self.document_id, self.money.start, self.money.end)

    @property
    def confidence(self) -> Decimal | None:
        """How likely organisation, measure, basis and period are all right, from 0 to 1: the product of theirs; None where nothing was weighed."""
        weighed = [why.confidence for why in self.evidence if why.field in MEANING and why.confidence is not None]
        return round(prod(weighed, start=Decimal(1)), 3) if weighed else None

    @property
    def unit_source(self) -> str | None:
        """Where the unit was read, if not from a sign or a word at the number itself."""
        if self.context:
            return self.context.unit_source
        return None if self.money.currency_source is CurrencySource.PRINTED else self.money.currency_source.value


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an equation: `factor` × the amount of a figure; "five at £5m" is 5 × £5m, what is taken away has the factor −1.

    `reach` is the closed interval that the words for the factor allow, an end of None open ("more than doubled"); None: exactly the factor.
    """

    factor: Decimal
    figure: Figure
    reach: tuple[Decimal | None, Decimal | None] | None = None

    @property
    def interval(self) -> tuple[Decimal | None, Decimal | None]:
        return self.reach or (self.factor, self.factor)


@dataclass(frozen=True, slots=True)
class Equation:
    """A sum that the text itself states: the terms add up to the total. Whether they do is for the warehouse to say."""

    terms: tuple[Term, ...]
    total: Figure
    rule: str

    @property
    def id(self) -> str:
        return content_id(self.total.id, self.rule, *(f"{term.factor}*{term.figure.id}" for term in self.terms))


@dataclass(frozen=True, slots=True)
class OriginClue:
    """A reason to think that a story goes back to a source: its publisher, or one that it names. Stories that share a `key` share an origin.

    With a `figure_id` it holds for that figure alone.
    """

    story: int
    kind: str
    key: str
    start: int | None = None
    end: int | None = None
    figure_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the pipeline read out of one document, in the order of its text; `decisions` are those of persons that it heeded."""

    document: Document
    figures: tuple[Figure, ...] = ()
    equations: tuple[Equation, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    clues: tuple[OriginClue, ...] = ()
    shingles: tuple[tuple[int, int], ...] = ()  # number of the story, hash
    decisions: tuple[LinkDecision, ...] = ()


def content_id(*parts: object) -> str:
    """A short content hash: 20 hexadecimal digits of the sha256 of the parts, joined by a separator that cannot occur in them.

    >>> content_id("abc", 1, 2) == content_id("abc", 1, 2) != content_id("abc", 12)
    True
    """
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:20]


def _day(time: str | None) -> datetime.date | None:
    return datetime.datetime.fromisoformat(time).date() if time else None


def _check_span(start: int, end: int, may_be_empty: bool = False) -> None:
    if not 0 <= start <= end or (start == end and not may_be_empty):
        raise ModelError(f"not a span: {start}–{end}")
