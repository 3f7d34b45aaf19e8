"""The fields that are chosen: how each finds its candidates, and how the weights decide it for all figures of a story."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.attribution.choices.anchors import anchors
from pipeline.attribution.choices.bodies import bodies
from pipeline.attribution.choices.choosing import choose_label, choose_value
from pipeline.attribution.choices.evidence import Candidate, Observation
from pipeline.attribution.choices.labelled import basis_evidence, measure_evidence
from pipeline.attribution.choices.neighbours import second_look
from pipeline.attribution.choices.scene import Scene, key
from pipeline.attribution.choices.times import times
from pipeline.attribution.choices.weights import Labels, Ranking, labels, ranking
from pipeline.model import Basis, Measure, Organisation, Period

Options = list[list[Candidate[Any]]]  # the candidates of each figure
Shares = Sequence[Sequence[float]]  # their probabilities


@dataclass(frozen=True)
class LabelField:
    """A field whose values are the labels of the guide."""

    name: str
    kind: Callable[[str], Any]
    observe: Callable[[Scene, int], list[Observation]]

    def observed(self, scene: Scene) -> list[list[Observation]]:
        return [self.observe(scene, i) for i in range(len(scene.drafts))]

    def decide(self, scene: Scene) -> None:
        self.choose(scene, self.observed(scene), labels(self.name))

    def choose(self, scene: Scene, observed: Sequence[Sequence[Observation]], weights: Labels) -> None:
        for draft, about in zip(scene.drafts, observed, strict=True):
            choose_label(draft, self.name, self.kind, about, weights)


@dataclass(frozen=True)
class ValueField:
    """A field whose values are named by the text; it is looked at twice, the second time with what was likely for the other figures."""

    name: str
    candidates: Callable[[Scene], Options]
    key: Callable[[Any], Hashable]
    show: Callable[[Any], str]

    @property
    def alone(self) -> str:
        """The name of the weights of the first look."""
        return f"{self.name}_alone"

    def decide(self, scene: Scene) -> None:
        options = self.candidates(scene)
        options = self.look_again(scene, options, shares_of(options, ranking(self.alone)))
        self.choose(scene, options, shares_of(options, ranking(self.name)))

    def look_again(self, scene: Scene, options: Options, shares: Shares) -> Options:
        return second_look(scene.drafts, options, shares, lambda value: None if value is None else self.key(value))

    def choose(self, scene: Scene, options: Options, shares: Shares) -> None:
        for draft, candidates, found in zip(scene.drafts, options, shares, strict=True):
            choose_value(draft, self.name, candidates, found, self.show)


def shares_of(options: Options, weights: Ranking) -> Shares:
    """The probabilities of all candidates by some weights."""
    return [weights.probabilities(candidates) for candidates in options]


def _times(scene: Scene) -> Options:
    told_in = anchors(scene)
    return [times(scene, i, told_in) for i in range(len(scene.drafts))]


def _owners(scene: Scene) -> Options:
    return scene.once("bodies", lambda: [bodies(scene, i) for i in range(len(scene.drafts))])


def _other_sides(scene: Scene) -> Options:
    """The same bodies; by now it is decided which of them owns the sum."""
    owners = [draft.value("organisation") for draft in scene.drafts]
    return [[_marked(c, owner) for c in candidates] for owner, candidates in zip(owners, _owners(scene), strict=True)]


def _marked(candidate: Candidate[Organisation], owner: Organisation | None) -> Candidate[Organisation]:
    is_owner = candidate.value and owner and key(candidate.value) == key(owner)
    return replace(candidate, evidence=candidate.evidence | {"the owner": 1.0}) if is_owner else candidate


def _period_key(period: Period) -> Hashable:
    return period.label.casefold(), period.start, period.end


def _shown_period(period: Period) -> str:
    return period.label


def _shown_body(body: Organisation) -> str:
    return body.name


MEASURE = LabelField("measure", Measure, measure_evidence)
BASIS = LabelField("basis", Basis, basis_evidence)
PERIOD = ValueField("period", _times, _period_key, _shown_period)
ORGANISATION = ValueField("organisation", _owners, key, _shown_body)
COUNTERPARTY = ValueField("counterparty", _other_sides, key, _shown_body)
