"""The government as a body: "ministers", "the government", "the Greek finance ministry"."""

from __future__ import annotations

import csv
import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.model import MentionForm, Organisation, OrganisationMention
from pipeline.organisations.confidence import CONFIDENCE
from pipeline.organisations.mentions import overlapping, select
from pipeline.registry import Register

COUNTRIES = Path(__file__).parent.parent / "register" / "countries.csv"
RULE, KIND = "government", "government"
UK = Organisation(None, "UK government")
_DEVOLVED = ("gov:the-scottish-government", "gov:welsh-government", "gov:northern-ireland-executive")
_CURRENCY = re.compile(
    r"[£$€¥]|\b(?:euros?|dollars?|yen|yuan|roubles?|rupees?|pesos?|francs?|lira|kroner|kronor|pounds|pence)\b"
    r"|\d(?:p|bn|m)?\s?(?:euros?|yen|yuan)"
)
_BRITISH = re.compile(r"\b(?:UK|Britain|British|NHS|England|English|Westminster|Whitehall|council|councils|MPs)\b")
_GOVERNMENT = re.compile(
    r"(?:\b[Tt]he\s+)?(?:\b(?P<whose>[A-Z][\w’']{1,20}(?:\s[A-Z][a-z]{1,12})?)(?:['’]s?)?\s+)?"
    r"\b(?P<body>[Gg]overnment|[Mm]inisters|(?:finance|trade|foreign|defence|economy|energy|health|oil) ministry|treasury)\b"
    r"(?!-|\s+(?:of|for|departments?|office|body|agency|sources?|adviser|spokes\w{1,8}|bonds?|debt|securities)\b)"
)
_WORDS = ("overnment", "inisters", "ministry", "treasury")  # one of them is in every match
_AT_HOME = frozenset({"UK", "Britain", "Scotland", "Wales", "Northern Ireland"})
_ACTS = (
    r"(?:['’]s\s(?:[\w-]{1,20}\s){0,2}(?:budget|deficit|debts?|spending|exports|imports|surplus|reserves|economy|finances|treasury|borrowing|fund)\b|"
    r"\s(?:has|had|will|would|is to|was to|wants|plans|hopes|agreed|expects|spent|spends|owes|owed|took|borrowed|needs|"
    r"gave|gives|pays|paid|received|earns|earned)\b)"
)
# words before it that leave it the government of the country
_OURS = frozenset("uk british westminster tory labour conservative coalition tories national central our this".split())


def add_governments(text: str, found: list[OrganisationMention], register: Register) -> list[OrganisationMention]:
    """Adds the government of the country that the text is about, and others by their adjective."""
    said = _GOVERNMENT.finditer(text) if any(word in text for word in _WORDS) else ()
    matches = [match for match in said if not overlapping(found, match.start("body"), match.end("body"))]
    governments = list(_mentions(text, matches, found, _of_the_text(text, found, register))) if matches else []
    return select(text, found, governments, _acting_countries(text))


def _acting_countries(text: str) -> Iterator[OrganisationMention]:
    """Countries that do what governments do: Turkey has agreed, Russia's budget."""
    for match in _acting().finditer(text):
        start, end = match.span("country")
        body = Organisation(None, match["country"])
        yield OrganisationMention(start, end, match["country"], body, RULE, KIND, form=MentionForm.DESCRIPTION, confidence=CONFIDENCE[RULE])


def _mentions(text: str, matches: Sequence[re.Match[str]], found: Sequence[OrganisationMention], ours: Organisation) -> Iterator[OrganisationMention]:
    for match in matches:
        body = _body(match["whose"] or "", match["body"].lower(), ours)
        start = match.start() if not overlapping(found, match.start(), match.end()) else match.start("body")
        if body:
            yield OrganisationMention(
                start, match.end(), text[start : match.end()], body, RULE, KIND, form=MentionForm.DESCRIPTION, confidence=CONFIDENCE[RULE]
            )


def _body(whose: str, body: str, ours: Organisation) -> Organisation | None:
    adjective = _adjectives().get(whose)
    if "ministry" in body or body == "treasury":
        return Organisation(None, f"{adjective} {body}") if adjective else None
    if adjective:
        return Organisation(None, f"{adjective} government")
    return UK if whose.casefold() in _OURS else ours


def _of_the_text(text: str, found: Sequence[OrganisationMention], register: Register) -> Organisation:
    """The country that a bare "government" means: the one that is named most where nothing British is."""
    if abroad := government_abroad(text):
        return abroad
    devolved = [m.organisation.id for m in found if m.organisation.id in _DEVOLVED]
    if devolved and not any(m.organisation.id == "gov:hm-treasury" for m in found):
        body = register.bodies[Counter(devolved).most_common(1)[0][0]]
        return Organisation(body.id, body.name)
    return UK


def government_abroad(text: str) -> Organisation | None:
    """The government of the country that a text names most, where nothing in it is British."""
    own = _CURRENCY.search(text)
    is_british = _BRITISH.search(text) or (own and own[0] in ("£", "pounds", "pence"))
    countries = Counter() if is_british else Counter(_adjectives()[match[0]] for match in _pattern().finditer(text))
    return Organisation(None, f"{countries.most_common(1)[0][0]} government") if countries else None


def countries() -> frozenset[str]:
    """The names of countries, those at home among them."""
    return frozenset(country for country, adjective in _adjectives().items() if country != adjective) | _AT_HOME | {"US", "England", "Africa", "Europe", "EU"}


@functools.cache
def _adjectives() -> dict[str, str]:
    """The adjective of a country by its name, and by itself."""
    with COUNTRIES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["country"]: row["adjective"] for row in rows} | {row["adjective"]: row["adjective"] for row in rows}


@functools.cache
def _acting() -> re.Pattern[str]:
    countries = sorted({country for country in _adjectives() if country != _adjectives()[country]} | _AT_HOME, key=len, reverse=True)
    return re.compile(rf"\b(?P<country>{'|'.join(map(re.escape, countries))})(?={_ACTS})")


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(_adjectives(), key=len, reverse=True))) + r")\b")
