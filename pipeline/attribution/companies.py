"""Names that the text itself shows to be companies: "shares in Yarrow", "Yarrow's profits", "Yarrow, the biggest brewer".

The small model misses many a name that a reader knows by what is said of it; what is so used once is a company wherever the story names it.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.attribution.context import Sentence
from pipeline.model import Organisation, OrganisationMention
from pipeline.organisations.wording import is_common, words

TRADES = (
    r"firm|company|business|airline|carrier|carmaker|maker|manufacturer|retailer|supermarket|bank|lender|insurer|brewer|producer|publisher|"
    r"broadcaster|developer|builder|housebuilder|operator|supplier|contractor|giant|chain|conglomerate|bookmaker|drugmaker|steelmaker"
)
# what a body in an apposition is, though no firm: "Kelvingrove, the red sandstone museum"
OTHERS = r"franchise|museum|gallery|theatre|hospice|charity|festival|mill|app|start-up|studio|college|nursery"
NAME = r"(?P<name>[A-Z][\w&-]{1,30}(?:\s(?:(?:&|of)\s)?[A-Z][\w&-]{0,30}){0,3})"
HOLDINGS = r"shares?|profits?|sales|revenues?|turnover|debts?|shareholders|investors|customers|results|earnings|losses|pre-tax|annual|quarterly|chief executive"
DOINGS = (
    r"posted|earned|bought|acquired|said its?|said that its?|announced its?|announced that it|agreed to (?:buy|sell|merge)|shares|"
    r"reported (?:an?|net|record|pre-tax|profits|sales|losses|revenues?)|made (?:a|profits|losses)"
)
SPENDINGS = r"(?:made|lost|earned|spent|paid|raised|owes)\s+(?:[a-z]{1,10}\s+){0,2}[£$€]"
# what persons do with money too: a name that may be a person's is none here
PAYINGS = (
    r"(?:(?:has|have|had|will|would|must|may|could|also|now|still|is due to|was due to)\s+){0,2}"
    r"(?:gets?|got|gives?|gave|given|receives?|received|loses?|charges|took|takes?|pays?|owe|turns? over|turned over|offers?|offered|opened (?:in|on)|"
    r"hands? over|handed over|wins?|won|put in|puts in|invested|raises?|borrow(?:ed|s)?|adds?|added|needs?|broke|pleaded guilty)\s+(?:[a-z]{1,12}\s+){0,7}[£$€]"
)
PAYING = re.compile(rf"(?<! in )(?<! at )(?<! of )(?<! on )(?<! from )\b{NAME}\s+{PAYINGS}")
# what follows a name that is a company's
FOLLOWERS = "|".join(
    (
        rf"['’]s?\s+(?:[\w-]{{1,30}}\s+)?(?:{HOLDINGS})\b",
        rf"\s+(?:has\s+|had\s+|also\s+|now\s+)?(?:{DOINGS})\b",
        rf"\s+{SPENDINGS}",
        r"\s+(?:was|were|has been|have been)\s+(?:fined|taken over|bought|valued|nationalised)\b",
        r",\s+which\s+(?:makes|owns|employs|(?:has|had)\s+(?:a\s+)?(?:sales|profits|debts|turnover|market|capitalisation))\b",
        rf"\s+(?:is|was|has become|became|remains)\s+(?:[\w’'-]{{1,30}}\s+){{0,8}}(?:{TRADES})\b",
        rf",\s+(?:the|an?|one of|once|formerly)\s+(?:[\w’'-]{{1,30}}\s+){{0,5}}(?:{TRADES}|{OTHERS})\b",
    )
)
FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"\b(?:shares in|stake in|takeover of|bid for|merger with|rival|{TRADES}|{OTHERS}|group|fined|belonging to)\s+{NAME}",
        rf"\b{NAME}(?={FOLLOWERS})",
        rf"\brival,\s+{NAME},",
        rf"\b[Tt]he\s+{NAME}\s+chain\b",
        rf"\bsold\s+(?:[\w’'-]{{1,30}}\s+){{0,4}}to\s+{NAME}\s+for\s+[£$€]",
    )
)
# capitalised words that are no company: openings of sentences, days, months, titles, states
NEVER = frozenset(
    "A About After All An Analysts And April As At August Both Britain But By China Dame December Dr During Each England Europe February For "
    "France Friday Germany Government He Her His However If Ireland In It Its January Japan July June Last Lord March May Members Monday Mr Mrs Ms "
    "New No November October On Our Overall Professor Russia Saturday Scotland September She Since Sir Spain Some Such Sunday Support That The Their "
    "Then There These They This Those Thursday Trade Trust Tuesday UK US Under Wales We Wednesday What When Which While Who Why With You".split()
)
COMPASS = frozenset({"North", "South", "East", "West", "New", "Royal", "Great", "First"})
MOST = 40


def companies(text: str, told: Sequence[Sentence]) -> Iterator[OrganisationMention]:
    """Every mention of a name that the story uses as a company's, where no body was found before."""
    names = _names(text, told)
    if not names:
        return
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=lambda name: -len(name)))) + r")(?![\w-])")
    for sentence in told:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if all(match.end() <= body.start or body.end <= match.start() for body in sentence.bodies):
                yield OrganisationMention(match.start(), match.end(), match[0], Organisation(None, match[0]), "used as a company", "company")


def _names(text: str, told: Sequence[Sentence]) -> list[str]:
    """The names in the order of the text, and what is short for them; no more than a story can be about."""
    framed = [_stripped(match["name"]) for sentence in told for frame in FRAMES for match in frame.finditer(text, sentence.start, sentence.end)]
    paying = [_stripped(match["name"]) for sentence in told for match in PAYING.finditer(text, sentence.start, sentence.end)]
    found = dict.fromkeys([*framed, *(name for name in paying if name and not _may_be_no_body(text, name))])
    short = [first for name in found if " " in name and not _may_be_no_body(text, first := name.split()[0]) and first not in COMPASS]
    return [name for name in dict.fromkeys([*found, *short]) if name][:MOST]


def _may_be_no_body(text: str, name: str) -> bool:
    """Whether a name is like a person's or the surname in one, a place or a thing in capitals, or a word that only opens a sentence."""
    first, *rest = name.split()
    if first in words("given"):
        return True
    if rest:
        return not any(is_common(word) or word in words("trade") | words("head") for word in rest)
    if name.isupper() or name.casefold() in words("never"):
        return True
    is_word = is_common(name) and (name.casefold() in text or not re.search(rf"[a-z0-9,] {re.escape(name)}\b", text))
    return is_word or re.search(rf"\b(?:[A-Z][a-z]+|Mr|Mrs|Ms|Dr) {re.escape(name)}\b(?! [A-Z])", text) is not None


def _stripped(name: str) -> str:
    """Without the capital that only opens a sentence: "Last week" is nobody's name, "But Yarrow" is Yarrow's."""
    words = name.split()
    while words and words[0] in NEVER:
        words.pop(0)
    return "" if any(word in NEVER for word in words) else " ".join(words)
