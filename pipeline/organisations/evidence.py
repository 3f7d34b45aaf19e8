"""What speaks for and against a name being that of a body: its form, the labels of the small model, and the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.organisations.possible import CAPITALS, SHAPE, PossibleName, Span
from pipeline.organisations.wording import is_common, words

MOST = 12  # places of one name that are looked at
NEAR = 60  # characters of context on either side
PLACES = frozenset({"GPE", "LOC", "FAC"})
THINGS = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})

_TRADE = (
    r"firm|company|compan(?:y|ies)|business|airlines?|carriers?|carmakers?|makers?|manufacturers?|retailers?|supermarkets?|banks?|lenders?|insurers?|brewers?|"
    r"producers?|publishers?|broadcasters?|developers?|builders?|housebuilders?|operators?|suppliers?|contractors?|giants?|chains?|conglomerates?|bookmakers?|"
    r"drugmakers?|steelmakers?|groups?|consultants|consultancy|accountants|brokers?|brokerage|agency|charity|charities|union|think-tank|newspaper|magazine|club|"
    r"university|hospital|trust|council|partnership|subsidiary|unit|rivals?|partners?|owner|parent|regulator|watchdog"
)
_OWNED = (
    r"shares?|profits?|sales|revenues?|turnover|debts?|shareholders|investors|customers|results|earnings|losses|pre-tax|annual|quarterly|chief|chair(?:man|woman)?|"
    r"board|staff|finances|deficit|budget|spending|management|headquarters|stake|share price|net|operating|workforce|employees|creditors|directors"
)
_DOING = (
    r"posted|earned|bought|acquired|sold|owns|agreed|plans|expects?|announced|reported|launched|employs|operates|makes|made|paid|raised|owes|shares|received|spent|"
    r"is (?:owned|seeking|planning|selling|buying|considering|in talks)|had (?:a turnover|sales|revenues?)|was (?:fined|sold|bought|founded|taken over)|"
    r"(?:which|who) (?:owns|makes|operates|runs|employs)|would not comment|declined to comment"
)
_ROLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Cllr|Councillor|President|Chancellor|Judge|Justice|Senator|Minister|Secretary|MP|MSP|chairman|chairwoman|chair|"
    r"director|manager|executive|analyst|spokesman|spokeswoman|spokesperson|economist|minister|president|secretary|treasurer|leader|founder|trader|strategist|"
    r"businessman|tycoon|billionaire|lawyer|clerk|governor|officer|head|son|daughter|wife|husband|actor|singer|footballer|player|striker|author|born)"
)
AFTER = {
    "owns": re.compile(rf"['’]s?\s+(?:[\w-]{{1,20}}\s+)?(?:{_OWNED})\b"),
    "possessive": re.compile(r"['’]s?\s"),
    "does": re.compile(rf",?\s+(?:(?:has|had|have|also|now|will|would|is|was|are|were)\s+){{0,2}}(?:{_DOING})\b"),
    "says": re.compile(r",?\s+(?:said|says|told|added|warned|argued|believes|thinks|explained|insisted|denied)\b"),
    "acts": re.compile(r"\s+(?:has|had|have|will|would|is|was|are|were|could|can|may|must|did)\b"),
    "aged": re.compile(r",?\s+(?:\(?\d\d\)?[,.]|aged\b|who (?:said|was|is|has)\b)"),
    "titled": re.compile(rf",\s+(?:(?:the|a|an|its|their|of|from)\s+)?(?:[\w’'-]{{1,20}}\s+){{0,4}}{_ROLE}\b"),
    "a trade": re.compile(rf",?\s+(?:is |was )?(?:the|an?|one of)\s+(?:[\w’'-]{{1,20}}\s+){{0,5}}(?:{_TRADE})\b"),
    "of its trade": re.compile(rf"\s+(?:{_TRADE}|stock|takeover|bid|deal|unit|arm)\b"),
    "abbreviated": re.compile(r"\s\\?\([A-Z][A-Za-z&]{1,8}\\?\)"),
    "capitals follow": re.compile(r" [A-Z]"),
    "hyphen": re.compile(r"[-–/]\w"),
    "comma": re.compile(r","),
}
BEFORE = {
    "trade before": re.compile(rf"\b(?:{_TRADE})\s$"),
    "shares in": re.compile(
        r"\b(?:shares|stake|investors?|investments?|holding|interest|confidence) in $|\b(?:takeover of|bid for|merger with|merge with|owned by|bought by|deal with|fined|rival to|sued)\s(?:the )?$"
    ),
    "role before": re.compile(rf"\b{_ROLE}\.?,?\s$"),
    "role of": re.compile(
        r"\b(?:chairman|chair|director|manager|executive|analyst|economist|spokesman|spokeswoman|president|founder|head|strategist|shareholder|member|boss|governor|leader|official)s?\s(?:of|at|for|with|from)\s(?:the )?$"
    ),
    "in": re.compile(r"\b(?:in|near|across|around|throughout|to|from)\s$"),
    "by": re.compile(r"\b(?:by|at|with|for|against|between|told|than)\s(?:the )?$"),
    "the": re.compile(r"\b[Tt]he\s$"),
    "a": re.compile(r"\b(?:an?|this|each|every|some|any|no|new|our|your|his|her)\s$"),
    "according to": re.compile(r"\b(?:according to|reported by|published by|research by|figures from|data from|report by|run by|set up by)\s(?:the )?$"),
    "capitals before": re.compile(r"[A-Z][\w’'-]*\s$"),
    "quote before": re.compile(r"[“\"‘'(]$"),
    "and": re.compile(r"\b(?:and|or|,)\s$"),
}


@dataclass(frozen=True, slots=True)
class Story:
    """What the features of one name need to know of the others, and of the text."""

    text: str
    openings: frozenset[int]
    surnames: frozenset[str]
    lower: frozenset[str]
    kinds: Callable[[str], Collection[str]]


def story(text: str, sentences: Sequence[Span], candidates: Sequence[PossibleName], kinds: Callable[[str], Collection[str]]) -> Story:
    """`kinds` says of which kinds the names of the register are that read like a name."""
    people = [c.name for c in candidates if c.labels.count("PERSON") * 2 > len(c.labels) and " " in c.name]
    surnames = frozenset(name.split()[-1] for name in people)
    return Story(text, frozenset(start for start, _ in sentences), surnames, frozenset(re.findall(r"\b[a-z]{3,30}\b", text)), kinds)


def features(candidate: PossibleName, told: Story) -> dict[str, float]:
    """The evidence about one name, each between 0 and 1."""
    found: Counter[str] = Counter(dict.fromkeys(_form(candidate.name, told), 1.0))
    share = 1 / len(candidate.labels)
    for label in candidate.labels:
        found[_group(label)] += share
    places = candidate.places[:MOST]
    for place in places:
        for name in _around(told, *place):
            found[name] += 1 / len(places)
    length = "acronym" if "acronym" in found else "one word" if "one word" in found else "several words"
    for name in ("ORG", "PERSON", "PLACE", "THING", CAPITALS):
        if found[name]:
            found[f"{name} of {length}"] = found[name]
    if found["PERSON of one word"] and "surname" not in found:
        found["PERSON of one word, no surname"] = found["PERSON"]
    if found["common words"] and "head" not in found:
        found["common words without head"] = 1.0
    for name in ("owns", "does", "trade before", "a trade", "shares in", "role of"):
        if found[name]:
            found[f"ever {name}"] = 1.0
    if len(places) > 1:
        found["repeated"] = 1.0
    return dict(found)


def _form(name: str, told: Story) -> Iterator[str]:
    parts = name.split()
    yield "one word" if len(parts) == 1 else "two words" if len(parts) == 2 else "more words"
    if len(parts) == 1 and re.fullmatch(r"[A-Z&]{2,6}", name):
        yield "acronym"
    elif re.search(r"[a-z][A-Z]|[A-Z]{2}|\d", name):
        yield "camel"
    if re.search(r"&|\band\b", name):
        yield "ampersand"
    if parts[-1] in words("head") | words("legal"):
        yield "head"
    if all(is_common(part) for part in parts if part[0].isupper()):
        yield "common" if len(parts) == 1 else "common words"
    if len(parts) == 1 and name.lower() in told.lower:
        yield "lower elsewhere"
    if name in told.surnames:
        yield "surname"
    kinds = told.kinds(name)
    if "place_metonym" in kinds:
        yield "place"
    if {"short", "acronym", "name"} & set(kinds):
        yield "in the register"
    if name in words("thing"):
        yield "thing"
    if len(parts) > 1 and parts[0] in words("given"):
        yield "given name"
    if any(part in words("given") for part in parts[1:-1]):
        yield "given name inside"


def _around(told: Story, start: int, end: int) -> Iterator[str]:
    before, after = told.text[max(0, start - NEAR) : start], told.text[end : end + NEAR]
    yield from (name for name, pattern in BEFORE.items() if pattern.search(before))
    yield from (name for name, pattern in AFTER.items() if pattern.match(after))
    if start in told.openings:
        yield "opens"


def _group(label: str) -> str:
    if label in (SHAPE, CAPITALS, "ORG", "PERSON", "NORP"):
        return label
    return "PLACE" if label in PLACES else "THING"
