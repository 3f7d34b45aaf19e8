"""Words right beside a number that say what it is to others: a distance between two, what is left of one, the whole of several.

A number with such words was made of others that stand near by; that the ones that make it do so by chance is then far less likely.
"""

import re

from pipeline.equations.stories import ToldStory
from pipeline.equations.telling import HEDGE, MARK
from pipeline.model import Figure
from pipeline.sum_words import IN_ALL

REACH = 60
_MORE = (
    r"(?:more|less|fewer|higher|lower|greater|smaller|bigger|larger|dearer|cheaper|costlier|steeper|better|worse|shorter|above|below|beyond|over|under|"
    r"short|shy|ahead|behind|adrift|up|down|off|apart|adverse|favourable|extra)"
)
_CHANGE = (
    r"(?:increase|rise|growth|jump|gain|hike|uplift|climb|leap|fall|cut|drop|decrease|reduction|decline|saving|slump|dip|change|difference|swing|"
    r"improvement|deterioration|turnaround|slippage|variance|overspend|underspend|shortfall|gap|overrun|movement|shift|hole|margin|excess|premium|"
    r"discount|slide|squeeze)"
)
_LEFT = (
    r"(?:left|leaves?|leaving|remain(?:s|ed|ing)?|spare|unspent|unpaid|outstanding|to (?:find|go|raise|spare|come|be (?:found|raised|paid))|"
    r"(?:is|was|are|were|be) (?:still )?(?:wanted|wanting|missing|lacking|needed|short)|(?:it|they) (?:lacks?|still needs?|cannot find))"
)
_TAKES = (
    r"(?:tak(?:e|es|ing|en)|took|bring(?:s|ing)?|brought|push(?:es|ed|ing)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|carr(?:y|ies|ied|ying)|swell(?:s|ed|ing)?|"
    r"makes?|making|made)"
)
DISTANCE_BEFORE = re.compile(
    rf"(?:\bby(?: (?:some|another|a further|the same))?|\b{_MORE}(?: by)?"
    rf"|\b(?:a|an|the|its|their|this|that|of)(?: [\w-]+){{0,2}} {_CHANGE}(?: (?:of|is|was|at|to|stood at|put at))?"
    r"|\b(?:gap|difference|distance|shortfall|hole)\b[^,;]{0,30}|\b(?:the|its) (?:extra|additional|lost|missing|unspent|added|saved|resulting)|\banother"
    rf"|\b(?:sav(?:es?|ed|ing)|exceed(?:s|ed|ing)?|undershot|overshot)(?: (?:it|them|the [\w-]+))?(?: (?:of|by))?|\bnet [\w-]+ (?:of|is|was)) {HEDGE}$",
    re.IGNORECASE,
)
DISTANCE_AFTER = re.compile(
    rf" (?:{_MORE}\b(?! to\b)|(?:[\w-]+ )?{_CHANGE}\b|by which\b|(?:too|so) (?:much|little)\b|(?:[\w-]+ ){{0,3}}{_LEFT}\b"
    r"|that (?:it|they) (?:did not|never)\b|that (?:was|were) never\b)",
    re.IGNORECASE,
)
THAN = re.compile(
    rf" (?:{_MORE}|up on|down on)(?: (?:[\w-]+ )?(?:than|from|on))?(?: (?!and\b|but\b|for\b)[\w’'-]+){{0,4}} {HEDGE}(?={MARK})",
    re.IGNORECASE,
)
LEAVES = re.compile(
    r"\b(?:left|leaves?|leaving|what (?:remain(?:s|ed)|is left)|remaining|remainder|balance|shortfall|"
    rf"(?:must|has to|have to|had to|to) (?:borrow|find|raise))\b[^;]{{0,50}} {HEDGE}$",
    re.IGNORECASE,
)
WHOLE_BEFORE = re.compile(
    r"(?:\b(?:total(?:s|led|ling)?|sum|aggregate|combined(?: [\w-]+){0,2})(?: (?:of|is|was|to|comes to|came to))?"
    r"|\b(?:com(?:e|es|ing)|came|add(?:s|ed|ing)? up|amount(?:s|ed|ing)?|ris(?:e|es|ing)|rose) to"
    rf"|\b{_TAKES}\b(?: [\w’'-]+){{1,7}} to|\b(?:makes?|making|made)(?: it| that| them)?"
    rf"|\b{IN_ALL},?(?: [\w’'-]+){{0,5}}|\b(?:all|whole|full|entire)(?: of)?(?: the| this| that| its| their)?) {HEDGE}$",
    re.IGNORECASE,
)
WHOLE_AFTER = re.compile(rf"(?: [\w-]+)? {IN_ALL}\b| (?:altogether|as a whole|between (?:them|the (?:two|three|four|five)))\b", re.IGNORECASE)
BREAKS_DOWN = re.compile(
    r"\b(?:made up of|mix of|consist(?:s|ed|ing) of|compris(?:e|es|ed|ing)(?: of)?|(?:split|divided|shared)(?: up)?(?: into| between| as)?|broken down|"
    r"put down to|owing to|due to|(?:since|because|as) (?:it|they) (?:counts?|includes?)|(?:met|paid for|funded|financed|covered|filled|bridged) by|"
    rf"of (?:which|it|that|this))\b[^,;:]{{0,40}} {HEDGE}$",
    re.IGNORECASE,
)
ADDED = re.compile(
    r"\b(?:with|plus|add|added to|together with|along with|counting|including|on top of|as well as|besides) "
    rf"(?:the|its|their|that|this|a|an|another|what)?\b[^,;:]{{0,25}} ?{HEDGE}$",
    re.IGNORECASE,
)
SO = re.compile(r"\b(?:so|therefore|thus|hence|means?|meaning|meant|which makes|rather than|instead of|works? out at|equivalent to)\b", re.IGNORECASE)
INSTEAD = re.compile(rf",? (?:and|but)? ?(?:not|rather than|instead of) (?:the |an? |by )?{HEDGE}", re.IGNORECASE)
CALLED = re.compile(r"\b(?:the|that|this|those)(?: (?:lost|missing|unspent|extra|resulting|whole|combined|full))? $", re.IGNORECASE)


def is_distance(story: ToldStory, figure: Figure) -> bool:
    """Also of what a distance is told to be instead: an overrun of £9m and not the £6m admitted."""
    if INSTEAD.fullmatch(story.before(figure, REACH)):
        other = next((other for other in story.figures if 0 < figure.money.start - other.money.end < REACH), None)
        return other is not None and not INSTEAD.fullmatch(story.before(other, REACH)) and is_distance(story, other)
    return bool(DISTANCE_BEFORE.search(story.before(figure, REACH)) or DISTANCE_AFTER.match(story.after(figure, REACH)))


def compared_with(story: ToldStory, figure: Figure) -> Figure | None:
    """The number that a distance is told from: £3m more than the £10m of last year."""
    match = THAN.match(story.words, figure.money.end - story.start)
    return next((other for other in story.near(figure.money.end, figure.money.end + REACH) if match and other.money.start - story.start == match.end()), None)


def is_left(story: ToldStory, figure: Figure) -> bool:
    return bool(LEAVES.search(story.before(figure, REACH)))


def is_total(story: ToldStory, figure: Figure) -> bool:
    return bool(WHOLE_BEFORE.search(story.before(figure, REACH)) or WHOLE_AFTER.match(story.after(figure, REACH)))


def is_first_part(story: ToldStory, figure: Figure) -> bool:
    return bool(BREAKS_DOWN.search(story.before(figure, REACH)))


def is_added(story: ToldStory, figure: Figure) -> bool:
    return bool(ADDED.search(story.before(figure, REACH)))


def follows_from_others(story: ToldStory, figure: Figure) -> bool:
    """Whether it is told as a consequence: "so it costs £9m"."""
    return bool(SO.search(story.before(figure, REACH)))


def is_called_by_number(story: ToldStory, figure: Figure) -> bool:
    """Whether it is told as known, and was not told before: "the £9m it now needs"."""
    before = (other for other in story.near(figure.money.start, figure.money.start) if other.money.start < figure.money.start)
    return bool(CALLED.search(story.before(figure, REACH))) and all(other.money.amount != figure.money.amount for other in before)
