"""HTML: characters, hostile pages, and spans that hold for every page."""

import time
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import PassageKind
from sources.reading import read

ENCODED = {
    "declared windows-1252": '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>£5m – “so”'.encode("cp1252"),
    "declared Latin-1, in fact windows-1252": "<meta charset=iso-8859-1><p>£5m – “so”".encode("cp1252"),
    "undeclared UTF-8": "<p>£5m – “so”".encode(),
    "undeclared windows-1252": "<p>£5m – “so”".encode("cp1252"),
    "declared Latin-1, in fact UTF-8": "<meta charset=iso-8859-1><p>£5m – “so”".encode(),
    "byte-order mark against the declaration": b"\xef\xbb\xbf" + "<meta charset=iso-8859-1><p>£5m – “so”".encode(),
    "UTF-16": "<p>£5m – “so”".encode("utf-16"),
    "entities": b"<p>&pound;5m &ndash; &ldquo;so&#8221;",
    "numbers that mean windows-1252": b"<p>&#163;5m &#150; &#147;so&#148;",
    "a charset that is none": "<meta charset=zip><p>£5m – “so”".encode(),
}


def text_of(page: bytes) -> str:
    (document,) = read("a.html", page).documents
    return document.text


@pytest.mark.parametrize("page", ENCODED.values(), ids=ENCODED)
def test_characters(page):
    assert text_of(page) == "£5m – “so”"


def test_white_space_is_folded_but_for_no_break_spaces_and_emoji_stay():
    assert text_of("<p> £48.2&nbsp;million\n\t in  the <b>red</b> 👩🏽‍⚕️</p>".encode()) == "£48.2\u00a0million in the red 👩🏽‍⚕️"


HOSTILE = {
    "100,000 nested divs": b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
    "20,000 nested tables": b"<table><tr><td>" * 20_000,
    "20,000 unclosed bold paragraphs": b"<p><b>x" * 20_000,
    "10 MB on one line": b"<p>" + "It lost £5m in 2019. ".encode() * 450_000 + b"</p>",
    "10 MB of spaces": b"<p>" + b" " * 10_000_000 + b"</p>",
    "cells that claim to be wide and high": b"<table>" + b"<tr><th>a<td colspan=1000 rowspan=9999>5</tr>" * 2_000 + b"</table>",
    "linked data nested 50,000 deep": b'<script type="application/ld+json">' + b"[" * 50_000 + b"</script>",
}


@pytest.mark.parametrize("middle", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read_whole_and_soon(middle):
    started = time.process_time()
    text = text_of(b"<html><body><p>The beginning.</p>" + middle + "<p>The end is £5m.</p>".encode())
    assert "The beginning." in text
    assert "The end is £5m." in text
    assert time.process_time() - started < 30


def test_text_outside_any_article_is_kept_as_boilerplate():
    (document,) = read("a.html", b"<nav>Home</nav><article><h1>Deficit</h1><p>It is 5m.</p></article><aside>Buy now</aside>").documents
    rest = [document.text[p.start : p.end] for p in document.passages if p.kind is PassageKind.BOILERPLATE]
    assert rest == ["Home", "Buy now"]


def test_a_title_repeated_below_the_article_is_not_its_headline():
    article = b"<article><p>%s</p></article>" % (b"The trust lost 5m in the year to March. " * 10)
    (document,) = read("a.html", b"<title>Deficit</title>" + article + b"<div class=trending><h3>Deficit</h3></div>").documents
    assert [p.kind for p in document.passages] == [PassageKind.PARAGRAPH, PassageKind.BOILERPLATE]


def test_a_date_in_the_body_is_not_the_day_of_publication():
    paragraphs = b"<p>The trust lost 5m in the year, more than it had planned to lose.</p>" * 8
    (document,) = read("a.html", b"<h1>Deficit</h1>" + paragraphs + b"<h2>31 March 2019</h2>" + paragraphs).documents
    assert document.byline.published_at is None


CHANGED = {
    "linked data": b'<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2019-10-09"}</script>',
    "a property of the head": b'<meta property="article:modified_time" content="2019-10-09">',
    "microdata": b'<time itemprop="dateModified" datetime="2019-10-09">yesterday</time>',
    "the first that is a date": b'<meta itemprop="dateModified" content="lately"><meta property="article:modified_time" content="2019-10-09">',
}


@pytest.mark.parametrize("said", CHANGED.values(), ids=CHANGED)
def test_the_day_of_the_last_change(said):
    (document,) = read("a.html", said + b"<h1>Deficit</h1><time datetime='2019-10-08'>8 October</time><p>It is 5m.</p>").documents
    assert (document.byline.published_at, document.byline.modified_at) == ("2019-10-08", "2019-10-09")


BITS = """<p>|</p>|<div class=ad>|</div>|<article>|</article>|<h1>|</h1>|<table>|<tr>|<td>|<th>|</table>|<br>|<ul><li>|</ul>|<span class=caption>|</span>
|<a href=x>|</a>|<aside>|</aside>|£5m| &nbsp; |Deficit of &pound;5.|By Ann Smith|\n|😟|Most Read|12"""
MARKUP = st.lists(st.sampled_from(BITS.split("|")), max_size=60).map("".join)


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_passages_and_cells_are_slices_that_lose_nothing(markup):
    (document,) = read("a.html", f"<title></title>{markup} Some text.".encode()).documents
    passages = "".join(document.text[p.start : p.end] for p in document.passages)
    assert visible(passages) == visible(document.text) == visible(BeautifulSoup(f"<title></title>{markup} Some text.", "lxml").get_text())
    for table in document.tables:
        whole = next(p for p in document.passages if p.start <= table.cells[0].start and table.cells[-1].end <= p.end)
        assert all(whole.start <= cell.start <= cell.end <= whole.end for cell in table.cells)


def visible(text: str) -> Counter[str]:
    """The visible characters of a text, in whatever order."""
    return Counter("".join(text.split()))
