"""The main job: from sources to a published warehouse. One Prefect task a batch of documents; started again, it goes on where it was killed."""

import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from flows.judgements import JUDGEMENTS
from flows.knowledge import added, adopt, knowledge_of_run, prepare
from flows.links import LINKS
from flows.progress import watcher
from flows.server import end_with_parent
from flows.settings import Home
from pipeline.errors import CrossfootError
from pipeline.knowledge import Knowledge
from pipeline.language import read
from pipeline.model import LinkDecision, Reading
from pipeline.organisations.decisions import concerning
from pipeline.registry import REGISTER
from sources.base import Item, Refusal, Snapshot, Source
from sources.folder import FileSource, FolderSource
from sources.isolation import Reader
from sources.newsroom import newsroom
from sources.snapshots import Snapshots
from warehouse import heeded, load, publish, query, shards
from warehouse.rows import decisions_hash
from warehouse.shards import Refused

log = logging.getLogger(__name__)
# documents of ordinary size: half a minute of work or more
BATCH = 200

Decisions = tuple[LinkDecision, ...]
# a snapshot to read, and which of its documents; None is all of them
Job = tuple[Snapshot, frozenset[str] | None]


@flow(name="crossfoot")
def run(paths: list[str], home: str, own: str | None = None) -> list[Refused]:
    """Takes in files and folders (none: the sample newsroom), reads what is new, and publishes a warehouse of everything that the home holds.

    `own` is a user's own register, which the home keeps. Returns what of these sources could not even be taken in. Raises CrossfootError where they
    yield less than they should, or where the register, the decisions on links or the judgements do not hold together; then nothing is published.
    """
    place = Home(Path(home))
    with publish.exclusive(place.folder):
        if own:
            adopt(Path(own), place)
        links, judgements, folder = LINKS.read(place.links), JUDGEMENTS.read(place.judgements), prepare(place)
        known = knowledge_of_run(folder, tuple(link.decision for link in links))
        kept, not_taken = take_in(paths, place)
        hashes = read_new(place, folder, known.decisions)
        more = added(known.register, links, judgements, hashes)
        build(place, folder, kept, not_taken, max(1, sum(source.minimum for source in sources_of(paths))), more)
    return not_taken


def sources_of(paths: Sequence[str]) -> list[Source]:
    """A source for each path; the sample newsroom where there are none."""
    return [FolderSource(Path(path)) if Path(path).is_dir() else FileSource(Path(path)) for path in paths] or [newsroom()]


@task(retries=2, retry_delay_seconds=1)
def take_in(paths: list[str], home: Home) -> tuple[list[Snapshot], list[Refused]]:
    """Keeps the bytes of every item before anything reads them."""
    store, kept, refused = Snapshots(home.snapshots), [], []
    for item in (item for source in sources_of(paths) for item in source.items()):
        outcome = _keep(store, item)
        if isinstance(outcome, Snapshot):
            kept.append(outcome)
        else:
            refused.append(Refused(outcome.name, None, outcome.reason, outcome.next or None))
    return kept, refused


def _keep(store: Snapshots, item: Item | Refusal) -> Snapshot | Refusal:
    if isinstance(item, Refusal):
        return item
    try:
        return store.keep(item)
    except CrossfootError as error:
        return Refusal.of(item.name, error)


def read_new(home: Home, folder: Path, decisions: Decisions) -> dict[str, str]:
    """Reads into the shards in `folder` what they lack, in batches: new snapshots, and the documents that other decisions concern now.

    Returns the hashes of the decisions for the documents that any concerns.
    """
    shards.sweep(folder)
    jobs = list(_jobs(home, folder, decisions))
    batches = [jobs[i : i + BATCH] for i in range(0, len(jobs), BATCH)]
    watcher().begin(f"Reading {len(jobs)} documents", len(jobs))
    # one batch is read here; several by processes, since reading is work for the processor
    runner: TaskRunner[Any] = ProcessPoolTaskRunner(max_workers=os.cpu_count() or 1) if len(batches) > 1 else ThreadPoolTaskRunner(max_workers=1)
    read_batches.with_options(task_runner=runner)(batches, home.snapshots, folder, decisions)
    return _wanted(folder, decisions)


def _jobs(home: Home, folder: Path, decisions: Decisions) -> Iterator[Job]:
    done, outdated = shards.handled(folder), heeded.outdated(folder, _wanted(folder, decisions))
    for snapshot in Snapshots(home.snapshots).all():
        if snapshot.sha256 not in done:
            yield snapshot, None
        elif snapshot.sha256 in outdated:
            yield snapshot, frozenset(outdated[snapshot.sha256])


def _wanted(folder: Path, decisions: Decisions) -> dict[str, str]:
    if not decisions:
        return {}
    return heeded.wanted(folder, lambda document_id, text: decisions_hash(concerning(document_id, text, decisions)))


@flow(name="crossfoot-read", validate_parameters=False)
def read_batches(batches: list[list[Job]], snapshots: Path, into: Path, decisions: Decisions) -> None:
    """Submits every batch, and waits for all of them."""
    futures = [read_batch.submit(batch, snapshots, into, decisions) for batch in batches]
    for future, batch in zip(futures, batches, strict=True):
        future.result()
        watcher().advance(len(batch))


@task(retries=1)
def read_batch(batch: list[Job], snapshots: Path, into: Path, decisions: Decisions) -> None:
    """Reads a batch of snapshots into a shard; what cannot be read is refused, with the reason, and the rest goes on."""
    end_with_parent()
    store, known = Snapshots(snapshots), knowledge_of_run(into, decisions)
    readings: dict[str, list[Reading]] = {}
    refused: list[Refused] = []
    with Reader() as reader:
        for job in batch:
            outcomes = list(_read(reader, store, job, known))
            readings[job[0].sha256] = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
            refused += [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    dealt_with = {sha256: [reading.document.id for reading in found] for sha256, found in readings.items()}
    shards.write([reading for found in readings.values() for reading in found], refused, into, dealt_with)


def _read(reader: Reader, store: Snapshots, job: Job, known: Knowledge) -> Iterator[Reading | Refused]:
    snapshot, wanted = job
    try:
        outcome = reader.read(snapshot.name, store.bytes_of(snapshot))
        yield from (Refused(r.name, snapshot.sha256, r.reason, r.next or None) for r in outcome.refusals)
        yield from (read(document, known) for document in outcome.documents if wanted is None or document.id in wanted)
    except CrossfootError as error:
        yield Refused(error.where or snapshot.name, snapshot.sha256, error.what, error.next or None)
    except Exception as error:  # a defect of ours must not cost the night's other documents
        log.exception("while reading %s", snapshot.name)
        yield Refused(snapshot.name, snapshot.sha256, f"crossfoot failed on it: {error!r}", "please report it with the document")


@task
def build(home: Home, folder: Path, kept: list[Snapshot], not_taken: list[Refused], minimum: int, more: load.Added) -> None:
    """Builds a new warehouse from all shards beside the old one, and swaps it in once it holds together.

    Raises CrossfootError, and publishes nothing, where fewer than `minimum` of the snapshots that this run kept could be read.
    """
    watcher().begin("Reconciling", None)
    try:
        load.build(folder, REGISTER, home.candidate, folder.name, not_taken, more)
        _check_yield(home.candidate, kept, not_taken, minimum)
        publish.publish(home.candidate, home.folder, minimum)
    finally:
        load.clear(home.candidate)


def _check_yield(candidate: Path, kept: list[Snapshot], not_taken: list[Refused], minimum: int) -> None:
    """Empty is not success: a source that gives less than it should has broken, and what it gave before is better."""
    reasons = {(row["sha256"], row["name"]): row["reason"] for row in query.ask(candidate, "unread")}
    unread = [(s.name, reasons[s.sha256, s.name]) for s in kept if (s.sha256, s.name) in reasons] + [(r.name, r.reason) for r in not_taken]
    if len(kept) + len(not_taken) - len(unread) < minimum:
        shown = "".join(f"\n  {name}: {reason}" for name, reason in unread[:10])
        raise CrossfootError(
            f"{len(kept) + len(not_taken) - len(unread)} documents could be read, and at least {minimum} were expected: nothing new is published",
            next=f"put these right and run again{shown}" if unread else "give it files, or a folder with files in it",
        )
