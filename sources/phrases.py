"""The set phrases of newspapers: bylines, dates, credits, and the labels of what is not the article."""

from __future__ import annotations

import datetime
import re

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, \d{4})"
CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?"

AUTHOR = re.compile(r"By:? (?P<author>[A-Z][^.!?\n]{1,100})")
DATED = re.compile(rf"(?:(?P<publisher>[A-Z][^,.!?:;\n]{{1,60}}), )?(?:[Pp]ublished:? )?(?:[A-Z][a-z]+day,? )?(?P<date>{DAY})")
CREDIT = re.compile(r"\b(?:Credit|Picture|Photo|Photograph|Image|Copyright|Pic|Pictured by|Photo by|Getty Images)s?: ?\S|- Credit\b|^(?:Photo|Picture)s? by ")
SPOKEN_DAY = re.compile(rf"(?P<date>{DAY})(?:,? (?:at )?(?P<clock>{CLOCK}))?")

# lines that are nothing but the label of something else
LABEL_LIST = """
advertisement | advertising | become a supporter | comments | follow us | home delivery | join the conversation | latest news | leave a comment |
leave a reply | more like this | more on this story | more stories | most popular | most read | most viewed | newsletter | popular | popular services
| promoted | promoted stories | read more | read next | reader comments | recommended | recommended for you | related | related articles | related
content | related news | related stories | related topics | share | share this | sign up | sponsored | sponsored content | subscribe | tags | trending
| trending now | what to read next | you may also like | you may also want to watch | you might also like
"""
LABELS = frozenset(" ".join(label.split()) for label in LABEL_LIST.split("|"))
# lines that begin with one, and go on with what it labels
LABELLED = re.compile(
    r"(?:related(?: (?:stories|articles|content))?|read(?: more| next| also)|see also|more like this|more on this"
    r"|don't miss|don’t miss|most read|you may also like|recommended)\s*[:|»›]",
    re.IGNORECASE,
)
ADVERTISEMENT = re.compile(r"ADVERTISEMENT\b|Advertisement:|Sponsored:|Sign up (?:to|for) (?:our|the) |Subscribe (?:to|for|now)\b")
LABELLED_AT_MOST = 400


def is_label(text: str) -> bool:
    """Whether a line belongs to the page rather than to the article.

    >>> is_label("You may also want to watch:"), is_label("Related: Car park row"), is_label("Related parties lent £5m")
    (True, True, False)
    """
    folded = text.strip(" :…»›|").casefold()
    return folded in LABELS or (len(text) <= LABELLED_AT_MOST and bool(LABELLED.match(text) or ADVERTISEMENT.match(text)))


def is_appeal(text: str) -> bool:
    """Whether a line opens a newspaper's appeal for money."""
    return text.strip(" :").casefold() in {"become a supporter", "support us", "support local journalism"}


def day(printed: str) -> str | None:
    """A printed day as ISO 8601, or None where it is none.

    >>> day("23 October 2019"), day("8th Oct 2019"), day("October 8, 2019"), day("31 February 2019")
    ('2019-10-23', '2019-10-08', '2019-10-08', None)
    """
    first, second, year = printed.replace(",", "").replace(".", "").split()
    number, month = (first, second) if first[0].isdigit() else (second, first)
    found = next((index for index, name in enumerate(MONTHS, start=1) if name.startswith(month.casefold()) and len(month) >= 3), None)
    try:
        return datetime.date(int(year), found or 0, int(number.rstrip("sthndr"))).isoformat()
    except ValueError:
        return None
