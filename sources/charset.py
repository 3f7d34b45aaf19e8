"""Which characters the bytes of a page stand for."""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{1,40})""")
DECLARED_WITHIN = 4096
# what pages call Latin-1 is windows-1252, says the HTML standard; a page that is valid UTF-8 beside it is UTF-8
WESTERN = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15"})


def decode(data: bytes) -> str:
    """The page as text: by byte-order mark, then by what it declares, then UTF-8, then windows-1252; bytes that stand for nothing become U+FFFD.

    >>> decode(b"<meta charset=iso-8859-1>\\xa35m"), decode("£5m".encode())
    ('<meta charset=iso-8859-1>£5m', '£5m')
    """
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    for name in filter(None, (_declared(data), "utf-8")):
        try:
            return data.decode(name)
        except ValueError:
            continue
    return data.decode("cp1252", errors="replace")


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:DECLARED_WITHIN])
    try:
        # codecs that are no character sets (zip, rot13) are not taken at their word
        codec = codecs.lookup(found[1].decode("ascii")) if found else None
    except LookupError:
        return None
    return codec.name if codec and codec._is_text_encoding and codec.name not in WESTERN and not codec.name.startswith("utf-16") else None
