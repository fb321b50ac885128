"""History in Chinese, as most people will see it."""

from __future__ import annotations

from tests.ui.keeping.conftest import chinese  # noqa: F401  (a fixture)
