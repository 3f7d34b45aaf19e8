"""What can go wrong, said so that the reader knows the place and what to do next."""


class CrossfootError(Exception):
    """An error that a person can act on: `what` happened, `where`, and what to do `next`.

    >>> print(CrossfootError("not valid UTF-8", where="a.txt, byte 12", next="convert it with iconv"))
    a.txt, byte 12: not valid UTF-8; convert it with iconv
    """

    def __init__(self, what: str, *, where: str = "", next: str = "") -> None:
        self.what, self.where, self.next = what, where, next
        super().__init__((f"{where}: " if where else "") + what + (f"; {next}" if next else ""))

    def __reduce__(self) -> tuple[object, ...]:
        # keyword arguments do not survive the default pickling, and errors cross process borders
        return _rebuild, (type(self), self.what, self.where, self.next)


def _rebuild(kind: type[CrossfootError], what: str, where: str, next: str) -> CrossfootError:
    return kind(what, where=where, next=next)


class RegisterError(CrossfootError):
    """The organisation register does not hold together."""


class ModelError(CrossfootError):
    """A value breaks an invariant of the model: a defect in our own code, never a user's mistake."""
