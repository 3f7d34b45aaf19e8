"""Feeds: a story for each entry, and nothing fetched, expanded or lost."""

import http.server
import threading

import pytest

from sources.newsroom import newsroom
from sources.reading import read

PATHS = {item.name: item.path for item in newsroom().items()}


def document(name: str):
    (found,) = read(name, PATHS[name].read_bytes()).documents
    return found


def told(found):
    return [found.text[story.start : story.end] for story in found.stories]


def feed(items: str, head: str = "", link: str = "https://p.example/news/") -> bytes:
    return f"<?xml version='1.0'?>{head}<rss version='2.0'><channel><title>P</title><link>{link}</link>{items}</channel></rss>".encode()


def test_every_entry_is_a_story_with_its_byline():
    found = document("feed.xml")
    assert (found.kind, len(found.stories)) == ("feed", 10)
    byline = found.stories[0].byline
    assert (byline.publisher, byline.author) == ("Lea Valley Gazette", "Tobias Wren, Local Democracy Correspondent")
    assert (byline.published_at, byline.url) == ("2019-10-08T14:00:00+01:00", "https://newsroom.example/articles/a11.html")
    assert (byline.modified_at, byline.guid) == (None, "tag:newsroom.example,2019:a11")
    assert told(found)[0].startswith("£5million of Herts health cash goes to prop up Cambridgeshire\n\nCommissioners still waiting")


def test_doubly_escaped_entities_are_decoded():
    assert document("feed.xml").stories[5].byline.title == "Review of CCG’s finances finds problems ‘among worst in England’ & weak grip on £1.2bn budget"


def test_entries_with_one_guid_both_stay():
    titles = [story.byline.title for story in document("feed.xml").stories[6:8]]
    assert titles == ["Deficit at county's health body trebles to £48.2 million", "County's health body faces £48 million deficit"]


def test_atom_content_and_a_link_relative_to_the_feed():
    found = document("feed.atom")
    assert found.stories[0].byline.url == "https://newsroom.example/articles/a08.html"
    assert found.stories[2].byline.published_at == found.stories[2].byline.modified_at == "2018-02-15T06:00:00Z"
    assert "deficit of £55m. Its first forecast was £25m." in told(found)[2]
    assert "deficit of £25.3m, which is £9.7m worse" in told(found)[3]


def test_a_summary_that_the_content_repeats_is_told_once():
    content = "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>&lt;p&gt;It is £5m.&lt;/p&gt;&lt;p&gt;More&lt;/p&gt;</content:encoded>"
    item = f"<item><title>T</title><description>It is £5m.</description>{content}</item>"
    assert told(read("a.xml", feed(item)).documents[0]) == ["T\n\nIt is £5m.\n\nMore"]


def test_external_entities_stay_out(tmp_path):
    (tmp_path / "secret").write_text("s3cret")
    head = f"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]>"
    found = read("a.xml", feed("<item><title>It is £5m. &x;</title></item>", head)).documents[0]
    assert "It is £5m." in found.text
    assert "s3cret" not in found.text


def test_entities_that_multiply_are_not_expanded():
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    found = read(
        "a.xml", feed("<item><title>It is £5m.</title><description>&l11;</description></item>", f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]>")
    ).documents[0]
    assert len(found.text) < 1000


def test_nothing_is_fetched():
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        head = f"<?xml-stylesheet href='{address}/s.xsl'?><!DOCTYPE rss SYSTEM '{address}/rss.dtd'>"
        read("a.xml", feed(f"<item><title>T</title><link>{address}/1</link></item>", head, address))
        with pytest.raises(Exception, match="not a feed"):
            read("a.xml", f"{address}/feed.xml".encode())
        server.shutdown()
    assert asked == []


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("Tue, 08 Oct 2019 14:00:00 +0100", "2019-10-08T14:00:00+01:00"), ("2019-10-08T14:00:00Z", "2019-10-08T14:00:00Z"), ("some day", None), ("", None)],
)
def test_times(printed, expected):
    found = read("a.xml", feed(f"<item><title>T</title><pubDate>{printed}</pubDate></item>")).documents[0]
    assert found.stories[0].byline.published_at == expected


@pytest.mark.parametrize(("link", "expected"), [("../a", "https://p.example/a"), ("javascript:alert(1)", None), ("http://[", None), ("", None)])
def test_addresses(link, expected):
    found = read("a.xml", feed(f"<item><title>T</title><link>{link}</link></item>")).documents[0]
    assert found.stories[0].byline.url == expected
