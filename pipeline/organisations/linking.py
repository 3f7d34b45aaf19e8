"""Finds the organisations that a text names, and links them to the register."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from pipeline.model import LinkDecision, OrganisationMention
from pipeline.organisations.aliases import find_candidates
from pipeline.organisations.decisions import decided
from pipeline.organisations.descriptions import add_described
from pipeline.organisations.folding import fold_text
from pipeline.organisations.governments import add_governments
from pipeline.organisations.groups.finding import find_groups
from pipeline.organisations.groups.lists import find_lists
from pipeline.organisations.groups.members import add_members
from pipeline.organisations.groups.plurals import find_heads
from pipeline.organisations.introduced import add_introduced
from pipeline.organisations.kindred import find_councils, find_kindred
from pipeline.organisations.linker import Linker
from pipeline.organisations.mentions import select, unregistered
from pipeline.organisations.names import LikelyName
from pipeline.organisations.nations import add_nations, at_home
from pipeline.organisations.places import find_systems
from pipeline.organisations.shortened import add_shortened
from pipeline.registry import Register, fold


def find_organisations(
    text: str,
    register: Register,
    on: date | None = None,
    names: Sequence[LikelyName] = (),
    provenance: str = "",
    decisions: Sequence[LinkDecision] = (),
) -> list[OrganisationMention]:
    """The organisations that a text mentions, in its order, none overlapping another.

    `on` is the day of publication: names are read as they were used then. `names` are what is probably the name of a body:
    one that the register lacks is kept with a null id. `provenance` is what the document is called, and by whom it is published:
    "the Trust" of a board paper is the one that its file is named after. `decisions` are what persons have settled about its names.

    >>> from pipeline.registry import load
    >>> [(m.surface, m.organisation.id) for m in find_organisations("Norfolk and Waveney STP owes NHS England £5m.", load())]
    [('Norfolk and Waveney STP', 'ods:QMM'), ('NHS England', 'gov:nhs-england')]
    """
    linker = Linker(fold_text(text), register, on)
    candidates, heads = list(find_candidates(linker.folded, register)), find_heads(linker.folded, register)
    sure = [m for c in candidates if (m := linker.sure(c))]
    places = [m for c in candidates if (m := linker.place(c))]
    listed = list(find_lists(text, heads, candidates, register, linker.listed))
    support: defaultdict[str, list[int]] = defaultdict(list)
    for mention in select(text, [*sure, *places]):
        support[mention.organisation.id or ""].append(mention.start)
    proper = [name for name in names if fold(text[name.start : name.end]) and not _is_common(text[name.start : name.end], register)]
    named = {_singular(text[name.start : name.end]) for name in proper}
    weak = [m for c in candidates if (m := linker.weak(c, support, _singular(text[c.start : c.end]) in named))]
    groups = find_groups(text, heads, candidates, register, support)
    systems = list(find_systems(linker, candidates, support))
    kindred = list(find_kindred(linker.folded, register, on, support))
    told = [m for m in weak if m.organisation.id]
    found = select(text, listed, systems, [*sure, *places, *told, *kindred, *weak, *(group.mention for group in groups if group.is_sure)])
    found = decided(text, select(text, [*found, *unregistered(text, proper, found)]), decisions, register)
    found = at_home(text, add_shortened(text, found, register), register)
    home = _home(provenance, register, on, set(support))
    introduced = decided(text, add_introduced(text, found, register), decisions, register)
    grouped = add_members(text, introduced, groups, register, on)
    councils = find_councils(linker.folded, register, on)
    described = add_described(text, grouped, register, on, home, councils)
    return add_nations(text, add_governments(text, described, register), register)


def _singular(name: str) -> str:
    """A name without its possessive, which may be a part of it: "St George's"."""
    return re.sub(r"['’]s$", "", name)


def _home(provenance: str, register: Register, on: date | None, support: set[str]) -> set[str]:
    """The bodies that the name, title or publisher of a document names; what the text names tells two of one acronym apart."""
    linker = Linker(fold_text(provenance), register, on)
    systems = {body_id.removesuffix("-icb") for body_id in support}
    near: dict[str, list[int]] = {body_id: [] for body_id in support | systems | {register.bodies[body_id].parent_id or "" for body_id in support}}
    readings = [linker.sure(c) or linker.weak(c, near, is_name=False) for c in find_candidates(linker.folded, register) if not c.name.is_place]
    return {m.organisation.id for m in readings if m and m.organisation.id}


def _is_common(name: str, register: Register) -> bool:
    """Whether the register knows a name as a place or as a common noun, so that a name finder adds nothing."""
    form = fold(name)
    aliases = register.aliases.get(form, ())
    return (bool(aliases) and all(alias.kind == "place_metonym" for alias in aliases)) or form in _term_forms(register)


@functools.lru_cache(maxsize=4)
def _term_forms(register: Register) -> frozenset[str]:
    return frozenset(fold(term.text) for term in register.terms)
