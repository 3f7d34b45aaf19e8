"""Which documents were read with the decisions of persons that concern them today, and which have to be read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow.parquet as pq

from warehouse.shards import manifest, shards


def wanted(folder: Path, hash_of: Callable[[str, str], str | None]) -> dict[str, str]:
    """The documents of the shards in `folder` that decisions concern, each with their hash: what `hash_of` says of its id and its text."""
    found: dict[str, str] = {}
    for shard in shards(folder):
        for batch in pq.ParquetFile(shard / "documents.parquet").iter_batches(1_000, columns=["document_id", "text"]):
            for document_id, text in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                if document_id not in found and (digest := hash_of(document_id, text)):
                    found[document_id] = digest
    return found


def outdated(folder: Path, wanted: Mapping[str, str]) -> dict[str, set[str]]:
    """The documents that no shard holds as read with the decisions that concern them (their hashes: `wanted`), by the snapshot that each is from."""
    known: set[tuple[str, str]] = set()
    current: set[tuple[str, str]] = set()
    for shard in shards(folder):
        table = pq.read_table(shard / "documents.parquet", columns=["document_id", "decisions_hash"])
        fresh = {row["document_id"] for row in table.to_pylist() if row["decisions_hash"] == wanted.get(row["document_id"])}
        pairs = {(snapshot, document) for snapshot, documents in manifest(shard).items() for document in documents}
        known |= pairs
        current |= {pair for pair in pairs if pair[1] in fresh}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for snapshot, document in known - current:
        found[snapshot].add(document)
    return dict(found)
