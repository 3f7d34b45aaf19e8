"""How often names are found and linked as the labelled articles have them, by the rule that linked them, and whose the figures are."""

from collections import Counter
from collections.abc import Iterator

from flows import records
from pipeline.language import read as understand
from pipeline.model import MentionForm, OrganisationMention
from sources.reading import read
from tests.scoring import right
from tests.training.labels import ARTICLES, Row, rows


def lines() -> Iterator[str]:
    """The articles were used to learn from: expect a little less on others."""
    linked, correct, found, wanted, hits = Counter[str](), Counter[str](), 0, 0, 0
    owners: Counter[tuple[bool, bool]] = Counter()
    for document, labels in zip(read(ARTICLES.name, ARTICLES.read_bytes()).documents, rows(ARTICLES), strict=True):
        reading = understand(document, names_everywhere=True)
        names = [m for m in reading.organisations if m.form is MentionForm.NAME]
        pairs = [(m, next((row for row in labels["mentions"] if _is_same_place(m, row)), None)) for m in names]
        for mention, row in pairs:
            if row is None or not row.get("optional"):
                found += 1
                hits += row is not None
                linked[mention.rule] += 1
                correct[mention.rule] += row is not None and (row["id"] is None or row["id"] == mention.organisation.id)
        wanted += sum(not row.get("optional") for row in labels["mentions"])
        given = {(f.money.start, f.money.end): records.organisation(f.organisation) for f in reading.figures}
        for row in labels["figures"]:
            if "organisation" in row and not row.get("boilerplate"):
                place = row["start"], row["end"]
                owners[_is_registered(row["organisation"]), place in given and right("organisation", row["organisation"], given[place])] += 1
    yield f"names: precision {hits / found:.3f}  recall {hits / wanted:.3f}"
    yield from (f"{rule:28}{correct[rule]:5} of {count:5} right  {correct[rule] / count:.2f}" for rule, count in linked.most_common())
    for registered, whose in ((True, "in the register"), (False, "not in it")):
        yield f"organisation of a figure, {whose}: {owners[registered, True] / (owners[registered, True] + owners[registered, False]):.3f}"


def _is_same_place(mention: OrganisationMention, row: Row) -> bool:
    shared = min(mention.end, row["end"]) - max(mention.start, row["start"])
    return 2 * shared >= max(mention.end, row["end"]) - min(mention.start, row["start"])


def _is_registered(organisation: object) -> bool:
    wanted = organisation if isinstance(organisation, list) else [organisation]
    return any(isinstance(body, dict) and body["id"] for body in wanted)
