"""Places and short names that stand for a body of the kind that a text is about: among councils "Wealden spent £96,000", among trusts "Basildon £2m"."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ahocorasick_rs import BytesAhoCorasick

from pipeline.model import Organisation, OrganisationMention
from pipeline.organisations.aliases import joined
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.folding import Folded, automaton_of
from pipeline.organisations.linker import AHEAD, COMMON
from pipeline.registry import Body, Register, fold

RULE = "of the kind of the story"
_CLASSES = {
    **dict.fromkeys(("trust", "foundation_trust", "hsc_trust", "care_trust"), "trust"),
    **{kind: kind for kind in ("council", "combined_authority", "ccg", "pct", "icb", "stp", "police", "university", "health_board")},
}
# the words by which a text says that it is about bodies of a kind
_SIGNS = {
    "council": r"[Cc]ouncils?|[Ll]ocal authorit(?:y|ies)|[Tt]own halls?",
    "combined_authority": r"[Cc]ombined [Aa]uthorit(?:y|ies)",
    "trust": r"(?:[Hh]ospital|NHS|[Hh]ealth|[Aa]cute|[Ff]oundation) trusts?|[Tt]rusts|[Hh]ospitals",
    "ccg": r"CCGs?|[Cc]linical commissioning groups?",
    "pct": r"PCTs?|[Pp]rimary care trusts?",
    "icb": r"ICBs?|[Ii]ntegrated care boards?",
    "stp": r"STPs?|ICSs?|[Ss]ustainability and transformation (?:plan|partnership)s?|[Ii]ntegrated care systems?|[Ss]ystems",
    "police": r"(?:[Pp]olice )?[Ff]orces|[Cc]onstabular(?:y|ies)|[Cc]hief constables?",
    "university": r"[Uu]niversit(?:y|ies)|[Vv]ice-chancellors?",
    "health_board": r"[Hh]ealth [Bb]oards?",
}
_SIGN = re.compile(rf"\b(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _SIGNS.items())})\b")
_HEADS = re.compile(r"^(?:nhs|(?:london|royal|metropolitan) borough of|borough of|city of|university hospitals? of|university of) ")
# what a body is and not where: the place is all that stands before
_KIND_WORDS = frozenset(
    "nhs trust foundation hospital hospitals university teaching healthcare health care primary integrated clinical sustainability council county borough "
    "city district metropolitan combined mayoral police constabulary partnership community mental general group".split()
)
_PART = re.compile(r", | and ")
# trusts that a place alone does not mean: its hospital is meant
_NOT_BY_PLACE = re.compile(r"\b(?:partnership|mental|community|ambulance|primary)\b", re.IGNORECASE)
_NO_PLACE = frozenset("north south east west central greater mid great new royal st national london england wales scotland".split())
# the place acts, or its sum follows in the same clause
_VERB = (
    r"has|have|had|is|was|will|would|must|may|can|could|should|gets?|got|receives?|wins?|won|owes?|loses?|lost|makes?|made|spends?|spent|pays?|puts?|takes?|took|gives?|"
    r"gave|given|needs?|faces?|wants?|hopes?|runs?|ran|ends?|sets?|set|sees?|saw|sold|sells|bought|leaves?|left|finds?|found|said|says|alone|itself|raises|forecasts?|"
    r"came|comes|expects|plans|reports|asks|earns|stares|contributes|budgets|claims|[a-z]{3,12}ed"
)
_ITS = r"['’]s? (?:share|bills?|budget|deficit|surplus|debts?|savings|costs?|contribution|plan|loss|overspend|grant|target|allocation)\b"
_CLAUSE = r"(?:[^A-Z.;!?£$€\n]|(?:(?<= at )|(?<= in )|(?<= to )|(?<= of ))[A-Z]){0,80}[£$€]\d"
_MONEY_AFTER = re.compile(rf"(?:{_ITS}|(?:['’]s?)?(?: ?[,(:]|(?= [£$€])| (?:with|at|by|on|which|who|where|{_VERB})\b)){_CLAUSE}")
_OWN_CLAUSE = re.compile(r", which (?:says|said|has|had|is|was|spent|wants|will)\b")
_NAME = r"[A-Z][\w’'-]{0,30}(?: [A-Z][\w’'-]{0,30}){0,3}"
# in a place, or in several of which it is one
_AT_A_PLACE = re.compile(
    r"\b(?i:in|across|throughout|around|of|within|near|from|to|outside|over|between|at|than|visit|visited|as far away as)(?: the)?[\W_]{1,4}"
    rf"(?:(?:{_NAME}, ){{0,4}}{_NAME}(?:, and | and | & |/))?\Z"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]{0,30}[ -]\Z")
_OPENER = re.compile(r"(?:^|[.!?:;\n“\"] ?|\n)(?:But|And|At|For|While|Though|Then|Only|Elsewhere|Among|With|By|As|Both|The|In contrast|Meanwhile) \Z")


@dataclass(frozen=True, slots=True)
class _Place:
    """The bodies that are called after a place, by their class: wholly, or after several places of which this is one."""

    wholly: Mapping[str, frozenset[str]]
    partly: Mapping[str, frozenset[str]]


def find_kindred(folded: Folded, register: Register, on: date | None, named: Iterable[str]) -> Iterator[OrganisationMention]:
    """Places with a sum of money of their own, each linked to the one body of a kind that the text is about. `named` are the bodies that it names for sure."""
    text, kinds = folded.text, _kinds(folded.text, register, named)
    if not kinds:
        return
    automaton, places = _automaton(register)
    for which, start, end in folded.find(automaton):
        if _owns_a_sum(text, start, end) and joined(text, start, end) and (body := _body(places[which], kinds, register, on)):
            surface = text[start:end]
            yield OrganisationMention(start, end, surface, Organisation(body.id, body.name), RULE, body.kind, confidence=CONFIDENCE[RULE])


def find_councils(folded: Folded, register: Register, on: date | None) -> list[tuple[int, int, Body]]:
    """Where the places stand that a council is called after, with each of its councils on the day."""
    automaton, places = _automaton(register)
    return [
        (start, end, body)
        for which, start, end in folded.find(automaton)
        if folded.text[start].isupper() and joined(folded.text, start, end)
        for body in map(register.bodies.__getitem__, sorted(places[which].wholly.get("council", ())))
        if _exists(body, on)
    ]


def _kinds(text: str, register: Register, named: Iterable[str]) -> list[str]:
    """The classes of body that a text is about, those first of which it speaks most."""
    counts = Counter(match.lastgroup or "" for match in _SIGN.finditer(text))
    counts.update(_CLASSES[kind] for body_id in named if body_id and (kind := register.bodies[body_id].kind) in _CLASSES)
    return [kind for kind, _ in counts.most_common()]


def _owns_a_sum(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 80) : start]
    if not text[start].isupper() or (_NAME_BEFORE.search(before) and not _OPENER.search(before)):
        return False
    return _MONEY_AFTER.match(text, end) is not None and (_OWN_CLAUSE.match(text, end) is not None or not _AT_A_PLACE.search(before))


def _body(place: _Place, kinds: Sequence[str], register: Register, on: date | None) -> Body | None:
    """The only one of the first kind of which some are called after the place."""
    for ids in [named.get(kind, frozenset()) for named in (place.wholly, place.partly) for kind in kinds]:
        bodies = [register.bodies[body_id] for body_id in ids]
        if alive := [body for body in bodies if _exists(body, on)] or [body for body in bodies if _exists(body, on, AHEAD)]:
            return alive[0] if len(alive) == 1 else None
    return None


def _exists(body: Body, on: date | None, ahead: timedelta = timedelta(0)) -> bool:
    return on is None or ((body.opened or on) <= on + ahead and on <= (body.closed or on))


@functools.lru_cache(maxsize=4)
def _automaton(register: Register) -> tuple[BytesAhoCorasick, list[_Place]]:
    """Finds the places that bodies are called after."""
    wholly: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    partly: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for body in register.bodies.values():
        for number, place in enumerate(_places(body)):
            (partly if number else wholly)[place][_CLASSES[body.kind]].add(body.id)
    for form, aliases in register.aliases.items():
        for body_id in () if COMMON.issuperset(form.split()) else [row.id for row in aliases if row.ambiguous and row.kind in ("place_metonym", "short")]:
            if kind := _CLASSES.get(register.bodies[body_id].kind):
                wholly[form][kind].add(body_id)
    forms = sorted({*wholly, *partly})
    return automaton_of(forms), [_Place(_frozen(wholly[form]), _frozen(partly[form])) for form in forms]


def _frozen(ids: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {kind: frozenset(some) for kind, some in ids.items()}


def _called_after(name: str) -> str | None:
    """The place in the name of a body.

    >>> _called_after("Royal Borough of Kensington and Chelsea"), _called_after("Norfolk and Suffolk NHS Foundation Trust")
    ('kensington and chelsea', 'norfolk and suffolk')
    """
    said = _HEADS.sub("", fold(name)).split()
    count = next((i for i, word in enumerate(said) if word in _KIND_WORDS), len(said))
    place = " ".join(said[:count])
    return place if count and not (_NO_PLACE | COMMON).issuperset(said[:count]) else None


def _places(body: Body) -> list[str]:
    """The place that a body is called after, and then the places of which that is made."""
    if body.kind not in _CLASSES or (_CLASSES[body.kind] == "trust" and _NOT_BY_PLACE.search(body.name)):
        return []
    whole = _called_after(body.name)
    parts = map(_called_after, _PART.split(body.name)) if whole and " and " in whole else ()
    return [whole, *(part for part in parts if part and part != whole)] if whole else []
