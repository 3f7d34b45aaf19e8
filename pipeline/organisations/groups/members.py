"""Who belongs to a group, where its words agree with the register or with the names before it; nobody where they do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.groups.antecedents import taken_up
from pipeline.organisations.groups.finding import RULE, Group, called
from pipeline.organisations.groups.parts import WIDER, Parts
from pipeline.organisations.groups.plurals import singular
from pipeline.organisations.groups.quantities import quantity_before
from pipeline.organisations.groups.registered import Scene, Whole, is_acute_only, registered
from pipeline.organisations.mentions import overlapping
from pipeline.registry import Body, Register, fold

_RECEIVES = re.compile(
    r"\b(?:bail(?:ing|ed)?[ -]?out|rescu(?:e|ing)(?: of)?|help(?:ing)?|support(?:ing)?|prop(?:ping)? up|"
    r"(?:contribut|lend|lent|giv|gave|rais|pay|paid)[^.\n]{0,60}\b(?:to|for))\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_WINDOW = 100  # characters before a system in which it is said to receive
_MANY_KINDS = 3
_RECENT = 60  # mentions back that a group may take up


def add_members(text: str, found: Sequence[OrganisationMention], groups: Iterable[Group], register: Register, on: date | None) -> list[OrganisationMention]:
    """The mentions of a text with the members of its groups, and with the groups that are some only by the bodies named before them: "the forces"."""
    by_span = {(group.mention.start, group.mention.end): group for group in groups}
    new = [group.mention for group in by_span.values() if not group.is_sure and not overlapping(found, group.mention.start, group.mention.end)]
    reader = _Reader(text, _scene(text, found, by_span.values(), Parts(register, on)))
    for mention in sorted([*found, *new], key=lambda m: m.start):
        reader.tell(mention, by_span.get((mention.start, mention.end)) if mention.rule == RULE else None)
    return reader.told


def _scene(text: str, found: Iterable[OrganisationMention], groups: Iterable[Group], parts: Parts) -> Scene:
    systems: list[str] = []
    receivers: set[str] = set()
    for mention in found:
        own = parts.systems([mention.organisation.id]) if mention.organisation.id else frozenset()
        systems += own
        if len(own) == 1 and _RECEIVES.search(text, max(0, mention.start - _WINDOW), mention.start):
            receivers |= own
    systems += [system for group in groups if len(own := parts.systems(group.around.places)) == 1 for system in own]
    return Scene(parts, tuple(dict.fromkeys(systems)), frozenset(receivers))


@dataclass(frozen=True)
class _Reader:
    """Reads the mentions of a text in their order; `groups` are those so far, by their members."""

    text: str
    scene: Scene
    told: list[OrganisationMention] = field(default_factory=list)
    groups: dict[frozenset[Organisation], OrganisationMention] = field(default_factory=dict)

    def tell(self, mention: OrganisationMention, group: Group | None) -> None:
        """Takes the next mention in, a group with its members; one that is none without them only where it has some."""
        if mention.kind == "ccg_group":
            mention = self._whole(mention)
        elif group and not mention.members:
            mention = self._with_members(mention, group)
        if mention.members:
            mention = self._settled(mention)
            self.groups.setdefault(frozenset(mention.members), mention)
        if mention.members or not group or group.is_sure:
            self.told.append(mention)

    def _whole(self, mention: OrganisationMention) -> OrganisationMention:
        """A group that the register has as a body; "several CCGs in Norfolk" are not all of them."""
        members = _organisations(self.scene.parts.register.members(mention.organisation.id or ""))
        quantity = quantity_before(self.text, mention.start)
        if quantity.is_some or quantity.count not in (None, len(members)):
            name = Organisation(None, " ".join(mention.surface.split()))
            return replace(mention, organisation=name, rule=RULE, kind=f"{RULE}:ccg", form=MentionForm.GROUP, confidence=CONFIDENCE[RULE])
        return replace(mention, form=MentionForm.GROUP, members=members)

    def _with_members(self, mention: OrganisationMention, group: Group) -> OrganisationMention:
        if group.around.is_narrowed or len(group.around.quantity.numbers) > 1:
            return mention
        if named := self._named_before(group):
            return replace(mention, members=named, organisation=called(named) or mention.organisation)
        whole = registered(group, self.scene)
        if not whole.bodies:
            return replace(mention, members=self._same(group))
        return replace(mention, members=_organisations(whole.bodies), organisation=_located(mention.organisation, group, whole))

    def _named_before(self, group: Group) -> tuple[Organisation, ...]:
        """ "Both trusts": those that were named last."""
        quantity = group.around.quantity
        is_back = quantity.is_definite and not (quantity.is_rest or quantity.is_local or group.around.places)
        if not is_back or (quantity.count is None and not _says_who(group)):
            return ()
        fitting = [mention for mention in self.told[-_RECENT:] if self._fits(mention, group)]
        return taken_up(self.text, group.mention.start, fitting, quantity.count)

    def _same(self, group: Group) -> tuple[Organisation, ...]:
        """The members of the only group like this one so far: "the area's hospitals" behind "the three acute hospitals"."""
        quantity = group.around.quantity
        is_back = (quantity.is_definite or quantity.is_local) and not (quantity.is_rest or group.around.places)
        if not is_back or (quantity.count is None and not _says_who(group)):
            return ()
        like = [mention.members for mention in self.groups.values() if self._fits(mention, group)]
        members = like[0] if len(like) == 1 else ()
        return members if quantity.count in (None, len(members)) else ()

    def _settled(self, mention: OrganisationMention) -> OrganisationMention:
        """The body that stands for just these members in the register, or what the text called them before."""
        if mention.rule != RULE:
            return mention
        together = self.scene.parts.together(body.id for body in mention.members)
        earlier = self.groups.get(frozenset(mention.members), mention)
        return replace(mention, members=earlier.members, organisation=Organisation(together.id, together.name) if together else earlier.organisation)

    def _fits(self, mention: OrganisationMention, group: Group) -> bool:
        """Whether a body, or each of a group, is of a kind that the noun can mean."""
        kinds = {kind for own in group.head.term.kinds for kind in WIDER.get(own, {own})}
        bodies = [self.scene.parts.register.bodies[body.id] for body in mention.members or (mention.organisation,) if body.id]
        if bodies:
            return all(body.kind in kinds and (not is_acute_only(group) or self.scene.parts.is_acute(body)) for body in bodies)
        is_unknown = mention.form is MentionForm.NAME and mention.kind is None
        last = fold(mention.organisation.name).split()[-1:]
        return is_unknown and ("company" in kinds or last == fold(singular(group.head.term.text)).split()[-1:])


def _says_who(group: Group) -> bool:
    """Whether a noun says enough to be understood without a number: "the forces", but not "the firms", "the organisations"."""
    return len(group.head.term.kinds) < _MANY_KINDS and "company" not in group.head.term.kinds


def _located(organisation: Organisation, group: Group, whole: Whole) -> Organisation:
    """ "Three acute trusts" are those of one system, and have its name to tell them from three others."""
    if not whole.system or group.around.places:
        return organisation
    return Organisation(None, f"{organisation.name} in {whole.system.name.removesuffix(' STP')}")


def _organisations(bodies: Iterable[Body]) -> tuple[Organisation, ...]:
    return tuple(Organisation(body.id, body.name) for body in bodies)
