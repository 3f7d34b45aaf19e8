"""The plain form of a word: rough, but the same for the forms of one word."""

from __future__ import annotations

import functools

ENDINGS = ("ings", "ing", "ies", "ed", "es", "s")
SHORTEST = 3  # letters that must be left of a word without its ending
# verbs with forms that no ending explains
_IRREGULAR = {
    "be": "was were is are been being am",
    "have": "has had having",
    "lose": "lost losing loses losses loss",
    "pay": "paid pays",
    "spend": "spent spends",
    "buy": "bought",
    "sell": "sold",
    "give": "gave given",
    "make": "made",
    "take": "took taken",
    "rise": "rose risen",
    "fall": "fell fallen",
    "lend": "lent",
    "owe": "owes owed",
    "get": "got",
    "win": "won winning",
    "grow": "grew grown",
    "leave": "left",
    "go": "went goes gone",
    "come": "came",
    "meet": "met",
    "seek": "sought",
    "find": "found",
    "hold": "held",
    "keep": "kept",
    "run": "ran running",
    "bring": "brought",
    "build": "built",
    "begin": "began begun",
    "draw": "drew drawn",
    "cut": "cutting",
    "put": "putting",
    "set": "setting",
    "say": "said says",
    "tell": "told",
    "think": "thought",
    "shrink": "shrank shrunk",
    "strike": "struck",
    "write": "wrote written",
    "drop": "dropped dropping",
    "plan": "planned planning",
    "swap": "swapped",
    "commit": "committed",
    "overspend": "overspent",
    "underspend": "underspent",
    "forecast": "forecasts forecasted",
    "bid": "bids bidding",
}
IRREGULAR = {form: verb for verb, forms in _IRREGULAR.items() for form in (verb, *forms.split())}


@functools.lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """A word without case and endings: rough, but the same for the forms of one word.

    >>> [plain(word) for word in ("lost", "Losses", "savings", "saved", "companies", "2018", "NHS's")]
    ['lose', 'lose', 'sav', 'sav', 'company', '0', 'nhs']
    """
    form = word.lower().replace("’", "'").removesuffix("'s")
    if form in IRREGULAR:
        return IRREGULAR[form]
    if form.isdigit():
        return "0"
    ending = next((e for e in ENDINGS if form.endswith(e) and len(form) - len(e) >= SHORTEST), "")
    if ending and not form.endswith("ss"):
        form = form.removesuffix(ending) + ("y" if ending == "ies" else "")
    return form[:-1] if form.endswith("e") and len(form) > SHORTEST else form
