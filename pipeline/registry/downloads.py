"""Recognises a downloaded file by what is in it, and reads it."""

from __future__ import annotations

import itertools
from pathlib import Path

from pipeline.errors import RegisterError
from pipeline.registry import ods, ons
from pipeline.registry.published import Publication
from pipeline.registry.rows import records, text_of

RECOGNISED = (
    "recognised are organisation and succession files of the Organisation Data Service (etr, ect, eccg, eauth, eother, succ, succarc; no header), "
    "its search and export (columns Code, Name, Legal Start Date, Legal End Date), and lists and look-ups of ONS (columns such as ICB24CDH and ICB24NM)"
)
_FORMATS = (
    (ods.is_organisations, ods.organisations),
    (ods.is_successions, ods.successions),
    (ods.is_export, ods.export),
    (ons.is_lookup, ons.lookup),
)


def read_download(path: Path) -> Publication:
    """Reads a file as the Organisation Data Service or ONS publish it; a byte order mark and Windows' encoding are usual there.

    Raises RegisterError with file, line and reason where it is none of them, or holds nothing that the register keeps.
    """
    rows = records(path, text_of(path, ("UTF-8", "CP1252")).removeprefix("\ufeff"))
    first = next(rows, (f"{path}, line 1", []))
    read = next((read for fits, read in _FORMATS if fits(first[1])), None)
    if not read:
        raise RegisterError("not a format that is known", where=first[0], next=RECOGNISED)
    publication = read(itertools.chain([first], rows))
    if not publication.bodies and not publication.handovers:
        raise RegisterError("no body of a kind that the register keeps", where=str(path), next=RECOGNISED)
    return publication
