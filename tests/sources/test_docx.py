"""Word documents: paragraphs and tables in order, merged cells once, and bombs."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement

from pipeline.errors import CrossfootError
from sources.base import Limits
from sources.reading import read


def saved(word) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def paper():
    word = docx.Document()
    word.add_paragraph("Outturn", style="Title")
    word.add_heading("1. Position", 1)
    word.add_paragraph("The system lost\u00a0£97.6m.")
    table = word.add_table(rows=4, cols=3)
    for row, texts in enumerate(
        [("Organisation", "2018/19", ""), ("", "Plan £000", "Actual £000"), ("Norwich", "(2,400)", "(58,641)"), ("Lynn", "(1,000)", "(35,800)")]
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    word.add_paragraph("£21.3m of beds", style="List Bullet")
    return word


def test_order_kinds_and_title():
    (document,) = read("a.docx", saved(paper())).documents
    assert (document.kind, document.byline.title) == ("board", "Outturn")
    parts = [(p.kind.value, document.text[p.start : p.end]) for p in document.passages]
    assert parts == [
        ("headline", "Outturn"),
        ("heading", "1. Position"),
        ("paragraph", "The system lost\u00a0£97.6m."),
        ("table", "Organisation\t2018/19\nPlan £000\tActual £000\nNorwich\t(2,400)\t(58,641)\nLynn\t(1,000)\t(35,800)"),
        ("bullet", "£21.3m of beds"),
    ]


def test_merged_cells_stand_once_and_the_others_keep_their_places():
    (document,) = read("a.docx", saved(paper())).documents
    (table,) = document.tables
    cells = {(c.row, c.column): (document.text[c.start : c.end], c.row_span, c.column_span, c.reference) for c in table.cells}
    assert cells[1, 1] == ("Organisation", 2, 1, "table 1 1,1")
    assert cells[1, 2] == ("2018/19", 1, 2, "table 1 1,2")
    assert cells[2, 3] == ("Actual £000", 1, 1, "table 1 2,3")
    assert cells[3, 3] == ("(58,641)", 1, 1, "table 1 3,3")
    assert (table.header_rows, table.header_columns, len(cells)) == (2, 1, 10)


def test_text_in_a_table_within_a_table_is_kept():
    word = docx.Document()
    outer = word.add_table(rows=2, cols=2)
    inner = outer.cell(1, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "£5m"
    (document,) = read("a.docx", saved(word)).documents
    assert document.text.count("£5m") == 1


def test_inserted_and_linked_runs_are_read():
    word = docx.Document()
    paragraph = word.add_paragraph("It lost ")
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run("£5m")._r)
    paragraph._p.append(inserted)
    (document,) = read("a.docx", saved(word)).documents
    assert document.text == "It lost £5m"


def with_member(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO(saved(paper()))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(CrossfootError, match="unpacks to more than 256 MB"):
        read("a.docx", with_member("word/media/bomb.bin", bytes(300 * 2**20)))
    with pytest.raises(CrossfootError, match="unpacks to more than 1 MB"):
        read("a.docx", with_member("word/media/bomb.bin", bytes(2 * 2**20)), Limits(inflated=2**20))


def test_external_entities_stay_out(tmp_path):
    (tmp_path / "secret").write_text("s3cret")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(paper()))) as whole, zipfile.ZipFile(buffer, "w") as changed:
        for member in whole.namelist():
            data = whole.read(member)
            if member == "word/document.xml":
                entity = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]><w:document'.encode()
                data = data.replace(b"<w:document", entity, 1).replace(b"1. Position", b"1. Position &s;")
            changed.writestr(member, data)
    try:
        text = read("a.docx", buffer.getvalue()).documents[0].text
    except CrossfootError:
        return  # refusing the file is as good
    assert "s3cret" not in text
