"""PDF: paragraphs, page numbers, and what is refused."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from pipeline.errors import CrossfootError
from sources.base import Limits
from sources.reading import read


def drawn(*pages: list[tuple[float, str]], **options: object) -> bytes:
    """A PDF of lines at heights."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    for page in pages:
        for height, line in page:
            canvas.setFont("Helvetica", 11)
            canvas.drawString(60, height, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def passages(data: bytes) -> list[tuple[int, str, str]]:
    (document,) = read("a.pdf", data).documents
    return [(p.page, p.kind.value, document.text[p.start : p.end]) for p in document.passages]


def test_wrapped_lines_join_and_gaps_divide():
    lines = [
        "The trust has spent more than it had by the end of the month and ex-",
        "pects to borrow £5m before the year is out, at a cost of about £3m-",
        "£4m.",
        "The board was told.",
    ]
    data = drawn([(700, lines[0]), (686, lines[1]), (672, lines[2]), (640, lines[3])])
    joined = "The trust has spent more than it had by the end of the month and ex-pects to borrow £5m before the year is out, at a cost of about £3m-£4m."
    assert passages(data) == [(1, "paragraph", joined), (1, "paragraph", "The board was told.")]


def test_rows_of_figures_keep_their_lines():
    data = drawn([(700, "Acute 516,291 540,241 (23,950)"), (680, "Prescribing 117,746 120,306 (2,560)")])
    assert passages(data) == [(1, "paragraph", "Acute 516,291 540,241 (23,950)\nPrescribing 117,746 120,306 (2,560)")]


def test_running_heads_come_last_as_boilerplate_with_their_pages():
    data = drawn(*([(810, "Finance report, fee £5"), (500, f"It lost £{n}m."), (30, f"Page {n} of 3")] for n in (1, 2, 3)))
    found = passages(data)
    assert found[:3] == [(n, "paragraph", f"It lost £{n}m.") for n in (1, 2, 3)]
    assert found[3:] == [(n, "boilerplate", text) for n in (1, 2, 3) for text in ("Finance report, fee £5", f"Page {n} of 3")]


def test_set_paragraphs_come_back_whole():
    buffer, style = io.BytesIO(), getSampleStyleSheet()["BodyText"]
    texts = [
        f"In month {n} the trust spent £{n}.{n}m on agency staff, which is more than it had planned to spend on them in the whole of the year before last."
        for n in range(1, 60)
    ]
    SimpleDocTemplate(buffer, pagesize=A4, title="Month by month").build([flowable for text in texts for flowable in (Paragraph(text, style), Spacer(1, 6))])
    (document,) = read("a.pdf", buffer.getvalue()).documents
    assert document.byline.title == "Month by month"
    found = [document.text[p.start : p.end] for p in document.passages]
    assert " ".join(found) == " ".join(texts)
    # a page may end inside a paragraph
    assert len(found) <= len(texts) + 3


def scan() -> bytes:
    from PIL import Image

    buffer, picture = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(picture, "PNG")
    canvas = Canvas(buffer)
    canvas.drawInlineImage(Image.open(picture), 0, 0)
    canvas.showPage()
    canvas.drawString(60, 600, "It lost £5m.")
    canvas.save()
    return buffer.getvalue()


def test_a_scanned_page_among_others_is_refused_alone():
    outcome = read("a.pdf", scan())
    assert [document.text for document in outcome.documents] == ["It lost £5m."]
    assert [(refusal.name, refusal.reason) for refusal in outcome.refusals] == [("a.pdf, page 1", "no text layer")]
    assert "OCR" in outcome.refusals[0].next


REFUSED = {
    "nothing but pictures": (drawn([]), Limits(), "no text layer; scanned pages need OCR, which crossfoot cannot do yet"),
    "encrypted": (drawn([(700, "secret")], encrypt=StandardEncryption("opensesame")), Limits(), "encrypted"),
    "too many pages": (drawn(*[[(700, "x")]] * 12), Limits(pages=10), "12 pages are more than the 10 that are read"),
    "too many characters": (drawn([(700, "x" * 50)]), Limits(characters=40), "characters are more than are read"),
}


@pytest.mark.parametrize(("data", "limits", "message"), REFUSED.values(), ids=REFUSED)
def test_refusals(data, limits, message):
    with pytest.raises(CrossfootError) as caught:
        read("a.pdf", data, limits)
    assert message in str(caught.value)


def test_a_broken_page_is_refused_and_the_others_are_read():
    whole = drawn([(700, "First.")], [(700, "Second.")], [(700, "Third.")])
    broken = whole.replace(b"/Type /Page\n", b"/Type /Pogo\n", 1) if b"/Type /Page\n" in whole else whole.replace(b"/Type /Page ", b"/Type /Pogo ", 1)
    assert broken != whole
    outcome = read("a.pdf", broken)
    assert "Third." in outcome.documents[0].text
