"""What several tests against other programs need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.services.plugin_articles import client
from tests.services.rigs import hugo as rigs_hugo
from tests.services.rigs import openssh as rigs_openssh
from tests.services.rigs import wagtail as rigs_wagtail
from tests.services.rigs import wordpress as rigs_wordpress

if TYPE_CHECKING:
    from editor.publish.targets.destination import Destination

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory) -> Path:
    """The folder that the demonstration has filled."""
    out = tmp_path_factory.mktemp("demonstration") / "out"
    command = [sys.executable, "main.py", "demo", "--out", str(out)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return out


@pytest.fixture(scope="session")
def site(demonstration) -> Path:
    """The site of the demonstration."""
    return demonstration / "site"


@pytest.fixture(scope="session")
def _wordpress_server(tmp_path_factory):
    """One WordPress for the whole run; tests take `wordpress` or `wordpress_with_plugin`."""
    if lacking := rigs_wordpress.missing():
        pytest.skip(f"not installed: {lacking}")
    with rigs_wordpress.wordpress(tmp_path_factory.mktemp("wordpress")) as server:
        yield server


@pytest.fixture
def wordpress(_wordpress_server):
    """An empty WordPress with no plug-in of ours."""
    _wordpress_server.remove_plugin()
    _wordpress_server.wipe()
    yield _wordpress_server
    _wordpress_server.faults.clear()


@pytest.fixture
def wordpress_with_plugin(_wordpress_server):
    """An empty WordPress with our plug-in turned on."""
    _wordpress_server.wipe()
    _wordpress_server.add_plugin()
    yield _wordpress_server
    _wordpress_server.faults.clear()


@pytest.fixture(scope="session")
def _wagtail_server(tmp_path_factory):
    """One Wagtail for the whole run; tests take `wagtail`."""
    if lacking := rigs_wagtail.missing():
        pytest.skip(lacking)
    with rigs_wagtail.wagtail(tmp_path_factory.mktemp("wagtail")) as server:
        yield server


@pytest.fixture
def wagtail(_wagtail_server):
    """A Wagtail without articles."""
    _wagtail_server.wipe()
    yield _wagtail_server
    _wagtail_server.faults.clear()


@pytest.fixture
def openssh(tmp_path):
    """An sshd with an empty folder."""
    if lacking := rigs_openssh.missing():
        pytest.skip(f"not installed: {lacking}")
    with rigs_openssh.openssh(tmp_path / "ssh") as server:
        yield server


@pytest.fixture
def hugo(tmp_path):
    """An empty site of Hugo."""
    if lacking := rigs_hugo.missing():
        pytest.skip(f"not installed: {lacking}")
    return rigs_hugo.Hugo(tmp_path / "hugo")


@pytest.fixture
def places():
    """Destinations that are closed at the end."""
    made: list[Destination] = []
    yield made
    for place in made:
        place.close()


@pytest.fixture
def editor(site):
    """An editor at the WordPress that the tests of a file call `site`."""
    with client(site) as logged_in:
        yield logged_in


@pytest.fixture
def stranger(site):
    """Somebody whom that WordPress does not know."""
    with httpx.Client(base_url=site.url, timeout=40) as anonymous:
        yield anonymous


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    """What this computer remembers of servers lies in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
