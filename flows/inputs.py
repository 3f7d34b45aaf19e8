"""The documents of the files that a command names, read one after the other; what cannot be read is said and counted."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from flows.output import complain
from pipeline.errors import CrossfootError
from pipeline.model import Document
from sources.base import Item, Outcome, Refusal
from sources.isolation import Reader
from sources.snapshots import whole_bytes

STANDARD_INPUT = "-"


class Inputs:
    """Iterates over the documents of `files`; afterwards `refused` says how many inputs could not be read."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self.refused = 0

    def __iter__(self) -> Iterator[Document]:
        with Reader() as reader:
            for file in self._files:
                outcome = self._read(reader, file)
                yield from outcome.documents
                for refusal in outcome.refusals:
                    complain(refusal.name, refusal.reason, refusal.next)
                self.refused += len(outcome.refusals)

    def exit(self) -> None:
        """Ends the command: 1 where an input could not be read."""
        sys.exit(1 if self.refused else 0)

    def _read(self, reader: Reader, file: str) -> Outcome:
        try:
            if file == STANDARD_INPUT:
                return _named_as_given(_read_stdin(reader))
            return reader.read(file, whole_bytes(Item(file, Path(file))))
        except CrossfootError as error:
            return Outcome(refusals=(Refusal.of(file, error),))


def _read_stdin(reader: Reader) -> Outcome:
    """JSON lines and plain text are told apart by how they begin."""
    data = sys.stdin.buffer.read()
    return reader.read("-.jsonl" if data.lstrip().startswith(b"{") else "-.txt", data)


def _named_as_given(outcome: Outcome) -> Outcome:
    documents = (replace(document, name=STANDARD_INPUT) if document.name == "-.txt" else document for document in outcome.documents)
    refusals = (replace(refusal, name=re.sub(r"^-\.\w+", "standard input", refusal.name)) for refusal in outcome.refusals)
    return Outcome(tuple(documents), tuple(refusals))
