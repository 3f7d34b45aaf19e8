"""What stands just before and just after a name, as far as it tells whether the name is that of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

NEAR = 60  # characters that are looked at on either side


def surroundings(text: str, start: int, end: int) -> Iterator[str]:
    """Which patterns of `BEFORE` and `AFTER` hold around `text[start:end]`.

    >>> text = "Its stake in Yarrow, the ferry operator, fell."
    >>> list(surroundings(text, 13, 19))
    ['shares in', 'in', 'a trade', 'comma']
    """
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    yield from (name for name, pattern in BEFORE.items() if pattern.search(before))
    yield from (name for name, pattern in AFTER.items() if pattern.match(after))


def _one_of(words: str) -> str:
    """A pattern for any of some words, which are separated by commas."""
    return "(?:" + "|".join(" ".join(words.split()).split(", ")) + ")"


# what a body is, what it has, what it does; and what a person is, with respect to one
_TRADE = _one_of("""
    firm, company, companies, business, airlines?, carriers?, carmakers?, makers?, manufacturers?, retailers?, supermarkets?, banks?, lenders?,
    insurers?, brewers?, producers?, publishers?, broadcasters?, developers?, builders?, housebuilders?, operators?, suppliers?, contractors?,
    giants?, chains?, conglomerates?, bookmakers?, drugmakers?, steelmakers?, groups?, consultants, consultancy, accountants, brokers?, brokerage,
    agency, charity, charities, union, think-tank, newspaper, magazine, club, university, hospital, trust, council, partnership, subsidiary, unit,
    rivals?, partners?, owner, parent, regulator, watchdog
""")
_PROPERTY = _one_of("""
    shares?, profits?, sales, revenues?, turnover, debts?, shareholders, investors, customers, results, earnings, losses, pre-tax, annual, quarterly,
    chief, chair, chairman, chairwoman, board, staff, finances, deficit, budget, spending, management, headquarters, stake, share price, net,
    operating, workforce, employees, creditors, directors
""")
_DEED = _one_of("""
    posted, earned, bought, acquired, sold, owns, agreed, plans, expects?, announced, reported, launched, employs, operates, makes, made, paid,
    raised, owes, shares, received, spent, is owned, is seeking, is planning, is selling, is buying, is considering, is in talks, had a turnover, had
    sales, had revenues?, was fined, was sold, was bought, was founded, was taken over, which owns, which makes, which operates, which runs, which
    employs, who owns, who makes, who operates, who runs, who employs, would not comment, declined to comment
""")
_ROLE = _one_of("""
    Mr, Mrs, Ms, Miss, Dr, Sir, Dame, Lord, Lady, Professor, Prof, Cllr, Councillor, President, Chancellor, Judge, Justice, Senator, Minister,
    Secretary, MP, MSP, chairman, chairwoman, chair, director, manager, executive, analyst, spokesman, spokeswoman, spokesperson, economist, minister,
    president, secretary, treasurer, leader, founder, trader, strategist, businessman, tycoon, billionaire, lawyer, clerk, governor, officer, head,
    son, daughter, wife, husband, actor, singer, footballer, player, striker, author, born
""")
_OFFICER = _one_of("""
    chairman, chair, director, manager, executive, analyst, economist, spokesman, spokeswoman, president, founder, head, strategist, shareholder,
    member, boss, governor, leader, official
""")
_HOLDING = _one_of("[Ss]hares, [Ss]take, investors?, investments?, holding, interest, confidence")
_DEALING = _one_of("takeover of, bid for, merger with, merge with, owned by, bought by, deal with, fined, rival to, sued")
_SOURCE = _one_of("according to, reported by, published by, research by, figures from, data from, report by, run by, set up by")
_AUXILIARY = _one_of("has, had, have, also, now, will, would, is, was, are, were")
_SAYING = _one_of("said, says, told, added, warned, argued, believes, thinks, explained, insisted, denied")

BEFORE = {
    "trade before": re.compile(rf"\b{_TRADE}\s$"),
    "shares in": re.compile(rf"\b{_HOLDING} in $|\b{_DEALING}\s(?:the )?$"),
    "role before": re.compile(rf"\b{_ROLE}\.?,?\s$"),
    "role of": re.compile(rf"\b{_OFFICER}s?\s(?:of|at|for|with|from)\s(?:the )?$"),
    "in": re.compile(r"\b(?:in|near|across|around|throughout|to|from)\s$"),
    "by": re.compile(r"\b(?:by|at|with|for|against|between|told|than)\s(?:the )?$"),
    "the": re.compile(r"\b[Tt]he\s$"),
    "a": re.compile(r"\b(?:an?|this|each|every|some|any|no|new|our|your|his|her)\s$"),
    "according to": re.compile(rf"\b{_SOURCE}\s(?:the )?$"),
    "capitals before": re.compile(r"[A-Z][\w’'-]*\s$"),
    "quote before": re.compile(r"[“\"‘'(]$"),
    "and": re.compile(r"\b(?:and|or|,)\s$"),
}
AFTER = {
    "owns": re.compile(rf"['’]s?\s+(?:[\w-]{{1,20}}\s+)?{_PROPERTY}\b"),
    "possessive": re.compile(r"['’]s?\s"),
    "does": re.compile(rf",?\s+(?:{_AUXILIARY}\s+){{0,2}}{_DEED}\b"),
    "says": re.compile(rf",?\s+{_SAYING}\b"),
    "acts": re.compile(r"\s+(?:has|had|have|will|would|is|was|are|were|could|can|may|must|did)\b"),
    "aged": re.compile(r",?\s+(?:\(?\d\d\)?[,.]|aged\b|who (?:said|was|is|has)\b)"),
    "titled": re.compile(rf",\s+(?:(?:the|a|an|its|their|of|from)\s+)?(?:[\w’'-]{{1,20}}\s+){{0,4}}{_ROLE}\b"),
    "a trade": re.compile(rf",?\s+(?:is |was )?(?:the|an?|one of)\s+(?:[\w’'-]{{1,20}}\s+){{0,5}}{_TRADE}\b"),
    "of its trade": re.compile(rf"\s+(?:{_TRADE}|stock|takeover|bid|deal|unit|arm)\b"),
    "abbreviated": re.compile(r"\s\\?\([A-Z][A-Za-z&]{1,8}\\?\)"),
    "capitals follow": re.compile(r" [A-Z]"),
    "hyphen": re.compile(r"[-–/]\w"),
    "comma": re.compile(r","),
}
