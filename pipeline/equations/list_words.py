"""The words of lists and totals: what joins the sums of a list, and what says that they come to something, before it, after it, or in a sentence of its own.

Patterns called ROOM are weak: what they say may be another thing's total.
"""

import re

from pipeline.attribution.counts import COUNTS
from pipeline.equations.telling import HEDGE
from pipeline.sum_words import FOR_ONE, IN_ALL, LEAVES_OUT

# between two sums that may be of one list, and between two that are, said alike: "£9m on roads, £3m on drains"; "Luton £10m, Bedford £12m"
JOINED = re.compile(r"[^;:£$€]{0,80}?(?:,|\band\b|\bplus\b|\bwith\b|&)\s*(?:[\w’'&/.-]+\s+){0,6}\(?", re.IGNORECASE)
_NOT_ALIKE = (
    r"(?:has|had|have|is|was|are|were|will|would|spen[dt]\w*|said|says|worth|bought|sold|it|he|she|they|which|who|that|but|while|when|after|before|from|"
    r"including|compared|against|up|down|increase|rise|fall|cut|leav(?:e|es|ing)|left)"
)
ALIKE, ALIKE_AT_LENGTH = (
    re.compile(
        r"(?: (?!which\b)[^,;:(]{1,70}?| \([^()]{1,40}\)|\))?"
        rf"(?:,| and| plus| &|, and|, plus| as well as|, with) (?:and |then |plus )?(?:(?!{_NOT_ALIKE}\b)[\w’'&/.-]+ ){{0,{words}}}{HEDGE}\(?",
        re.IGNORECASE,
    )
    for words in (4, 9)
)
# a distance between two sums, or a comparison of them, is no list
NO_LIST = re.compile(
    r"\b(?:(?:increase|rise)(?! in\b)|fall|cut|drop|reduction|decrease|improvement|underspend|overspend|variance|shortfall|difference|leaving|"
    r"against|compared|than|up from)\b",
    re.IGNORECASE,
)
# a list that does not say that it is whole
SOME_OF_MANY = re.compile(
    rf"\b(?:{LEAVES_OUT}|includ(?:e|es|ed|ing)|of which|part of|some of|not counting|on top of|"
    r"more than half|most of|the (?:rest|remainder|balance|others?)|a (?:year|month|week)|"
    rf"alone|excluding|plus|in addition|between .{{1,30}} and|{FOR_ONE})\b",
    re.IGNORECASE,
)

_SUBJECT = r"(?:(?:it|them|him|her|us|each|the [\w’'-]+|[A-Z][\w’'-]+) )?"
_TOTAL = r"an? (?:\w+ )?(?:total|sum|aggregate)(?: [\w-]+){0,3}? of "
_MAKING = r"(?:or |for |at |in |with |giving |gives |making |makes |to make |to give |which (?:is|makes|gives|brings) |meaning ){0,2}"
_THE_TOTAL = r"(?:the|its|their|his|her|our)(?: [\w-]+){0,2} total(?: [\w-]+){0,3}?"
# what was there before, and what is added to it: nothing is left out
_BRINGS = r"(?:tak(?:e|es|ing)|took|bring(?:s|ing)?|brought|push(?:es|ed|ing)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?)"
BRINGS_TO = re.compile(rf"\b(?:{_BRINGS}|making) {_THE_TOTAL} (?:to )?{HEDGE}$", re.IGNORECASE)
ADDED = re.compile(r"\b(?:another|an? (?:further|extra|additional)|plus|as well as|on top of)\b[^,;:]{0,40}$", re.IGNORECASE)
TOTAL_BEFORE = re.compile(
    rf"(?:[,–—(-] ?{_MAKING}{_SUBJECT}{_TOTAL}"
    rf"|[,–—-] (?:or |making |giving )?{_SUBJECT}a (?:combined|joint|total) (?:[\w-]+ )?"
    r"|\b(?:add(?:s|ed|ing)? up to|com(?:e|es|ing) to|came to|amount(?:s|ed|ing)? to|totalling|totaling|totals|totalled|sum to) "
    r"|[,–—-] total "
    rf"|[,–—-] (?:together|altogether|in all|in total|all told)(?: (?:worth|making|costing|totalling|raising))? {_SUBJECT}"
    rf"|[,–—-] (?:making|raising|giving|bringing in) {_SUBJECT}){HEDGE}$"
)
TOTAL_AFTER = re.compile(rf"(?: (?:bill|cost|package|sum))? ?{IN_ALL}\b", re.IGNORECASE)
APPOSED = re.compile(rf"(?:[,:]| –| —| -) ?(?:or |and |giving |making |for )?(?:an? )?{HEDGE}$", re.IGNORECASE)
ROOM_BEFORE = re.compile(
    r"(?:\b(?:mak(?:e|es|ing)|made|means?|meaning|rais(?:e|es|ing)|bring(?:s|ing)?|brought|tak(?:es|ing)|took|giv(?:es|ing)|creating|"
    rf"(?<!control )total|combined|so that|cost(?:s|ing)?)\b[^,]{{0,50}}|\b{_TOTAL}|,? or ){HEDGE}$",
    re.IGNORECASE,
)
ROOM_AFTER = re.compile(r" (?:over|for|across|in) (?:the|both|all) ", re.IGNORECASE)

BREAKS_DOWN = re.compile(
    r"\b(?:made up of|consist(?:s|ed|ing) of|compris(?:e|es|ed|ing)(?: of)?|the parts being|(?:split|divided)(?: up)? (?:into|between)|broken down (?:into|as))"
    rf" (?:[\w’'-]+ ){{0,3}}?{HEDGE}$|^[^,;:(]{{0,40}}:\s?(?:[\w’'&-]+ ){{0,5}}$"
)
_FROM = r"\b(?:(?:shared|split|divided)(?:,| between)?|of which|comes? from|came from|funded|paid|from|go(?:es)?|went|namely)(?= )"
ROOM_TO_BREAK_DOWN = re.compile(rf"(?:\((?:[\w’'&-]+ ){{0,4}}|(?: –| —| -) (?:[\w’'&-]+ ){{0,4}}|{_FROM}[^,;:]{{0,50}})$", re.IGNORECASE)

_THE_FOUR = rf"(?:The|These|Those|All) (?P<count>{'|'.join(COUNTS)})(?: (?!of\b)[a-z]+)?(?: together| combined| between them)?"
_TOGETHER = r"(?:Together|Combined|Altogether|All told|In all|In total),?(?: (?:they|these|those|that|this|(?:the|both|all) [a-z]+(?: [a-z]+)?))?"
_COME_TO = (
    r"(?:add(?:s|ed)? up to|com(?:es?|ing) to|came to|makes?|made|total(?:s|led)?|costs?|amount(?:s|ed)? to|means?|gives?|worth|a total of|raised|reached)"
)
SUMS_UP = re.compile(
    rf"(?:{_THE_FOUR}|That|This|These|Those|They|It all|{_TOGETHER}|(?:The|Their|Its) (?:total|combined)(?: [a-z]+){{0,2}})"
    rf"(?: (?:will|would|could|all|are|is|was|were|be|have|has)){{0,2}}(?P<verb> {_COME_TO})?,? {HEDGE}",
    re.IGNORECASE,
)
ALTOGETHER = re.compile(r"(?:The \w+ together|Together|Combined|Altogether|All told|In all|In total)\b", re.IGNORECASE)
_THE_NEW = r"(?:it|this|that|them|(?:the|its|their|his|her|our) (?:[\w’'-]+ ){0,3}?[\w’'-]+)"
TAKES_IT_TO = re.compile(rf"\b{_BRINGS} {_THE_NEW} (?:up )?to {HEDGE}$", re.IGNORECASE)
ADDED_TO = re.compile(
    r"(?:Added to|Add(?: in)?|Together with|Taken (?:together )?with|With|On top of|Along with|Counting|Including) (?:[\w’'-]+ ){0,4}", re.IGNORECASE
)
THAT_MAKES = re.compile(
    r"[^¤;:]{0,60}?,? (?:it|that|this|they|these|those|the \w+) (?:would |will |could |all |now )?"
    r"(?:makes?|made|comes? to|came to|brings?|takes?|took|totals?|adds? up to|reach(?:es|ed)?)"
    rf"(?: {_THE_NEW}(?: up)? to)? {HEDGE}",
    re.IGNORECASE,
)
MADE_UP = re.compile(
    r"(?:The|Their|Its|His|Her) (?P<of>[\w’' -]{3,40}?) (?:is|was|were|are|will be|would be) "
    r"(?:made up of|split between|shared between|divided between|a mix of) [^¤]{0,40}",
    re.IGNORECASE,
)
# the same with other words before the total: "Together the two years have left the trust with debts of T"
ALL_TOLD = re.compile(
    rf"(?:Together|Combined|Altogether|All told|In all|In total|Between them),? (?:the|these|those|all) (?P<count>{'|'.join(COUNTS)}) [^¤]{{1,200}}",
    re.IGNORECASE,
)

# what calls a number the whole of something, wherever it stands
WHOLE = re.compile(
    rf"\b(?:total\w*|{IN_ALL}|whole|overall|sum|add(?:s|ed)?|makes|making|bring(?:s|ing)?|"
    r"com(?:e|es|ing) to|came to|out of|accumulated|cumulative)\b|\bof (?:the|its|their|that|this|an?) $",
    re.IGNORECASE,
)
