"""The decisions of persons on links: `links.csv` in a home, one row a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from flows.ledger import Ledger, Row, moment, signature
from pipeline.errors import CrossfootError
from pipeline.model import LinkDecision, LinkVerdict
from pipeline.registry import fold

COLUMNS = ("decided_at", "decided_by", "verdict", "name", "organisation_id", "document_id", "document", "note")
NOBODY = "-"
LONGEST = 200  # characters of a name
DOCUMENT_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Link:
    """One decision, with who made it, when (UTC), about which document by name, and why."""

    decided_at: datetime
    decided_by: str
    decision: LinkDecision
    document: str = ""
    note: str = ""


def _link(row: Row, where: str) -> Link:
    if row["verdict"] not in {verdict.value for verdict in LinkVerdict}:
        raise CrossfootError(f"the verdict is {row['verdict']!r}", where=where, next="write confirm or reject")
    if not fold(row["name"]) or len(row["name"]) > LONGEST:
        raise CrossfootError(f"the name is {row['name'][:40]!r}", where=where, next=f"write a name of 1 to {LONGEST} characters")
    if not row["organisation_id"] or (row["verdict"] == "reject" and row["organisation_id"] == NOBODY):
        raise CrossfootError("no organisation_id", where=where, next=f"write an id of the register; {NOBODY} confirms that the name is nobody in it")
    if not DOCUMENT_ID.fullmatch(row["document_id"]) and (row["document_id"] or row["document"]):
        raise CrossfootError(f"the document_id is {row['document_id']!r}", where=where, next="write the document's id, or leave document_id and document empty")
    organisation_id = None if row["organisation_id"] == NOBODY else row["organisation_id"]
    decision = LinkDecision(LinkVerdict(row["verdict"]), row["name"], organisation_id, row["document_id"] or None)
    return Link(*signature(row, where), decision, row["document"], row["note"])


def _cells(link: Link) -> tuple[str, ...]:
    decision = link.decision
    organisation_id, document_id = decision.organisation_id or NOBODY, decision.document_id or ""
    return moment(link.decided_at), link.decided_by, decision.verdict.value, decision.name, organisation_id, document_id, link.document, link.note


LINKS = Ledger(COLUMNS, _link, _cells)
