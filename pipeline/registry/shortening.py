"""The short forms under which a new body goes, by the rule of those that the register has: print drops the legal form."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.registry.folding import fold
from pipeline.registry.register import Alias, Body

# how official names end, and what print has instead
_ENDINGS = {
    " NHS Foundation Trust": (" Foundation Trust", " FT", " NHS FT", " NHSFT", " NHS Trust", " Trust"),
    " NHS Trust": (" Trust",),
    " Integrated Care Board": (" ICB",),
}
_PLACES = ("trust", "foundation_trust", "ambulance_trust", "council")
# with one of these words what is left of a name still names an institution; without, it is a place that stands for one
_INSTITUTIONS = frozenset("ambulance care centre health healthcare hospital hospitals infirmary partnership service services".split())


def short_forms(body: Body) -> Iterator[Alias]:
    """The generated aliases of a body.

    >>> from pipeline.registry.register import Body
    >>> [alias.text for alias in short_forms(Body("ods:X", "NHS Eastmere Integrated Care Board", "icb", None, None, None))]
    ['NHS Eastmere ICB', 'Eastmere ICB', 'Eastmere Integrated Care Board']
    """
    ending = next((ending for ending in _ENDINGS if body.name.endswith(ending)), "")
    stem = body.name.removesuffix(ending or " Council").removesuffix(" County").removeprefix("London Borough of ")
    for short in _ENDINGS.get(ending, ()):
        yield Alias(body.id, stem + short, "short", None, None, False)
    if body.kind == "icb" and stem.startswith("NHS "):
        yield from (Alias(body.id, stem[4:] + short, "short", None, None, False) for short in (*_ENDINGS.get(ending, ()), ending))
    if body.kind in _PLACES and stem != body.name:
        place = _INSTITUTIONS.isdisjoint(fold(stem).split())
        yield Alias(body.id, stem.rstrip(", "), "place_metonym" if place else "short", None, None, place)
