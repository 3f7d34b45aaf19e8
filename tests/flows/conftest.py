"""A home with three short articles in it, for tests that look at one thing; they read it, or copy it."""

from pathlib import Path

import pytest

ARTICLES = {
    "a.txt": "Barts Health NHS Trust is in the red. The trust had a deficit of £5m in 2018-19.",
    "b.txt": "Barts Health NHS Trust had a surplus of £3m in 2017-18.",
    "c.txt": "Norfolk County Council spent £7m on roads in 2017-18.",
}


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small_home(prefect: None, papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from flows.ingest import run

    home = tmp_path_factory.mktemp("small")
    run([str(papers)], str(home))
    return home
