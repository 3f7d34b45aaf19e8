"""How often each way of linking a name is right, measured on labelled articles (`make bench` prints the figures of today)."""

from decimal import Decimal

CONFIDENCE = {
    rule: Decimal(value)
    for rule, value in {
        "confirmed by a person": "1",
        "register name": "0.98",
        "acronym": "0.96",
        "named in full elsewhere": "0.93",
        "introduced abbreviation": "0.95",
        "short form": "0.93",
        "listed with its like": "0.85",
        "told by the words around it": "0.85",
        "used as a name": "0.85",
        "of a body named besides": "0.75",
        "place": "0.85",
        "health bosses of a place": "0.9",
        "definite description": "0.85",
        "document name": "0.9",
        "membership": "0.8",
        "buys care for": "0.85",
        "government": "0.9",
        "group": "0.9",
        "undecided": "0",
    }.items()
}
