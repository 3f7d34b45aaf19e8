"""How a mention stands to a sum of its sentence: on which side, how far, with what between them, and which words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.attribution.choices.words import BODY, CLOSING, OPENING, SUM, TIME, Words, verb_classes

PREPOSITIONS = frozenset("at of in for across within facing on to toward into from by with between against than like under after over via".split())
ARTICLES = frozenset({"the", "a", "an"})
BREAKS = frozenset({";", ":", "but", "whil", "whereas", "although", "compar", "becaus", "despit", "instead", "–", "—"})
JOINTS = PREPOSITIONS | {"and", "but", "as", "that", "when", "said", "if", BODY, SUM, TIME, OPENING, CLOSING}
FOLLOWERS = frozenset({"and", "which", "that", "who", "have", "be", "will", "would", "to", BODY, SUM, TIME, OPENING, CLOSING})
OPENERS = frozenset({"the", "and", "but"})
DISTANCES = (2, 4, 8, 16)  # words
PATH = 5  # words; longer paths are hardly ever seen twice


class Standing:
    """A mention between two places of the text, beside the sum at a place of the sentence's words; None where the words do not hold them."""

    def __init__(self, words: Words, i: int, first: int, last: int) -> None:
        self.words, self.i, self.first, self.last = words, i, first, last
        self.side = "before" if last < i else "after"
        self.low, self.high = (last + 1, i) if last < i else (i + 1, first)
        self.between: Sequence[str] = words.forms[self.low : self.high]

    def plain(self) -> Iterator[str]:
        """What says the same whatever the sum counts."""
        side, between = self.side, self.between
        yield f"{side} distance {sum(len(between) >= edge for edge in DISTANCES)}"
        yield f"{side} sums between {min(between.count(SUM), 2)}"
        yield f"{side} bodies between {min(between.count(BODY), 2)}"
        yield f"{side} break {int(not BREAKS.isdisjoint(between))} commas {min(between.count(','), 2)}"
        yield f"{side} word after {self.words[self.last + 1]}"
        yield f"{side} word ahead {self._ahead()[0]}"
        if len(between) <= PATH:
            yield f"{side} path {' '.join(between)}"

    def telling(self) -> Iterator[str]:
        """What depends on what the sum counts: a body after "from" gives a grant, and earns an income."""
        side, words, classes = self.side, self.words, verb_classes()
        ahead, further = self._ahead()
        joint = _kind(ahead, JOINTS)
        yield f"{side} ahead {joint}"
        yield f"{side} ahead {further if further in (SUM, BODY) else classes.get(further, 'word')} {joint}"
        yield f"{side} then {_kind(words[self.last + 1], FOLLOWERS)}"
        verbs = [classes[form] for form in self.between if form in classes]
        yield f"{side} first verb {verbs[0] if verbs else 'none'}"
        if verbs:
            yield f"{side} nearest verb {verbs[-1] if side == 'before' else verbs[0]}"
        if len(self.between) <= PATH:
            yield f"{side} beside"
        if side == "before":
            yield f"before ends {_kind(words[self.i - 1], PREPOSITIONS | ARTICLES | {'be'})}"
            if self._is_passive():
                yield "before passive"
        if self.first == 0 or (self.first == 1 and words[0] in OPENERS):
            yield "opens"

    def _ahead(self) -> tuple[str, str]:
        """The two words ahead of the mention, without an article."""
        first = self.first - 1 - (self.words[self.first - 1] in ARTICLES)
        return self.words[first], self.words[first - 1]

    def _is_passive(self) -> bool:
        places = range(self.low, self.high - 1)
        return "be" in self.between and any(self.words.forms[k] == "be" and self.words.raw_endings[k + 1] for k in places)


def standing(words: Words, i: int | None, start: int, end: int) -> Standing | None:
    """How the mention `text[start:end]` stands to the sum that is word `i`."""
    first, last = words.place(start), words.place(end - 1)
    return None if i is None or first is None or last is None else Standing(words, i, first, last)


def _kind(form: str, own: frozenset[str]) -> str:
    """A word as itself where it is one of those that join; else by what it does, or as any word."""
    return form if form in own or not form[0].isalnum() else verb_classes().get(form, "word")
