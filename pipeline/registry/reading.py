"""Reads a register from its folder of CSV files, with a user's own file beside it, and refuses one that does not hold together."""

from __future__ import annotations

import functools
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from pipeline.errors import RegisterError
from pipeline.registry import checks
from pipeline.registry.folding import fold
from pipeline.registry.own import read_own
from pipeline.registry.register import Alias, Body, Membership, Register, Succession, Term, grouped
from pipeline.registry.rows import table

REGISTER = Path(__file__).parent.parent / "register"


@functools.lru_cache(maxsize=4)
def load(folder: Path = REGISTER, own: Path | None = None) -> Register:
    """Reads and checks a register folder, and a user's own bodies and aliases on top of it.

    Raises RegisterError with file, line and reason where it does not hold together.
    """
    bodies, places = _bodies(folder / "organisations.csv")
    aliases = list(_aliases(folder / "aliases.csv", bodies))
    if own:
        added = read_own(own, bodies)
        bodies, places, aliases = bodies | added.bodies, places | added.places, aliases + added.aliases
    _check_parents(bodies, places)
    return Register(
        MappingProxyType(bodies),
        MappingProxyType(_by_form(bodies.values(), aliases)),
        MappingProxyType(grouped(_memberships(folder / "memberships.csv", bodies), lambda row: row.group_id)),
        MappingProxyType(_successions(folder / "successions.csv", bodies)),
        tuple(_terms(folder / "generic_terms.csv")),
    )


def _bodies(path: Path) -> tuple[dict[str, Body], dict[str, str]]:
    bodies: dict[str, Body] = {}
    places: dict[str, str] = {}
    for where, (body_id, name, kind, opened, closed, parent_id) in table(path, ("id", "name", "kind", "opened", "closed", "parent_id")):
        if not (body_id.strip() and name.strip() and kind.strip()):
            raise RegisterError("a body without id, name or kind", where=where, next="fill in the empty cell")
        if body_id in bodies:
            raise RegisterError(f"the id {body_id} is there twice", where=where, next=f"give each body one row; the other is {places[body_id]}")
        checks.named(name, "the name", where)
        bodies[body_id] = Body(body_id, name, sys.intern(kind), *checks.span(opened, closed, where), parent_id or None)
        places[body_id] = where
    return bodies, places


def _check_parents(bodies: Mapping[str, Body], places: Mapping[str, str]) -> None:
    pairs: dict[tuple[str, str], str] = {}
    for body in bodies.values():
        if body.parent_id:
            pairs[body.id, checks.known(body.parent_id, bodies, places[body.id])] = places[body.id]
    checks.acyclic(pairs, "parents run")


def _aliases(path: Path, bodies: Mapping[str, Body]) -> Iterator[tuple[str, Alias]]:
    """Each alias, with its folded form."""
    for where, (body_id, alias, kind, valid_from, valid_to, ambiguous) in table(path, ("id", "alias", "kind", "valid_from", "valid_to", "ambiguous")):
        form = checks.named(alias, "the alias", where)
        kind = checks.one_of(kind, checks.ALIAS_KINDS, "kind", where)
        yield form, Alias(checks.known(body_id, bodies, where), alias, kind, *checks.span(valid_from, valid_to, where), checks.flag(ambiguous, where))


def _by_form(bodies: Iterable[Body], aliases: Iterable[tuple[str, Alias]]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = defaultdict(list)
    for body in bodies:
        found[fold(body.name)].append(Alias(body.id, body.name, "name", None, None, False))
    for form, alias in aliases:
        found[form].append(alias)
    return {form: tuple(rows) for form, rows in found.items()}


def _memberships(path: Path, bodies: Mapping[str, Body]) -> Iterator[Membership]:
    for where, (member_id, group_id, start, end, role) in table(path, ("member_id", "group_id", "start", "end", "role")):
        checks.two(member_id, group_id, "a member", where)
        member, group = checks.known(member_id, bodies, where), checks.known(group_id, bodies, where)
        yield Membership(member, group, *checks.span(start, end, where), checks.one_of(role, checks.ROLES, "role", where))


def _successions(path: Path, bodies: Mapping[str, Body]) -> dict[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = defaultdict(list)
    places: dict[tuple[str, str], str] = {}
    for where, (predecessor_id, successor_id, date, kind) in table(path, ("predecessor_id", "successor_id", "date", "kind")):
        checks.two(predecessor_id, successor_id, "a successor", where)
        old, new = checks.known(predecessor_id, bodies, where), checks.known(successor_id, bodies, where)
        found[old].append(Succession(old, new, checks.day(date, where), checks.one_of(kind, checks.SUCCESSION_KINDS, "kind", where)))
        places[old, new] = where
    checks.acyclic(places, "successions run")
    return {old: tuple(rows) for old, rows in found.items()}


def _terms(path: Path) -> Iterator[Term]:
    for where, (term, kinds) in table(path, ("term", "kinds")):
        checks.named(term, "the term", where)
        names = kinds.removeprefix("group:").split("|")
        if not all(name.strip() for name in names):
            raise RegisterError(f"the kinds are {kinds!r}", where=where, next="write kinds of bodies, separated by bars")
        yield Term(term, frozenset(names), kinds.startswith("group:"))
