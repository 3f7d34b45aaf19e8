"""Where a run keeps its things, and the surroundings that Prefect needs to run alone."""

import functools
import hashlib
import os
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pipeline
import sources

# files that decide what is read: change one, and everything is read again
CODE = (".py", ".csv")
PREFECT = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # errors reach the person who started the run, once and in our own words
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "DO_NOT_TRACK": "1",
}


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one collection: raw snapshots, shards of what was read from them, and the warehouse built from those.

    A user's own register, the decisions of persons on links and their judgements are here too, once there are any.
    """

    folder: Path

    @property
    def snapshots(self) -> Path:
        return self.folder / "raw"

    @property
    def shards(self) -> Path:
        """Shards of this version of the code and of the register: others read everything again, from the snapshots."""
        own = self.register.read_bytes() if self.register.exists() else b""
        return self.folder / "shards" / (f"{edition()}-{hashlib.sha256(own).hexdigest()[:12]}" if own else edition())

    @property
    def register(self) -> Path:
        """A user's own bodies and aliases, as `crossfoot run --register` took them in."""
        return self.folder / "register.csv"

    @property
    def links(self) -> Path:
        """What persons have settled about links: see `flows.links`."""
        return self.folder / "links.csv"

    @property
    def judgements(self) -> Path:
        """What persons judge about figures: see `flows.judgements`."""
        return self.folder / "judgements.csv"

    @property
    def candidate(self) -> Path:
        """The warehouse that a run is building."""
        return self.folder / "candidate.duckdb"

    @property
    def warehouse(self) -> Path:
        return self.folder / "crossfoot.duckdb"


@functools.cache
def edition() -> str:
    """The version of crossfoot, and a hash of the code and data that decide what is read: `0.1.0-3f2a91c0b7d4`."""
    digest = hashlib.sha256()
    for package in (pipeline, sources):
        root = Path(package.__path__[0])
        for path in sorted(p for p in root.rglob("*") if p.suffix in CODE):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{version('crossfoot')}-{digest.hexdigest()[:12]}"


def prefect_alone() -> None:
    """Lets Prefect start a server of its own for as long as the run lasts, quietly; to be called before Prefect is imported."""
    for name, value in PREFECT.items():
        os.environ.setdefault(name, value)
