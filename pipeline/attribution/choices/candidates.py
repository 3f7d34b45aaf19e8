"""The candidates for one figure's parties while their evidence is gathered."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.attribution.choices.evidence import Candidate, crossed
from pipeline.attribution.choices.salience import Salience
from pipeline.attribution.choices.scene import Key, Scene, key
from pipeline.attribution.choices.standing import standing
from pipeline.attribution.choices.words import Words
from pipeline.attribution.context import Context
from pipeline.attribution.draft import Draft
from pipeline.model import Measure, Organisation

PRONOUNS = {
    form: group
    for group, forms in {"it": "it", "its": "its", "they": "they them", "their": "their", "he": "he she him her i", "his": "his", "we": "we our us"}.items()
    for form in forms.split()
}  # fmt: skip
# measures whose parties stand in the same places
GROUPS = {
    **dict.fromkeys((Measure.DEFICIT, Measure.SURPLUS, Measure.OVERSPEND, Measure.UNDERSPEND, Measure.SHORTFALL, Measure.GAP, Measure.CONTROL_TOTAL), "result"),
    Measure.DEBT: "loan",
}


class Cast:
    """The candidates of one figure, each once, however often and in whatever way it is named."""

    def __init__(self, scene: Scene, i: int) -> None:
        self.scene, self.draft = scene, scene.drafts[i]
        self.context: Context = self.draft.context
        self.words: Words = scene.words(self.context.sentence)
        self.place = self.words.place(self.context.money.start)
        self.group = group(self.draft)
        self.salience: Salience = scene.once("salience", lambda: Salience(scene))
        self.pronoun = self._pronoun()
        self.opening = PRONOUNS.get(self.words[0])
        self.candidates: dict[Key, Candidate[Organisation]] = {}

    def at(self, body: Organisation) -> Candidate[Organisation]:
        return self.candidates.setdefault(key(body), Candidate(body))

    def tell(self, candidate: Candidate[Organisation], names: Iterable[str]) -> None:
        """Evidence that weighs differently for each group of measures."""
        candidate.add(crossed(names, self.group))

    def stand(self, candidate: Candidate[Organisation], start: int, end: int, prefix: str = "") -> None:
        """How a mention stands to the sum."""
        found = standing(self.words, self.place, start, end)
        if found:
            candidate.add(prefix + name for name in found.plain())
            self.tell(candidate, (prefix + name for name in found.telling()))
        candidate.found_at(start, end)

    def _pronoun(self) -> str | None:
        """The last pronoun before the sum."""
        forms = self.words.forms[: self.place or 0]
        return next((PRONOUNS[form] for form in reversed(forms) if form in PRONOUNS), None)


def group(draft: Draft) -> str:
    """What kind of measure a figure has, as far as its parties go."""
    measure: Measure | None = draft.value("measure")
    return "none" if measure is None else GROUPS.get(measure, measure.value)
