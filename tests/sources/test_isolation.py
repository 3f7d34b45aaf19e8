"""The worker: hostile documents end it, never the run."""

import os
import pickle
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from sources.base import Limits
from sources.isolation import Reader, _Answer
from sources.newsroom import newsroom

PAGE = "<p>The trust lost £5m.</p>".encode()
ROOT = Path(__file__).parents[2]


def bomb(layers: int) -> bytes:
    """A PDF of a page whose content, a few hundred bytes, inflates layer by layer to 200 MB of text operators."""
    packer, operators = zlib.compressobj(1), b"BT /F 1 Tf (a) Tj ET " * 100_000
    content = b"".join(packer.compress(operators) for _ in range(100)) + packer.flush()
    for _ in range(layers - 1):
        content = zlib.compress(content)
    filters = b"/FlateDecode " * layers
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(content), filters, content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, start=1)) + b"trailer << /Root 1 0 R >>\n%%EOF"


@pytest.fixture(scope="module")
def reader():
    with Reader(Limits(seconds=3, memory=2**29)) as reader:
        yield reader


def test_one_worker_reads_many_documents(reader):
    outcomes = [reader.read(f"{n}.html", PAGE) for n in range(3)]
    worker = reader._worker.pid
    assert [outcome.documents[0].text for outcome in outcomes] == ["The trust lost £5m."] * 3
    assert reader.read("4.html", PAGE).documents
    assert reader._worker.pid == worker


def test_a_bomb_becomes_a_refusal_and_the_next_document_is_read(reader):
    started = time.monotonic()
    (refusal,) = reader.read("bomb.pdf", bomb(3)).refusals
    assert time.monotonic() - started < 8
    assert refusal.name == "bomb.pdf"
    assert refusal.reason in ("took longer than 3 s to read", "its reader crashed")
    assert reader.read("after.html", PAGE).documents


def test_a_worker_that_stops_is_replaced_when_its_time_is_up(reader):
    reader.read("before.html", PAGE)
    os.kill(reader._worker.pid, signal.SIGSTOP)
    (refusal,) = reader.read("slow.html", PAGE).refusals
    assert refusal.reason == "took longer than 3 s to read"
    assert reader.read("after.html", PAGE).documents


def test_a_killed_worker_is_replaced(reader):
    reader.read("before.html", PAGE)
    os.kill(reader._worker.pid, signal.SIGKILL)
    reader._worker.wait()
    assert reader.read("after.html", PAGE).documents


def test_a_document_that_fills_the_memory_is_refused():
    with Reader(Limits(memory=2**28)) as small:
        (refusal,) = small.read("big.html", b"<p>a<b>b" * 2_000_000).refusals
        assert refusal.reason in ("needs more than 256 MB of memory", "its reader crashed")
        assert small.read("after.html", PAGE).documents


def test_an_answer_that_would_run_something_is_not_taken(tmp_path):
    class Evil:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "made"),)

    with pytest.raises(pickle.UnpicklingError, match="may not hold"):
        _Answer(pickle.dumps(Evil())).load()
    assert not (tmp_path / "made").exists()


def test_a_refusal_crosses_over_with_its_words(reader):
    (refusal,) = reader.read("a.pdf", b"hello").refusals
    assert (refusal.name, refusal.reason, refusal.next) == ("a.pdf", "not a PDF, or a broken one", "open it and save it again")


def test_plain_text_needs_no_worker():
    with Reader() as reader:
        assert reader.read("a.txt", b"It is 5m.").documents
        assert reader.read("a.txt", b"").refusals[0].reason == "the file is empty"
        assert reader.read("a.xlsx", b"PK").refusals[0].reason == "no reader for .xlsx yet"
        assert reader._worker is None


def test_the_newsroom_through_the_worker_yields_its_least():
    with Reader() as reader:
        outcomes = {item.name: reader.read(item.name, item.path.read_bytes()) for item in newsroom().items()}
    assert sum(len(outcome.documents) for outcome in outcomes.values()) == newsroom().minimum
    assert {name: [r.reason for r in outcome.refusals] for name, outcome in outcomes.items() if outcome.refusals} == {
        "board/p02.pdf": ["no text layer"],
        "board/p04.xlsx": ["no reader for .xlsx yet"],
    }


def test_the_worker_ends_with_its_reader_even_when_that_is_killed(tmp_path):
    script = "import time; from sources.isolation import Reader;r = Reader(); r.read('a.html', b'<p>x</p>'); print(r._worker.pid, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT) as run:
        worker = int(run.stdout.readline())
        run.kill()
    deadline = time.monotonic() + 5
    while Path(f"/proc/{worker}").exists() and Path(f"/proc/{worker}/status").read_text().split("State:")[1].split()[0] != "Z":
        assert time.monotonic() < deadline, "the worker outlived its reader"
        time.sleep(0.02)
