"""Shards: the rebuildable truth. One folder a batch, one Parquet file a table, written whole or not at all.

A shard is named by the hash of its bytes, which hold no clock and no path: the same batch, written twice, is one shard.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.model import Reading
from warehouse import rows
from warehouse.columns import COLUMNS
from warehouse.rows import Row

MANIFEST = "manifest.json"
_UNFINISHED = ".unfinished-"
NONE: Mapping[str, Collection[str]] = MappingProxyType({})
_LARGEST = Decimal(10) ** 18  # sums of such amounts still fit DECIMAL(38, 8)


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that could not be read: its `name`, the sha256 of its bytes where there were any, why, and what to do `next`."""

    name: str
    sha256: str | None
    reason: str
    next: str | None = None


def write(readings: Sequence[Reading], refusals: Sequence[Refused], folder: Path, snapshots: Mapping[str, Collection[str]] = NONE) -> Path:
    """Write one batch into `folder`, and return the path of its shard.

    `snapshots` are the sha256 of the bytes that this batch has dealt with, each with the ids of the documents that were read from them (see
    `handled`). A reading that the tables cannot hold (a lone surrogate in its text, an amount of 10^18 or more) is refused, and the rest is kept.
    """
    misfits = [Refused(reading.document.name, reading.document.id, why) for reading in readings if (why := _misfit(reading))]
    kept = {reading.document.id: reading for reading in sorted(readings, key=lambda reading: reading.document.name, reverse=True) if not _misfit(reading)}
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
    for name, table in _tables([*kept.values()], [*refusals, *misfits]).items():
        pq.write_table(table, unfinished / f"{name}.parquet", compression="zstd", compression_level=3)
    dealt_with = {sha256: sorted(kept.keys() & set(documents)) for sha256, documents in snapshots.items()}
    (unfinished / MANIFEST).write_text(json.dumps({"snapshots": dealt_with}, indent=1, sort_keys=True) + "\n")
    return _settle(unfinished, folder)


def handled(folder: Path) -> set[str]:
    """The sha256 of every snapshot that the shards in `folder` have dealt with.

    >>> handled(Path("/nowhere"))
    set()
    """
    return {snapshot for shard in shards(folder) for snapshot in manifest(shard)}


def manifest(shard: Path) -> dict[str, list[str]]:
    """The snapshots that a shard has dealt with: of each, the documents that were read from it."""
    found: dict[str, list[str]] = json.loads((shard / MANIFEST).read_text())["snapshots"]
    return found


def shards(folder: Path) -> list[Path]:
    """The finished shards in `folder`, in a fixed order."""
    return sorted(path.parent for path in folder.glob(f"*/{MANIFEST}") if not path.parent.name.startswith("."))


def sweep(folder: Path) -> None:
    """Remove what killed writers left behind; no writer may be at work in `folder`."""
    for leftover in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _tables(readings: Sequence[Reading], refusals: Sequence[Refused]) -> dict[str, pa.Table]:
    found: dict[str, list[Row]] = {name: [row for reading in readings for row in _of(name)(reading)] for name in COLUMNS if name != "quarantine"}
    found["quarantine"] = [asdict(refused) for refused in refusals]
    return {name: pa.Table.from_pylist(_ordered(found[name]), schema=schema) for name, schema in COLUMNS.items()}


def _of(name: str) -> Callable[[Reading], Iterator[Row]]:
    function: Callable[[Reading], Iterator[Row]] = getattr(rows, name)
    return function


def _ordered(found: list[Row]) -> list[Row]:
    return sorted(found, key=lambda row: [(value is None, 0 if value is None else value) for value in row.values()])


def _misfit(reading: Reading) -> str | None:
    try:
        for name in ("documents", "figures", "claims"):
            for row in _of(name)(reading):
                "".join(value for value in row.values() if isinstance(value, str)).encode()
    except UnicodeEncodeError as error:
        return f"its text is not Unicode: {error.reason}"
    moneys = [figure.money for figure in reading.figures]
    large = next((money for money in moneys for value in (money.amount, money.low, money.high) if value and abs(value) >= _LARGEST), None)
    return f"a figure is too large to be a sum of money: {large.surface[:40]}" if large else None


def _settle(unfinished: Path, folder: Path) -> Path:
    """Give the shard its name: whole, or (where the same batch is there already) not at all."""
    shard = folder / _digest(unfinished)
    if (shard / MANIFEST).exists():
        shutil.rmtree(unfinished)
        return shard
    for path in unfinished.iterdir():
        sync(path)
    unfinished.rename(shard)
    sync(folder)
    return shard


def _digest(shard: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(shard.iterdir()):
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:20]


def sync(path: Path) -> None:
    """Make a file, or the names in a folder, outlast a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
