"""The words of times by kind, with the number that each stands for: "Sept" is month 9, "third" ordinal 3, "last" one step back."""

from __future__ import annotations

from pipeline.periods.kinds import kind

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
# the commonest misspellings stand beside the names
_MONTHS = (
    "jan|january|januray|janurary feb|february|febuary|feburary|febrary mar|march apr|april|apirl may jun|june jul|july aug|august|agust|augest "
    "sep|sept|september|septmber|septembre|setember|septemeber oct|october|ocotber|octobre nov|november|novmber|novemeber "
    "dec|december|decmber|decemeber|desember"
)
_WEEKDAYS = (
    "mon|monday tue|tues|tuesday|tuseday|teusday wed|weds|wednesday|wensday|wednsday|wendesday|wednesay "
    "thu|thur|thurs|thursday|thrusday|thurday fri|friday|firday|frday sat|saturday|saterday|satuday sun|sunday"
)
_COUNTS = "one two|couple three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"

# of each unit: the word, and the word for more than one
_UNITS = {
    "day": "day days",
    "week": "week|wk weeks|wks",
    "mth": "month|mth months|mths",
    "yr": "year|yr years|yrs",
    "quarter": "quarter|qtr quarters",
    "half": "half halves",
    "decade": "decade decades",
    "century": "century centuries",
    "fortnight": "fortnight fortnights",
    "weekend": "weekend weekends",
}
# kinds whose words differ in nothing, or by a step into the past (-1) or the future (1)
_ALIKE = {
    "the": "the",
    "a": "a|an",
    "of": "of",
    "in": "in",
    "on": "on",
    "and": "and|&",
    "to": "to|until|till|til|through|thru",
    "from": "from",
    "between": "between",
    "by": "by",
    "before": "before",
    "after": "after",
    "within": "within",
    "ago": "ago",
    "back": "back",
    "hence": "hence",
    "hour": "hours|hrs",
    "new": "new",
    "now": "now",
    "time": "time",
    "early": "early",
    "earlier": "earlier",
    "late": "late",
    "later": "later",
    "mid": "mid",
    "sometime": "sometime",
    "start": "start|beginning",
    "middle": "middle",
    "end": "end",
    "final": "final",
    "rest": "rest|remainder",
    "ended": "ended|ending",
    "commencing": "commencing|starting",
    "part": "morning|afternoon|evening|lunchtime",
    "night": "night",
    "fiscal": "financial|fiscal|accounting",
    "tax": "tax",
    "academic": "academic|school",
    "calendar": "calendar",
    "term": "term",
    "ytd": "ytd",
    "date": "date",
    "fy": "fy|f/y",
    "fye": "fye|ye|y/e",
    "wc": "w/c|w/b",
    "we": "w/e",
    "vague": "few|several",
    "recent": "recent",
    "fall": "fall",
    "ess": "s",
    "comma": ",",
    "dot": ".",
    "dash": "-|\N{HYPHEN}|\N{NON-BREAKING HYPHEN}|–|—|−",
    "slash": "/",
    "quote": "'|’|‘",
    "paren": "(|)",
    "thousand": "thousand",
}
_STEPS = {"last": "last", "past": "past", "previous": "previous|preceding|prior", "this": "this", "current": "current", "next": "next"}
_STEPS_AHEAD = {"coming": "coming|upcoming", "following": "following"}


def _words() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}

    def add(name: str, words: str, value: int = 0) -> None:
        for word in words.split("|"):
            found.update(dict.fromkeys((word, word.capitalize(), word.upper(), word.title()), (kind(name), value)))

    for name, scale, first, step in (
        ("month", _MONTHS, 1, 1),
        ("weekday", _WEEKDAYS, 0, 1),
        ("word", _COUNTS, 1, 1),
        ("nth", _ORDINALS, 1, 1),
        ("tens", _TENS, 20, 10),
        ("decades", _DECADES, 20, 10),
        ("season", "spring summer autumn winter", 3, 3),
        ("deictic", "yesterday|yesturday|yesterdy today|tonight|tonite tomorrow|tommorow|tommorrow|tomorow|tomorrrow", -1, 1),
        *((name, words, 0, 1) for name, words in _UNITS.items()),
        *((name, words, 0, 0) for name, words in _ALIKE.items()),
        *((name, words, -1, 0) for name, words in _STEPS.items()),
        *((name, words, 1, 0) for name, words in _STEPS_AHEAD.items()),
    ):
        for place, words in enumerate(scale.split()):
            add(name, words, first + step * place)
    for first_month, terms in ((1, "hilary|lent"), (4, "trinity"), (10, "michaelmas")):
        add("named", terms, first_month)
    add("nth", "thirtieth", 30)
    add("decades", "noughties", 2000)
    add("fall", "fall", 9)
    add("this", "this", 0)
    add("current", "current", 0)
    add("next", "next", 1)
    return found


WORDS: dict[str, tuple[str, int]] = _words()
# letters before a number that is glued to them: Q3, H1, M6
LETTERS: dict[str, tuple[str, int]] = {"q": (kind("q"), 0), "Q": (kind("q"), 0), "H": (kind("h"), 0), "M": (kind("m"), 0)}
