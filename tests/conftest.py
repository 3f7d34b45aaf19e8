"""What many tests share: one Prefect for the whole session, and one home with the sample newsroom in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.settings import prefect_alone


@pytest.fixture(scope="session")
def prefect() -> Iterator[None]:
    """A Prefect server on a database of its own; starting one for each test would take minutes."""
    prefect_alone()
    from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    # each flow would wait up to a second for its last heartbeat
    with prefect_test_harness(server_startup_timeout=120), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


@pytest.fixture(scope="session")
def newsroom_home(prefect: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the main job ran on the sample newsroom; tests only read it."""
    from flows.ingest import run

    home = tmp_path_factory.mktemp("newsroom")
    run([], str(home))
    return home
