"""Whether an equation adds up, for rules whose words leave room: those claim only what does. The verdict itself is the warehouse's."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pipeline.model import Equation, Term

ZERO = Decimal(0)


LARGEST = Decimal(500_000_000)  # how many of one thing anybody counts; wider numbers are noise
PENNY, ROOM = Decimal("0.01"), Decimal("0.1")


def is_exact(equation: Equation) -> bool:
    """To the penny, by the printed numbers."""
    made, total = made_of(equation), equation.total.money.amount
    return made is not None and total is not None and abs(made - total) * 2 < PENNY


def makes(equation: Equation) -> bool:
    """Whether the printed numbers make what the total can be, with no help from the rounding of the terms; "more than £23m" is not much more."""
    made, total = made_of(equation), equation.total.money
    if made is None or total.amount is None or not fits(equation):
        return False
    low, high = total.low if total.low is not None else total.amount * (1 - ROOM), total.high if total.high is not None else total.amount * (1 + ROOM)
    return is_exact(equation) or low < made < high


def fits(equation: Equation) -> bool:
    """Whether the terms can make what the total can be, in one currency."""
    if len({equation.total.money.currency, *(term.figure.money.currency for term in equation.terms)}) > 1:
        return False
    low, high = _sum(_low(term) for term in equation.terms), _sum(_high(term) for term in equation.terms)
    least, most = equation.total.money.low, equation.total.money.high
    return (low is None or most is None or low <= most) and (high is None or least is None or least <= high)


def is_nearly(equation: Equation) -> bool:
    """Out by less than a twentieth: a number that is nearly right was meant to be."""
    made, total = made_of(equation), equation.total.money.amount
    return made is not None and total is not None and 20 * abs(made - total) <= abs(total)


def is_plausible(equation: Equation) -> bool:
    """Whether somebody can have meant it: it is out by less than half of its largest part, and no part is more than the whole; or by a slip of the scale."""
    if any(abs(term.factor) > LARGEST for term in equation.terms):
        return False
    made, total = made_of(equation), equation.total.money.amount
    if made is None or total is None:
        return fits(equation)
    largest = max(abs(amount) for amount in (total, *(term.factor * (term.figure.money.amount or ZERO) for term in equation.terms)))
    is_sum = all(term.factor == 1 for term in equation.terms)
    is_near = 2 * abs(made - total) <= largest and not (is_sum and largest > abs(total))
    return fits(equation) or is_near or any(made * noughts == total or made == total * noughts for noughts in (10, 100, 1000))


def made_of(equation: Equation) -> Decimal | None:
    """What the printed numbers make; None where one of them is no single number."""
    amounts = [(term.factor, term.figure.money.amount) for term in equation.terms]
    return sum((factor * amount for factor, amount in amounts if amount is not None), ZERO) if all(amount is not None for _, amount in amounts) else None


def _low(term: Term) -> Decimal | None:
    return min(_ends(term), default=None) if None not in _corners(term) else _open_end(term, below=True)


def _high(term: Term) -> Decimal | None:
    return max(_ends(term), default=None) if None not in _corners(term) else _open_end(term, below=False)


def _corners(term: Term) -> tuple[Decimal | None, ...]:
    return (*term.interval, term.figure.money.low, term.figure.money.high)


def _ends(term: Term) -> list[Decimal]:
    money = term.figure.money
    return [factor * amount for factor in term.interval if factor is not None for amount in (money.low, money.high) if amount is not None]


def _open_end(term: Term, below: bool) -> Decimal | None:
    """Of a product with an open end: nothing is below zero but what is taken away."""
    factors, amounts = term.interval, (term.figure.money.low, term.figure.money.high)
    if term.factor < 0:
        factor, amount = (factors[0], amounts[1]) if below else (factors[1], amounts[0] or ZERO)
    else:
        factor, amount = (factors[0] or ZERO, amounts[0] or ZERO) if below else (factors[1], amounts[1])
    return None if factor is None or amount is None else factor * amount


def _sum(ends: Iterable[Decimal | None]) -> Decimal | None:
    total = ZERO
    for end in ends:
        if end is None:
            return None
        total += end
    return total
