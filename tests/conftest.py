"""Things that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Folder of the real scraped page; tests that need it are left out where it is not at hand."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("no folder of seed pages beside this clone")
    return folder


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Folder of the standards' schemas; tests that need it are left out where it is not at hand."""
    folder = SHARED / "schemas"
    if not folder.is_dir():
        pytest.skip("no folder of schemas beside this clone")
    return folder
