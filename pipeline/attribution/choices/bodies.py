"""Who may own a sum or stand on its other side: the bodies, people and countries of the text around it, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pipeline.attribution.bodies import SPEAKS, is_overseer, is_reporter, is_thing, owners, speaks
from pipeline.attribution.choices.candidates import Cast
from pipeline.attribution.choices.domain import domain
from pipeline.attribution.choices.evidence import Candidate, crossed
from pipeline.attribution.choices.people import Unnamed, unnamed
from pipeline.attribution.choices.presence import add_described, add_people_of_the_story, weigh_presence, weigh_salience
from pipeline.attribution.choices.scene import Scene, key
from pipeline.attribution.context import Context, Sentence
from pipeline.attribution.counterparty import is_other_side
from pipeline.attribution.organisation import RULES
from pipeline.model import Measure, MentionForm, Organisation, OrganisationMention

EARLIER = 3  # sentences that are looked back to
FEW = 3  # unnamed people of one sentence before
GOVERNMENT = Organisation(None, "UK government")


def bodies(scene: Scene, i: int) -> list[Candidate[Organisation]]:
    """Every body that may own the sum or be its other side; the last of them is nobody."""
    cast = Cast(scene, i)
    here = [mention for mention in cast.context.sentence.bodies if not is_thing(mention)]
    _named_here(cast, here)
    _ruled(cast)
    _named_earlier(cast)
    _antecedents(cast, here)
    _above(cast)
    weigh_salience(cast, len(here))
    unnamed_here = _unnamed(cast)
    add_people_of_the_story(cast)
    _elsewhere(cast)
    add_described(cast)
    weigh_presence(cast)
    _government(cast, len(here))
    return [*cast.candidates.values(), _nobody(cast, len(here), unnamed_here)]


def _named_here(cast: Cast, here: list[OrganisationMention]) -> None:
    context, measure = cast.context, cast.draft.value("measure")
    before = [m for m in here if m.end <= context.money.start]
    after = [m for m in here if m.start >= context.money.end]
    firing = _firing(context, measure)
    for mention in here:
        candidate = cast.at(mention.organisation)
        cast.stand(candidate, mention.start, mention.end)
        candidate.add(_about(mention, context))
        if mention.kind:
            cast.tell(candidate, [f"kind {mention.kind}"])
        nearest = [("nearest before", before[-1:]), ("first before", before[:1]), ("nearest after", after[:1])]
        cast.tell(candidate, (name for name, mentions in nearest if mention in mentions))
        cast.tell(candidate, (f"fires {rule}" for rule in firing.get(mention.start, ())))
        if is_overseer(mention):
            cast.tell(candidate, ["overseer"])
        if is_other_side(context, mention, measure):
            cast.tell(candidate, ["other side"])


def _about(mention: OrganisationMention, context: Context) -> Iterator[str]:
    yield "in the sentence"
    yield f"named by {mention.rule}"
    if is_reporter(mention):
        yield "reporter"
    if speaks(context, mention):
        yield "speaks"
    if mention.form is MentionForm.GROUP:
        yield f"group per {context.money.per}"
    if context.text[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ "):
        yield "possessive"


def _firing(context: Context, measure: Measure | None) -> dict[int, list[str]]:
    """Which rules of the clause speak for the mention at which place."""
    own, found = owners(context), dict[int, list[str]]()
    for rule in RULES:
        decision = rule(context, own, measure)
        if decision and decision.start is not None:
            found.setdefault(decision.start, []).append(rule.__name__)
    return found


def _ruled(cast: Cast) -> None:
    """Whom the rules chose, for either side."""
    of = domain(cast.scene)
    for field in ("organisation", "counterparty"):
        decision = cast.draft.decisions.get(field)
        if decision:
            candidate = cast.at(decision.value)
            candidate.add(crossed([f"rule {field} {decision.rule.split(': ')[-1]} {decision.strength}", f"rule {field} of strength {decision.strength}"], of))
            cast.tell(candidate, [f"rule {field}"])
            if decision.start is not None and decision.end is not None:
                candidate.found_at(decision.start, decision.end)


def _named_earlier(cast: Cast) -> None:
    for back, sentence in enumerate(cast.scene.before(cast.context.sentence, EARLIER), start=1):
        passage = "same" if sentence.passage is cast.context.sentence.passage else "other"
        first = next((m for m in sentence.bodies if not is_reporter(m)), None)
        for mention in sentence.bodies:
            candidate = cast.at(mention.organisation)
            candidate.add([f"{back} back {passage}"])
            candidate.add(_standing_back(mention))
            if mention is first:
                candidate.add([f"{back} back first", f"{back} back first, pronoun {cast.pronoun}", f"{back} back first, opens with {cast.opening}"])
            if SPEAKS.match(cast.context.text[mention.end : sentence.end]):
                candidate.add([f"{back} back speaks"])
            if is_overseer(mention):
                cast.tell(candidate, ["overseer"])
            candidate.found_at(mention.start, mention.end)


def _standing_back(mention: OrganisationMention) -> Iterator[str]:
    if is_reporter(mention):
        yield "reporter"


def _antecedents(cast: Cast, here: list[OrganisationMention]) -> None:
    """Whom a pronoun before the sum may mean in its own sentence."""
    before = [m for m in here if m.end <= cast.context.money.start]
    if cast.pronoun and before:
        cast.at(before[0].organisation).add([f"first before pronoun {cast.pronoun}"])
        cast.at(before[-1].organisation).add([f"last before pronoun {cast.pronoun}"])


def _above(cast: Cast) -> None:
    above: tuple[tuple[str, Sentence | None], ...] = (("heading", cast.context.heading), ("headline", cast.context.headline))
    for name, sentence in above:
        for mention in sentence.bodies if sentence else ():
            cast.at(mention.organisation).add([name])
    if cast.scene.main:
        cast.tell(cast.at(cast.scene.main), ["main"])
    for mention in cast.scene.named[:1]:
        cast.at(mention.organisation).add(["first of the story"])
    for mention in cast.scene.owners:
        cast.at(mention.organisation).add(["owner of the paper"])


def _unnamed(cast: Cast) -> int:
    """People, countries and bodies without a name; how many stand in the sentence."""
    sentence, found = cast.context.sentence, 0
    for each in unnamed(cast.scene, sentence):
        found += each.kind == "payer"
        candidate = cast.at(Organisation(None, each.name))
        cast.tell(candidate, [each.kind])
        candidate.add(each.evidence())
        cast.stand(candidate, each.start, each.end, f"{each.kind} ")
    earlier = cast.scene.before(sentence, 2)
    opening = [s for s in (cast.context.headline, cast.scene.told[0]) if s and s is not sentence][:1]
    for back, other in [*enumerate(earlier, start=1), *((9, s) for s in opening)]:
        for each in islice(_some(cast.scene, other), FEW * 3):
            candidate = cast.at(Organisation(None, each.name))
            cast.tell(candidate, [f"{each.kind} {back} back"])
            candidate.add([*each.evidence(), f"{each.kind} {back} back, pronoun {cast.pronoun}"])
    return found


def _some(scene: Scene, sentence: Sentence) -> Iterator[Unnamed]:
    counts: dict[str, int] = {}
    for each in unnamed(scene, sentence):
        counts[each.kind] = counts.get(each.kind, 0) + 1
        if counts[each.kind] <= FEW * (2 if each.kind == "payer" else 1):
            yield each


def _elsewhere(cast: Cast) -> None:
    """Bodies that the story names far from the sum."""
    for mention in cast.scene.leading:
        name = key(mention.organisation)
        if name not in cast.candidates:
            candidate = cast.at(mention.organisation)
            candidate.evidence["share of the story"] = cast.scene.counts[name] / cast.scene.total
            candidate.add(["elsewhere", "elsewhere later" if mention.start > cast.context.sentence.end else "elsewhere earlier"])
            candidate.add(_standing_back(mention))
            if is_overseer(mention):
                cast.tell(candidate, ["overseer"])
            candidate.found_at(mention.start, mention.end)


def _government(cast: Cast, here: int) -> None:
    """Public money of which nobody is named is the government's."""
    if key(GOVERNMENT) not in cast.candidates:
        candidate = cast.at(GOVERNMENT)
        currency = "pounds" if cast.context.money.currency == "GBP" else "foreign"
        cast.tell(candidate, ["government"])
        candidate.add([f"government, others here {min(here, 2)}", f"government, {currency}", f"government, rule {'organisation' in cast.draft.decisions}"])


def _nobody(cast: Cast, here: int, unnamed_here: int) -> Candidate[Organisation]:
    nobody: Candidate[Organisation] = Candidate(None)
    draft, money = cast.draft, cast.context.money
    cast.tell(nobody, ["nobody", f"nobody by rule of counterparty {draft.decisions.get('counterparty') is None}"])
    nobody.add([f"nobody, named here {min(here, 2)}", f"nobody, unnamed here {min(unnamed_here, 2)}", f"nobody, pronoun {cast.pronoun}"])
    nobody.add([f"nobody | {domain(cast.scene)}", f"nobody of {min(len(cast.candidates), 3)}", f"nobody {draft.value('basis')}", f"nobody per {money.per}"])
    nobody.add([f"nobody {cast.context.sentence.passage.kind.value}", "nobody, pounds" if money.currency == "GBP" else "nobody, foreign"])
    if draft.decisions.get("organisation") is None:
        nobody.add(["nobody by rule"])
    if cast.scene.main is None:
        nobody.add(["nobody is main"])
    return nobody
