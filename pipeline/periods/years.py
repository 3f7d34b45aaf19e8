"""Whether a printed year is one: it is none in a credit, in the name of a law, a model or a page, in a phone number, or before what it counts."""

from __future__ import annotations

import re

from pipeline.periods.kinds import kind
from pipeline.periods.tokens import Node

_CREDIT = re.compile(r"(?i:©|\(c\)|\b(?:copyright|photo(?:graph)?|picture|image|credit)\b)[^.\n]{0,40}\Z")
_NAME = re.compile(
    r"(?:\b(?:Act(?:\sof)?|Order|Regulations?|Rules|Bill|Euro|Expo|Vision|Agenda|Horizon|Route|Room|Flight|Office|Windows|Box|Peugeot|[Pp]age|[Ff]orm|[Ss]ection|[Cc]lause"
    r"|[Pp]ara(?:graph)?|[Nn]os?\.?|[Nn]umber|[Ii]tem|[Mm]odel|[Ll]ine|[Pp]ort|pp?\.|(?i:call|dial|text|tel|ext|fax|phone|version|room|code|pin|ref)\.?:?"
    r"|(?i:width|height|depth|length|weight|size|resolution|capacity|speed|volume|score|rated|postcode)(?:\sof)?:?|(?:an?|my)\s[A-Z][A-Za-z]{1,12}"
    r"|\b(?:RFC|ISO|IEC|IEEE|ANSI|DIN|PEP|CVE|ICD|SKU|PIN|ID|DOI|ISBN))\s|\b\d{3}[-.\s]"
    r"|[£$€#]\s?|[^\s(\[‘'“\"\-–—/|]|\d[.,/]|\w[/|]|(?<!\b(?:19|20)\d)(?<![/-]\d\d)(?<![QqH]\d)\d[\s-])\Z"
)
_COUNTED = re.compile(
    r"(?:\s(?:people|staff|patients|homes|jobs|beds|pounds|euros|dollars|miles|words|members|pupils|students|children|families|workers|nurses|tonnes|metres|"
    r"hours|calls|votes|visits|visitors|residents|households|times|cases|feet|ft|km|kg|calories|units|points|Vision|metres|yards|acres|rpm|BC|BCE|B\.C)\b"
    r"|\d|\s?[x×]\s?\d|[-–/]\s?\d|:\d|[a-z%°]|[.,]\d)"
)
_SPOKEN = re.compile(r"(?i:\b(?:in|of|since|year|by|until|from|to|before|after|early|late|mid|around)[\s-]\Z)")
_SOLD = re.compile(r"(?i:\b(?:sold|counted|received|had|made)\s(?:[\d,]{1,9}\s[a-z]{2,20}s\s(?:and|or)\s)?\Z)")
_PLURAL = re.compile(r"\s(?!results|accounts|figures|sales|elections|plans)[a-z]{2,20}s\b")
_STREET = re.compile(r"\s(?:[A-Z][a-z]{1,15}\s){1,3}(?:Street|Road|Avenue|Lane|Drive)\b")
_DATED = re.compile(r"(?i:\b(?:in|since|by|during|until|the|early|late|mid)[\s-]\Z)")
_SPELT = re.compile(r"(?i:(?:sixteen|seventeen|eighteen|nineteen)\s\w{5,7}-\w{3,5})")
_MODERN = 1800  # a bare number below is a year only after a word such as "in"
_YEAR = kind("year")


def year_stands(node: Node, text: str) -> bool:
    """A printed year that is no count, no name and no part of a longer number; years of other forms always stand."""
    if len(node.parts) != 1 or node.parts[0].kind != _YEAR:
        return True
    before = text[max(0, node.start - 60) : node.start]
    if _SPELT.fullmatch(text, node.start, node.end):
        return _COUNTED.match(text, node.end) is None
    if node.end - node.start > 4 or node.parts[0].value < _MODERN:
        return _SPOKEN.search(before) is not None
    if (_SOLD.search(before) and _PLURAL.match(text, node.end)) or (_STREET.match(text, node.end) and not _DATED.search(before)):
        return False
    return not (_NAME.search(before[-24:]) or _CREDIT.search(before) or _COUNTED.match(text, node.end))


def short_year_stands(node: Node, text: str) -> bool:
    """ "In '98"; "the '98 team" is none."""
    return _SPOKEN.search(text[max(0, node.start - 20) : node.start]) is not None and not text[node.end : node.end + 1].isalnum()
