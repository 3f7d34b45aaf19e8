"""A user's own bodies and aliases: one CSV file beside the register, which stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.errors import RegisterError
from pipeline.registry import checks
from pipeline.registry.folding import fold
from pipeline.registry.register import Alias, Body, grouped, overlap
from pipeline.registry.rows import table

COLUMNS = ("name", "kind", "opened", "closed", "parent_id", "alias", "alias_kind", "valid_from", "valid_to", "ambiguous")
_ABOUT_THE_BODY = COLUMNS[:5]


@dataclass(frozen=True)
class Own:
    """What a user's file adds: bodies by id, the place of each, and aliases with their folded form."""

    bodies: dict[str, Body] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    aliases: list[tuple[str, Alias]] = field(default_factory=list)


def read_own(path: Path, ours: Mapping[str, Body]) -> Own:
    """Reads a user's CSV file. A row with a new id adds a body, any other row an alias of the body with that id.

    Raises RegisterError with file, line and reason; parents are for the caller to look up, as they may be anywhere in the file.
    """
    own = Own()
    names = grouped(ours.values(), lambda body: fold(body.name))
    for where, (body_id, *cells) in table(path, ("id",), COLUMNS):
        row = dict(zip(COLUMNS, cells, strict=True))
        if body_id not in ours and body_id not in own.bodies:
            own.bodies[body_id] = _body(body_id, row, names, where)
            own.places[body_id] = where
        else:
            _agree(ours.get(body_id) or own.bodies[body_id], row, where)
            if not row["alias"]:
                raise RegisterError("a row that adds nothing", where=where, next="write an alias, or delete the row")
        if row["alias"]:
            own.aliases.append((checks.named(row["alias"], "the alias", where), _alias(body_id, row, where)))
    return own


def _body(id: str, row: Mapping[str, str], names: Mapping[str, tuple[Body, ...]], where: str) -> Body:
    prefix, _, code = id.partition(":")
    if not (prefix and code) or any(letter.isspace() for letter in id):
        raise RegisterError(f"the id {id!r} is not a prefix and a code", where=where, next="write it as mine:eastmere")
    if not (row["name"].strip() and row["kind"].strip()):
        raise RegisterError(f"the id {id} is new, and has no name or no kind", where=where, next="fill in name and kind, or correct the id")
    first, last = checks.span(row["opened"], row["closed"], where)
    body = Body(id, row["name"], row["kind"], first, last, row["parent_id"] or None)
    for namesake in names.get(checks.named(row["name"], "the name", where), ()):
        if overlap((first, last), (namesake.opened, namesake.closed)):
            raise RegisterError(f"{row['name']} is {namesake.id} in the register", where=where, next="use that id, or another name")
    return body


def _agree(body: Body, row: Mapping[str, str], where: str) -> None:
    """What a row says about a body that is there is nothing, or the same: an own file adds to the register and corrects nothing."""
    for column in _ABOUT_THE_BODY:
        there = str(getattr(body, column) or "")
        if row[column] not in ("", there):
            what = f"the {column} of {body.id} is {there or 'not known'}, not {row[column]}"
            raise RegisterError(what, where=where, next="leave the cell empty, or use another id")


def _alias(id: str, row: Mapping[str, str], where: str) -> Alias:
    """An alias; one word in capitals is an acronym unless the row says otherwise."""
    text = row["alias"]
    kind = row["alias_kind"] or ("acronym" if text.isupper() and " " not in text else "short")
    checks.one_of(kind, checks.ALIAS_KINDS, "alias_kind", where)
    return Alias(id, text, kind, *checks.span(row["valid_from"], row["valid_to"], where), checks.flag(row["ambiguous"] or "false", where))
