"""What a story is about, as far as its commonest words tell: rules and silence mean different things in each domain."""

from __future__ import annotations

import re

from pipeline.attribution.choices.scene import Scene

# of two that are as common the first is meant
DOMAINS = {
    "health": re.compile(r"\b(?:NHS|CCGs?|ICBs?|STPs?|PCTs?|ICSs?|[Hh]ospitals?|[Pp]atients)\b"),
    "public": re.compile(r"\b(?:[Cc]ouncils?|[Gg]overnment|[Mm]inisters?|[Uu]niversity|[Pp]olice|[Uu]nion|[Cc]harity|MPs)\b"),
    "company": re.compile(r"\b(?:[Ss]hares|[Ss]hareholders|[Pp]rofits?|[Ff]irms?|[Cc]ompany|[Cc]ompanies|[Gg]roup|[Aa]nalysts?|[Ii]nvestors)\b"),
}
OTHER = "other"


def domain(scene: Scene) -> str:
    """The domain whose words the story uses most."""
    return scene.once("domain", lambda: _most_used(scene))


def _most_used(scene: Scene) -> str:
    start, end = scene.told[0].start, scene.told[-1].end
    counts = {name: len(words.findall(scene.text, start, end)) for name, words in DOMAINS.items()}
    return max(counts, key=counts.__getitem__) if any(counts.values()) else OTHER
