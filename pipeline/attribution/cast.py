"""The cast of a story: the bodies that its sentences name, each under its full name, and whom "the firm" and its like mean."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.attribution.commissioners import commissioner
from pipeline.attribution.companies import TRADES, companies
from pipeline.attribution.context import Sentence
from pipeline.model import Organisation, OrganisationMention, PassageKind
from pipeline.registry import Register

THE_FIRM = re.compile(rf"\b[Tt]he\s+(?:[a-z-]{{3,20}}\s+)?(?:{TRADES}|group)\b")
DESCRIPTION = "definite description"
HEADLINE_WEIGHT = 3


def cast(text: str, told: Sequence[Sentence], register: Register) -> list[Sentence]:
    """The sentences of one story, with the bodies as the story uses them."""
    story = _joined(told, companies(text, told))
    story = [replace(s, bodies=tuple(commissioner(text, s, m, register) or m for m in s.bodies)) if s.bodies else s for s in story]
    mentions = [m for s in story for m in s.bodies if m.rule not in ("group", DESCRIPTION)]
    names = _full_names({m.organisation for m in mentions if _is_company(m)}, {m.organisation for m in mentions})
    story = [_renamed(sentence, names) for sentence in story]
    main = _main_company(story)
    return _described(text, story, main) if main else story


def _joined(told: Sequence[Sentence], mentions: Iterable[OrganisationMention]) -> list[Sentence]:
    """The sentences with further mentions, which are in their order too."""
    waiting, joined = list(mentions)[::-1], []
    for sentence in told:
        own = list(sentence.bodies)
        while waiting and waiting[-1].start < sentence.end:
            own.append(waiting.pop())
        is_same = len(own) == len(sentence.bodies)
        joined.append(sentence if is_same else replace(sentence, bodies=tuple(sorted(own, key=lambda m: m.start))))
    return joined


def _is_company(mention: OrganisationMention) -> bool:
    """A registered company, or an unregistered body that is named: most often a company too."""
    if mention.rule in ("group", DESCRIPTION):
        return False
    return mention.kind == "company" if mention.organisation.id else mention.kind != "government"


def _full_names(short: Collection[Organisation], all_bodies: Collection[Organisation]) -> dict[Organisation, Organisation]:
    """Short names with the longer ones that they stand for: "Allied" for "Allied Pargeter", "BA" for "British Airways", "Thurrock" for its council."""
    longer: defaultdict[str, set[Organisation]] = defaultdict(set)
    for body in all_bodies:
        for form in _short_forms(body.name.removeprefix("The ").split()):
            longer[form.casefold()].add(body)
    return {body: next(iter(long)) for body in short if len(long := longer[body.name.casefold()]) == 1 and body not in long}


def _short_forms(words: Sequence[str]) -> Iterator[str]:
    """The first words of a name, without an NHS before them, and its initials."""
    for first in {0, int(words[:1] == ["NHS"])}:
        yield from (" ".join(words[first:last]) for last in range(first + 1, len(words) + first))
    yield "".join(word[0] for word in words if word[0].isupper())


def _renamed(sentence: Sentence, names: Mapping[Organisation, Organisation]) -> Sentence:
    if names.keys().isdisjoint(m.organisation for m in sentence.bodies):
        return sentence
    return replace(sentence, bodies=tuple(replace(m, organisation=names.get(m.organisation, m.organisation)) for m in sentence.bodies))


def _main_company(story: Sequence[Sentence]) -> Organisation | None:
    """The company that is named most; a headline counts for more, and of two the first."""
    counts: Counter[Organisation] = Counter()
    for sentence in story:
        for mention in filter(_is_company, sentence.bodies):
            counts[mention.organisation] += HEADLINE_WEIGHT if sentence.passage.kind is PassageKind.HEADLINE else 1
    return counts.most_common(1)[0][0] if counts else None


def _described(text: str, story: Sequence[Sentence], main: Organisation) -> list[Sentence]:
    """ "The firm" is the only company of the sentence before, where that is about one, else the company of the story."""
    told: list[Sentence] = []
    for sentence in story:
        meant = _only_company(told[-1]) if told and told[-1].passage is sentence.passage else None
        told.append(replace(sentence, bodies=tuple(_linked(text, sentence, meant or main))))
    return told


def _linked(text: str, sentence: Sentence, meant: Organisation) -> Iterator[OrganisationMention]:
    others = [m for m in sentence.bodies if m.rule != DESCRIPTION or m.kind not in (None, "company")]
    described = [
        OrganisationMention(match.start(), match.end(), match[0], meant, DESCRIPTION, "company")
        for match in THE_FIRM.finditer(text, sentence.start, sentence.end)
        if all(match.end() <= m.start or m.end <= match.start() for m in others)
    ]
    yield from sorted([*others, *described], key=lambda m: m.start)


def _only_company(sentence: Sentence) -> Organisation | None:
    bodies = {m.organisation for m in sentence.bodies}
    named = [m for m in sentence.bodies if _is_company(m) or (m.rule == DESCRIPTION and m.organisation.id is None)]
    return named[0].organisation if len(bodies) == 1 and named and named[0].start - sentence.start < 5 else None
