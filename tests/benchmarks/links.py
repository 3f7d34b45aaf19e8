"""How often names are found and linked as the labelled articles have them, by the rule that linked them, and whose the figures are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows import records
from flows.scoring.agreement import right
from pipeline.language import read as understand
from pipeline.model import Figure, MentionForm, OrganisationMention
from sources.reading import read
from tests.training.labels import ARTICLES, HELD, Row, rows


@dataclass(slots=True)
class Tally:
    """What was found in some articles, and how much of it is right."""

    found: int = 0
    wanted: int = 0
    hits: int = 0
    linked: Counter[str] = field(default_factory=Counter)
    correct: Counter[str] = field(default_factory=Counter)
    owners: Counter[tuple[bool, bool]] = field(default_factory=Counter)


def lines() -> Iterator[str]:
    """First the articles that names were learnt from, then those that were kept back."""
    for title, path in (("learnt from", ARTICLES), ("kept back", HELD)):
        yield f"articles {title}:"
        yield from _report(_tally(path))


def _tally(path: Path) -> Tally:
    tally = Tally()
    for document, labels in zip(read(path.name, path.read_bytes()).documents, rows(path), strict=True):
        reading = understand(document, names_everywhere=True)
        _count_names(tally, [m for m in reading.organisations if m.form is MentionForm.NAME], labels["mentions"])
        _count_owners(tally, reading.figures, labels["figures"])
    return tally


def _count_names(tally: Tally, names: Sequence[OrganisationMention], marks: Sequence[Row]) -> None:
    tally.wanted += sum(not row.get("optional") for row in marks)
    for mention in names:
        row = next((row for row in marks if _is_same_place(mention, row)), None)
        if row is None or not row.get("optional"):
            tally.found += 1
            tally.hits += row is not None
            tally.linked[mention.rule] += 1
            tally.correct[mention.rule] += row is not None and (row["id"] is None or row["id"] == mention.organisation.id)


def _count_owners(tally: Tally, figures: Sequence[Figure], marks: Sequence[Row]) -> None:
    given = {(f.money.start, f.money.end): records.organisation(f.organisation) for f in figures}
    for row in marks:
        if "organisation" in row and not row.get("boilerplate"):
            place = row["start"], row["end"]
            is_right = place in given and right("organisation", row["organisation"], given[place])
            tally.owners[_is_registered(row["organisation"]), is_right] += 1


def _report(tally: Tally) -> Iterator[str]:
    yield f"  names: precision {tally.hits / tally.found:.3f}  recall {tally.hits / tally.wanted:.3f}"
    for rule, count in tally.linked.most_common():
        yield f"  {rule:28}{tally.correct[rule]:5} of {count:5} right  {tally.correct[rule] / count:.2f}"
    for registered, whose in ((True, "in the register"), (False, "not in it")):
        share = tally.owners[registered, True] / (tally.owners[registered, True] + tally.owners[registered, False])
        yield f"  organisation of a figure, {whose}: {share:.3f}"


def _is_same_place(mention: OrganisationMention, row: Row) -> bool:
    shared = min(mention.end, row["end"]) - max(mention.start, row["start"])
    return 2 * shared >= max(mention.end, row["end"]) - min(mention.start, row["start"])


def _is_registered(organisation: object) -> bool:
    wanted = organisation if isinstance(organisation, list) else [organisation]
    return any(isinstance(body, dict) and body["id"] for body in wanted)
