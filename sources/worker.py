"""The far end of `sources.isolation`: a process that reads one document at a time, within limits, from its standard input to its standard output."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import struct
import sys
from typing import IO

from pipeline.errors import CrossfootError
from sources.base import Limits, Outcome, Refusal
from sources.reading import read

LENGTH = struct.Struct("!Q")


def send(stream: IO[bytes], message: object) -> None:
    """Writes a message behind its length."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The body of the next message. Raises EOFError where the other end has gone."""
    header = stream.read(LENGTH.size)
    body = stream.read(LENGTH.unpack(header)[0]) if len(header) == LENGTH.size else b""
    if not body:
        raise EOFError
    return body


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends this process
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not end up between the answers
    while True:
        try:
            name, data, limits = pickle.loads(receive(sys.stdin.buffer))  # noqa: S301 from our own parent
        except EOFError:
            return
        send(answers, _outcome(name, data, limits))


def _outcome(name: str, data: bytes, limits: Limits) -> Outcome:
    _limit(limits)
    try:
        return read(name, data, limits)
    except CrossfootError as error:
        return Outcome(refusals=(Refusal.of(name, error),))
    except (MemoryError, RecursionError):
        return Outcome(refusals=(Refusal(name, f"needs more than {limits.memory // 2**20:,} MB of memory", "split it"),))
    except Exception as error:  # whatever a parser raises on hostile bytes
        return Outcome(refusals=(Refusal(name, f"its reader failed: {type(error).__name__}: {error}"[:300], "save it again in another program"),))


def _limit(limits: Limits) -> None:
    """Limits memory for good, and CPU time from what this process has used until now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + limits.seconds + 1, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
