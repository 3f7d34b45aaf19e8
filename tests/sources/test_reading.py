"""Which inputs are refused, and in which words."""

import pytest

from pipeline.errors import CrossfootError
from sources.reading import read

REFUSED = {
    "empty": ("a.txt", b"", "a.txt: the file is empty"),
    "binary": ("a.txt", b"PK\x03\x04\x00\x00", "a.txt: not a text file: a NUL byte at byte 4"),
    "Latin-1": ("a.txt", "Deficit of £5m".encode("latin-1"), "not UTF-8: byte 11 is 0xa3; convert it: iconv -f WINDOWS-1252 -t UTF-8 a.txt"),
    "UTF-16": ("a.txt", "£5m".encode("utf-16"), "not a text file"),
    "blank": ("a.txt", b" \n\t\n", "holds no text"),
    "workbook": ("a.xlsx", b"PK", "no reader for .xlsx yet"),
    "picture": ("a.PNG", b"\x89PNG", "no reader for .png yet"),
    "no suffix": ("README", b"text", "no reader for files without a suffix yet"),
    "page without text": ("a.html", b"<html><body><script>x</script></body></html>", "shows no text"),
    "not a feed": ("a.xml", b"<?xml version='1.0'?><invoice><total>5</total></invoice>", "not a feed"),
    "feed without entries": ("a.rss", b"<rss version='2.0'><channel><title>T</title></channel></rss>", "a feed without entries"),
    "not a PDF": ("a.pdf", b"hello", "not a PDF"),
    "PDF cut short": ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<", "not a PDF"),
    "not a Word document": ("a.docx", b"hello", "not a Word document"),
}


@pytest.mark.parametrize(("name", "data", "message"), REFUSED.values(), ids=REFUSED)
def test_refusal_names_the_file_and_what_to_do(name, data, message):
    with pytest.raises(CrossfootError) as caught:
        read(name, data)
    assert message in str(caught.value)
    assert caught.value.where == name
    assert caught.value.next
