"""The pipeline as a whole: its components fit together, and what must hold of every document."""

import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language import build, read
from pipeline.model import Byline, Cell, Document, Passage, PassageKind, Story, Table
from tests.pipeline.told import told

WORDS = [
    *("£5m", "£97.6m", "two million pounds", "€3bn", "£1-2m", "deficit", "the trust", "Barts Health NHS Trust", "Norfolk County Council", "2018-19"),
    *("last year", "was asked for", "each", "a total of", "of the", "leaving", "worse than plan", "NHS England said", "the firm", "Harrowby's profits"),
    *("🎉", "\u00a0", "\r\n", "\n", ".", ":", ",", "(", ")", "’s", "&", "<b>"),
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=25).map(" ".join)
KINDS = st.lists(st.sampled_from([kind.value for kind in PassageKind]), max_size=5)


def test_every_component_gets_what_it_needs():
    assert build().analyze_pipes()["problems"] == {name: [] for name in build().pipe_names}


@settings(deadline=None, max_examples=150)
@given(TEXTS, KINDS)
def test_every_figure_is_a_slice_of_the_text(text, kinds):
    document = told(text, kinds, "2019-06-11")
    reading = read(document)
    for figure in reading.figures:
        assert text[figure.money.start : figure.money.end] == figure.money.surface
        assert text[figure.sentence_start :].startswith(figure.sentence)
        for evidence in figure.evidence:
            assert evidence.start is None or 0 <= evidence.start < evidence.end <= len(text)
    found = {figure.id for figure in reading.figures}
    assert all({e.total.id, *(term.figure.id for term in e.terms)} <= found for e in reading.equations)


@settings(deadline=None, max_examples=25)
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert read(told(text)) == read(told(text))


def test_nothing_is_read_from_boilerplate():
    document = told("Barts Health NHS Trust lost £3m.\nSubscribe for £1 a week.\nIt saved £2m.", ["paragraph", "boilerplate", "paragraph"])
    assert [f.money.surface for f in read(document).figures] == ["£3m", "£2m"]


def test_a_document_of_nothing_but_boilerplate_has_no_figures():
    assert read(told("Subscribe for £1 a week.", ["boilerplate"])).figures == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🎉", "£", "£5m"])
def test_the_smallest_documents_are_read(text):
    assert len(read(Document("case", "case.txt", "text", text)).figures) == (text == "£5m")


def feed():
    first, second = "Barts Health NHS Trust\nThe trust lost £3m last year.", "Leeds Teaching Hospitals NHS Trust\nThe trust lost £3m last year."
    text = f"{first}\n{second}"
    start = len(first) + 1
    stories = (Story(0, start, Byline(published_at="2019-06-11")), Story(start, len(text), Byline(published_at="2015-06-11")))
    passages, here = [], 0
    for line in text.split("\n"):
        passages.append(Passage(here, here + len(line), PassageKind.PARAGRAPH if "£" in line else PassageKind.HEADLINE))
        here += len(line) + 1
    return Document("case", "case.xml", "feed", text, passages=tuple(passages), stories=stories)


def test_stories_of_a_feed_keep_their_bodies_and_dates_apart():
    figures = read(feed()).figures
    assert [f.organisation.id for f in figures] == ["ods:R1H", "ods:RR8"]
    assert [f.period.label for f in figures] == ["2018-19", "2014-15"]


def paper(sections):
    """Sections of a heading, a bullet and two paragraphs, with eight sums each."""
    lines, kinds = [], []
    for i in range(sections):
        lines += [
            f"{i}. Norfolk County Council and Suffolk County Council",
            f"Savings of £{i + 1}m in 2018-19 against a plan of £{i + 2}m",
            f"The council spent £{i + 3}m, £{i + 4}m and £{i + 5}m, a total of £{3 * i + 12}m.",
            f"It was £{i + 6}m worse than its plan of £{i + 7}m last year.",
        ]
        kinds += ["heading", "bullet", "paragraph", "paragraph"]
    return told("\n".join(lines), kinds, "2019-06-11")


def headlines(sections):
    return told("\n".join(f"Harrowby Foods lost £5m\nThe firm lost £{i}m" for i in range(4 * sections)), ["headline"] * sections)


def one_sentence(sections):
    return told("Norfolk County Council gave £5m for roads, " * 8 * sections)


def table(sections):
    text, cells = "", []
    for row in range(1, 8 * sections + 2):
        for column, content in enumerate((f"Council {row}", "Deficit £000" if row == 1 else str(row)), 1):
            cells.append(Cell(row, column, len(text), len(text) + len(content), f"table 1 {row},{column}"))
            text += content + "\n"
    return Document("case", "case.html", "board", text, passages=(Passage(0, len(text), PassageKind.TABLE),), tables=(Table(1, tuple(cells)),))


@pytest.mark.parametrize("shape", [paper, headlines, one_sentence, table])
def test_work_grows_with_the_length_of_a_document(shape):
    """Four times the figures are no more than six times the work, in whatever shape they come. Counted in lines of Python, not in seconds."""
    assert steps(shape(32)) < 6 * steps(shape(8))


def steps(document):
    """How many lines of the pipeline run while a document is read."""
    count = Counter()

    def trace(frame, event, argument):
        if "/pipeline/" not in frame.f_code.co_filename:
            return None
        count[event] += 1
        return trace

    read(document)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(document)
    finally:
        sys.settrace(before)
    return count["line"]
