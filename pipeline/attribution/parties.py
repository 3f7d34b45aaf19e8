"""Who gives and who receives, in one story: whom it is about, who stands on the other side, and who is meant where a sentence does not say."""

from collections import Counter
from collections.abc import Sequence

from pipeline.attribution.bodies import OVERSEERS, is_overseer, main_body
from pipeline.attribution.context import Sentence
from pipeline.attribution.counterparty import counterparty, receives
from pipeline.attribution.decision import WEAK, Decision
from pipeline.attribution.draft import Draft
from pipeline.attribution.inheritance import inherit
from pipeline.attribution.organisation import organisation
from pipeline.model import Measure, Organisation, OrganisationMention, PassageKind
from pipeline.organisations.governments import government_abroad


def decide_parties(drafts: list[Draft], told: Sequence[Sentence]) -> None:
    """Decides organisation and counterparty of every draft of a story; `told` are all its sentences."""
    if not drafts:
        return
    named = [mention for sentence in told for mention in sentence.bodies]
    headline_end = max((s.end for s in told if s.passage.kind is PassageKind.HEADLINE), default=0)
    text = drafts[0].context.text
    recipient, main = _main_recipient(text, told), _main(text[told[0].start : told[-1].end], main_body(named, headline_end))
    region = next((m.organisation for m in named if m.kind == "region"), None)
    for draft in drafts:
        draft.decisions["organisation"] = organisation(draft.context, draft.value("measure"), recipient, main, region)
    _name_the_giver(drafts)
    inherit(drafts, "organisation")
    for draft in drafts:
        parties = draft.value("measure"), draft.value("basis"), draft.value("organisation"), recipient
        draft.decisions["counterparty"] = counterparty(draft.context, *parties)


def _main(text: str, named: OrganisationMention | None) -> Organisation | None:
    """Whom a story is about: the body that it names most, or abroad, where that has no money in it, the government."""
    country = government_abroad(text) if named is None or is_overseer(named) else None
    return country or (named.organisation if named else None)


def _main_recipient(text: str, told: Sequence[Sentence]) -> Organisation | None:
    """The body that the story's contributions go to: the one that most often stands where a receiver stands."""
    counts = Counter(m.organisation for s in told for m in s.bodies if m.kind not in OVERSEERS and receives(text, s, m))
    return counts.most_common(1)[0][0] if counts else None


def _name_the_giver(drafts: list[Draft]) -> None:
    """A contribution without a giver of its own is from those who give in this story."""
    gifts = [draft for draft in drafts if draft.value("measure") is Measure.CONTRIBUTION]
    givers = Counter(draft.value("organisation") for draft in gifts if (giver := draft.decisions["organisation"]) and giver.strength > WEAK)
    if not givers:
        return
    for draft in gifts:
        decision = draft.decisions["organisation"]
        if decision is None or decision.strength == WEAK:
            draft.decisions["organisation"] = Decision(givers.most_common(1)[0][0], "who gives in this story", WEAK)
