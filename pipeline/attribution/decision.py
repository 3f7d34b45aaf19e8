"""A rule's answer for one field, with the words that it rests on and how much to trust it against other rules' answers."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from pipeline.model import Alternative

T = TypeVar("T")
STRONG, FAIR, WEAK = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Decision(Generic[T]):
    """`value` is None where the field is left open.

    `strength` is STRONG for words tied to the figure, FAIR for the sentence, WEAK for what was carried over or assumed.
    """

    value: T
    rule: str
    strength: int
    start: int | None = None
    end: int | None = None
    confidence: Decimal | None = None
    alternatives: tuple[Alternative, ...] = ()
