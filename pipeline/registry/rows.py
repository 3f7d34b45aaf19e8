"""Reads CSV files that anybody may have written: rows of named columns, each with its place, or a refusal that names the place."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from pipeline.errors import RegisterError

MOST_BYTES = 64 * 2**20
# tab, line feed and carriage return are the only controls that a CSV file needs
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def table(path: Path, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of a CSV file with a header: the place of each, and its cells in the order `required` + `optional`; an absent optional column is empty.

    Where optional columns are named no others may be there: a misspelt one would be lost without a word.

    Raises RegisterError with file, line and reason: it is not CSV in UTF-8; a column is missing or there twice; a row is longer or shorter, or there twice.
    """
    text = text_of(path)
    if text.startswith("\ufeff"):
        raise RegisterError("it begins with a byte order mark", where=f"{path}, line 1", next="save it as UTF-8 without BOM")
    lines = records(path, text)
    where, header = next(lines, (f"{path}, line 1", []))
    _check_header(header, required, optional, where)
    width = len(header)
    pick = itemgetter(*(header.index(column) if column in header else width for column in required + optional))
    seen: set[tuple[str, ...]] = set()
    for where, cells in lines:
        if len(cells) != width:
            raise RegisterError(f"a row of {len(cells)} cells under {width} columns", where=where, next="quote names that hold a comma")
        row = pick([*cells, ""])
        if row in seen:
            raise RegisterError("this row is there twice", where=where, next="delete one of them")
        seen.add(row)
        yield where, row


def text_of(path: Path, encodings: tuple[str, ...] = ("UTF-8",)) -> str:
    """The text of a file, in the first of the encodings that fits; a byte order mark stays.

    Raises RegisterError where none fits, or the file is not there, too large, an archive, or holds control characters.
    """
    data = _bytes_of(path)
    if data.startswith(b"PK\x03\x04"):
        raise RegisterError("an archive or a workbook", where=str(path), next="unpack it, or save the sheet as CSV")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError as error:
            line, byte = data.count(b"\n", 0, error.start) + 1, data[error.start]
    else:
        raise RegisterError(f"not {' or '.join(encodings)} (byte 0x{byte:02X})", where=f"{path}, line {line}", next="save it as UTF-8 without BOM")
    if control := _CONTROL.search(text):
        where = f"{path}, line {text.count(chr(10), 0, control.start()) + 1}"
        raise RegisterError(f"a control character (U+{ord(control[0]):04X})", where=where, next="delete it")
    return text


def records(path: Path, text: str) -> Iterator[tuple[str, list[str]]]:
    """The rows of a CSV text with the place where each begins; blank lines are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    name, line = str(path), 1
    try:
        for cells in reader:
            if cells:
                yield f"{name}, line {line}", cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise RegisterError(f"not CSV ({error})", where=f"{name}, line {line}", next="close every quotation mark, and double those inside a cell") from error


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file() or (size := path.stat().st_size) <= MOST_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise RegisterError(f"cannot be read ({error.strerror})", where=str(path), next="check that it is there and that you may read it") from error
    raise RegisterError(f"too large ({size // 2**20} MB)", where=str(path), next=f"check that it is the right file; at most {MOST_BYTES // 2**20} MB are read")


def _check_header(header: list[str], required: tuple[str, ...], optional: tuple[str, ...], where: str) -> None:
    columns = f"the columns are {', '.join(required + optional)}"
    if missing := [column for column in required if column not in header]:
        raise RegisterError(f"no column {', '.join(missing)}", where=where, next=columns)
    if twice := [column for column in header if header.count(column) > 1]:
        raise RegisterError(f"the column {twice[0]} is there twice", where=where, next="delete one of them")
    if strange := [column for column in header if optional and column not in required + optional]:
        raise RegisterError(f"nobody reads the column {strange[0]!r}", where=where, next=columns)
