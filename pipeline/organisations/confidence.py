"""How often each way of linking a name is right: the share that was, on the labelled articles in tests/training (`make bench` prints it anew)."""

from decimal import Decimal

CONFIDENCE = {
    rule: Decimal(share)
    for rule, share in {
        "confirmed by a person": "1",
        "register name": "0.93",
        "health care of a place": "0.90",
        "membership": "0.90",
        "acronym": "0.89",
        "short form": "0.86",
        "government": "0.86",
        "listed with its like": "0.85",
        "introduced abbreviation": "0.85",
        "document name": "0.85",
        "group": "0.84",
        "named in full elsewhere": "0.80",
        "of a body named besides": "0.80",
        "buys care for": "0.80",
        "council of a place": "0.90",
        "of the kind of the story": "0.80",
        "told by the words around it": "0.78",
        "definite description": "0.76",
        "used as a name": "0.66",
        "place": "0.65",
        "undecided": "0",
    }.items()
}
