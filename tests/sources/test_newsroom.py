"""Every article of the sample newsroom is read whole, and nothing of its page's furniture is taken for it."""

import json
from functools import cache
from pathlib import Path

import pytest

from pipeline.model import Document, PassageKind
from sources.newsroom import newsroom
from sources.reading import read

GOLD = Path(__file__).parent.parent / "newsroom"
PATHS = {item.name: item.path for item in newsroom().items()}
ARTICLES = [json.loads(line) for line in (GOLD / "articles.jsonl").read_text("utf-8").splitlines()]
FIGURES = [json.loads(line) for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines()]
BESIDE = {PassageKind.BOILERPLATE, PassageKind.CAPTION, PassageKind.PULLQUOTE, PassageKind.HEADLINE, PassageKind.STANDFIRST, PassageKind.BYLINE}
PROSE = [f for f in FIGURES if f.get("context") and f["document"] in PATHS and not f["document"].endswith((".xlsx", "p02.pdf"))]
CELLS = [f for f in FIGURES if f.get("cell") and f["document"] in ("board/p03.docx", "board/p05.html")]


@cache
def document(name: str) -> Document:
    (found,) = read(name, PATHS[name].read_bytes()).documents
    return found


def said(name: str, *without: PassageKind) -> str:
    """The text of all passages but some kinds, white space folded."""
    found = document(name)
    return folded(" ".join(found.text[p.start : p.end] for p in found.passages if p.kind not in without))


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["document"])
def test_body_is_the_article(article):
    assert said(article["document"], *BESIDE) == folded(article["body"])


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["document"])
def test_metadata(article):
    byline = document(article["document"]).byline
    assert (byline.title, byline.publisher, byline.author) == (article["title"], article["publisher"], article["author"])
    # plain text carries no address, and only its day
    is_text = article["document"].endswith(".txt")
    assert byline.url == (None if is_text else article["url"])
    assert article["published_at"].startswith(byline.published_at)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["document"])
def test_headline_and_standfirst(article):
    found = document(article["document"])
    parts = {p.kind: found.text[p.start : p.end] for p in found.passages}
    assert folded(parts[PassageKind.HEADLINE]) == article["title"]
    assert parts.get(PassageKind.STANDFIRST) == article["standfirst"]


@pytest.mark.parametrize("figure", [f for f in PROSE if f.get("boilerplate")], ids=lambda f: f"{f['document']} {f['surface']}")
def test_sums_of_the_page_are_outside_the_article(figure):
    context = folded(figure["context"])
    assert context not in said(figure["document"], PassageKind.BOILERPLATE)
    assert context in said(figure["document"])


@pytest.mark.parametrize("figure", [f for f in PROSE if not f.get("boilerplate")], ids=lambda f: f["id"])
def test_figures_of_the_article_are_in_it(figure):
    assert folded(figure["context"]) in said(figure["document"], PassageKind.BOILERPLATE)


@pytest.mark.parametrize("figure", CELLS, ids=lambda f: f["id"])
def test_cells_are_where_the_table_has_them(figure):
    found = document(figure["document"])
    texts = {cell.reference: found.text[cell.start : cell.end] for table in found.tables for cell in table.cells}
    assert texts[figure["cell"]] == figure["surface"]


def test_kinds():
    kinds = {name: document(name).kind for name in PATHS if not name.endswith((".xlsx", "p02.pdf"))}
    assert {name for name, kind in kinds.items() if kind == "board"} == {"board/p01.pdf", "board/p03.docx", "board/p05.html"}
    assert {name for name, kind in kinds.items() if kind == "feed"} == {"feed.xml", "feed.atom"}
    assert len(kinds) == newsroom().minimum


def test_text_files_are_untouched():
    for name in ("articles/a13.txt", "articles/a14.txt"):
        assert document(name).text == PATHS[name].read_bytes().decode()
