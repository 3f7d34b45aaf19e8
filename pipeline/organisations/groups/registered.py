"""Whom a group means by the register: the acute trusts of a system, the other systems of a region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.organisations.groups.finding import Group
from pipeline.organisations.groups.parts import Parts
from pipeline.registry import Body

# adjectives by which the register tells no trusts apart
_UNKNOWN = frozenset("specialist teaching general mental community largest main biggest failing struggling troubled rural new rival".split())
_ENDED = "former"
_SITES = "hospitals"  # as often the sites of one trust as trusts


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a text plays: the health systems that it names, in their order, and those of them that others give to."""

    parts: Parts
    systems: Sequence[str]
    receivers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Whole:
    """The bodies that are meant, and the health system of which they are all of their kind, where they are of one."""

    bodies: tuple[Body, ...] = ()
    system: Body | None = None


def registered(group: Group, scene: Scene) -> Whole:
    """The members as the register has them, where they are as many as the words say; nobody where they are not, or where the words pick some out."""
    kind, quantity = min(group.head.term.kinds), group.around.quantity
    if len(group.head.term.kinds) > 1 or not _UNKNOWN.isdisjoint(quantity.words):
        return Whole()
    if kind in ("stp", "icb") and group.region and (bodies := _of_region(group, group.region, kind, scene)):
        return Whole(bodies)
    if not group.around.is_wider and (whole := _of_system(group, kind, scene)).bodies:
        return whole
    everybody = scene.parts.altogether(kind)
    return Whole(everybody if len(everybody) == quantity.count and not group.around.places else ())


def _of_region(group: Group, region: Body, kind: str, scene: Scene) -> tuple[Body, ...]:
    """ "All six systems"; of six "the other five" and "a further four", or "five" where one is helped."""
    everybody, quantity = scene.parts.of_region(region, kind), group.around.quantity
    if quantity.count is None:
        is_whole = quantity.is_whole and not quantity.is_rest and not scene.receivers
        return everybody if is_whole and (group.around.is_wider or group.around.places) else ()
    others = tuple(body for body in everybody if body.id.removesuffix("-icb") not in scene.systems)
    givers = tuple(body for body in everybody if body.id.removesuffix("-icb") not in scene.receivers)
    options = [others, givers] if quantity.is_rest else [everybody, givers]
    return next((bodies for bodies in options if len(bodies) == quantity.count and (bodies != everybody or not quantity.is_rest)), ())


def _of_system(group: Group, kind: str, scene: Scene) -> Whole:
    """Those of the one system that the words name, or of the one that has so many of all that the text names."""
    own = scene.parts.systems(group.around.places)
    if len(own) != 1 if group.around.places else group.around.quantity.count is None:
        return Whole()
    choices = [Whole(bodies, scene.parts.register.bodies[system]) for system in own or scene.systems if (bodies := _counted(group, kind, system, scene))]
    is_one = len(choices) == 1 or (choices and group.around.quantity.is_local)
    return choices[-1] if is_one else Whole()


def _counted(group: Group, kind: str, system: str, scene: Scene) -> tuple[Body, ...]:
    """The bodies of a system, where the words say so many; without a number all commissioning groups of the named one, whose list is complete."""
    quantity = group.around.quantity
    parts = Parts(scene.parts.register, None) if _ENDED in quantity.words else scene.parts
    bodies = tuple(body for body in parts.of_system(system, kind) if not is_acute_only(group) or parts.is_acute(body))
    is_site = group.head.term.text == _SITES and "acute" not in quantity.words
    is_whole = kind == "ccg" and bool(group.around.places) and not quantity.is_some and len(bodies) > 1
    is_right = len(bodies) == quantity.count if quantity.count is not None else is_whole
    return bodies if is_right and not quantity.is_rest and not is_site else ()


def is_acute_only(group: Group) -> bool:
    """Whether hospitals alone are meant."""
    return "acute" in group.around.quantity.words or "hospital" in group.head.term.text or "acute" in group.head.term.text
