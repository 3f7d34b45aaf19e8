"""Plain text: which lines are which part, and what a text says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reading import read
from sources.text import passages_of

# each text with the parts that its lines play, one line each
CASES = {
    "headline, byline and date": (
        "Trust £5m in the red\n\nBy Ann Smith\nFen Echo, 8 October 2019\n\nIt lost £5m.\n",
        ["headline: Trust £5m in the red", "byline: By Ann Smith", "byline: Fen Echo, 8 October 2019", "paragraph: It lost £5m."],
    ),
    "leading bullets": (
        "• Deficit of £76m\n  • Others to pay £5m each\n\nFive systems were asked to help.",
        ["bullet: • Deficit of £76m", "bullet: • Others to pay £5m each", "paragraph: Five systems were asked to help."],
    ),
    "labels between paragraphs": (
        "The chair spoke first.\n\nYou may also want to watch:\n\nShe gave the sum.\n\nMost Read\n\nIt was £70m.",
        [
            "paragraph: The chair spoke first.", "boilerplate: You may also want to watch:", "paragraph: She gave the sum.",
            "boilerplate: Most Read", "paragraph: It was £70m.",
        ],
    ),
    "an appeal": (
        "It was £70m.\n\nBecome a Supporter\n\nPlease support this paper from £3 a month.\n\nBecome a Supporter",
        [
            "paragraph: It was £70m.", "boilerplate: Become a Supporter",
            "boilerplate: Please support this paper from £3 a month.", "boilerplate: Become a Supporter",
        ],
    ),
    "after an appeal the article goes on": (
        "Become a Supporter\n\nThe trust lost £5m.",
        ["boilerplate: Become a Supporter", "paragraph: The trust lost £5m."],
    ),
    "a footer": ("It was £70m.\n\n--\nA sample, £1 a copy.\n", ["paragraph: It was £70m.", "boilerplate: --", "boilerplate: A sample, £1 a copy."]),
    "a rule between parts is no footer": (
        "The first.\n\n--\n\n" + "\n\n".join(f"It lost £{n}m." for n in range(1, 7)),
        ["paragraph: The first.", "paragraph: --", *(f"paragraph: It lost £{n}m." for n in range(1, 7))],
    ),
    "photo credits and their copies": (
        "A trust chair, in her office. Pict\n\nA trust chair, in her office. Picture: Ann Smith\n\nShe resigned.\nthe wardthe ward\nthe ward",
        [
            "caption: A trust chair, in her office. Pict", "caption: A trust chair, in her office. Picture: Ann Smith", "paragraph: She resigned.",
            "caption: the wardthe ward", "caption: the ward",
        ],
    ),
    "paragraphs on lines": ("The first.\nThe second.\r\nThe third.", ["paragraph: The first.", "paragraph: The second.", "paragraph: The third."]),
    "wrapped lines are one paragraph": (
        "The trust has spent more than it had by the end of the month and\nexpects to borrow another five million pounds before the year is out.",
        ["paragraph: The trust has spent more than it had by the end of the month and\nexpects to borrow another five million pounds before the year is out."],
    ),
    "a by that is no byline": ("By Christmas it had lost £5m.", ["paragraph: By Christmas it had lost £5m."]),
    "a first line with a full stop": ("It lost £5m.\n\nMore follows.", ["paragraph: It lost £5m.", "paragraph: More follows."]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_passages(text, expected):
    assert [f"{p.kind.value}: {text[p.start : p.end]}" for p in passages_of(text)] == expected


def test_byline_is_read_off_the_text():
    (document,) = read("a.txt", "Trust £5m in the red\n\nBy Ann Smith\nFen Echo, 8th Oct 2019\n\nIt lost £5m.".encode()).documents
    byline = document.byline
    assert (byline.title, byline.author, byline.publisher, byline.published_at) == ("Trust £5m in the red", "Ann Smith", "Fen Echo", "2019-10-08")


def test_byte_order_mark_and_line_ends_stay():
    (document,) = read("a.txt", b"\xef\xbb\xbfIt lost\r\n\xc2\xa35m.\r\n").documents
    assert document.text == "\ufeffIt lost\r\n£5m.\r\n"
    assert [document.text[p.start : p.end] for p in document.passages] == ["It lost", "£5m."]


@given(st.text(alphabet=st.sampled_from("aB£5m.• \n\r\t-:#\u00a0\ufeff\u2028😟"), max_size=200))
def test_passages_lose_no_visible_character(text):
    assert _visible("".join(text[p.start : p.end] for p in passages_of(text))) == _visible(text)


def _visible(text):
    return [character for character in text if not character.isspace() and character != "\ufeff"]
