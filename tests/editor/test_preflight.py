"""Missing libraries of Qt are told all at once, with one line that names exactly those."""

from __future__ import annotations

import pytest

from editor import preflight


def without(*sonames):
    """A loader of a system that lacks some libraries."""

    def load(soname):
        if soname in sonames:
            raise OSError(f"{soname}: cannot open shared object file")

    return load


def test_nothing_is_missing_where_every_library_loads():
    assert preflight.missing(preflight.WINDOW, load=without()) == ()


def test_all_missing_libraries_are_found_at_once_and_only_those():
    absent = preflight.missing(preflight.WINDOW, load=without("libEGL.so.1", "libxcb-cursor.so.0"))
    assert preflight.install_line(absent, root=False) == (
        "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"
    )


def test_an_administrator_types_no_sudo():
    line = preflight.install_line(preflight.OFFSCREEN[:1], root=True)
    assert line == "apt-get install -y --no-install-recommends libgl1"


def test_without_a_display_fewer_libraries_are_needed():
    assert set(preflight.OFFSCREEN) < set(preflight.WINDOW)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("debian", [True, False])
def test_the_sentence_names_the_libraries_and_the_line_where_we_know_it(language, debian):
    absent = preflight.OFFSCREEN[:2]
    text = preflight.report(absent, language, debian=debian, root=False)
    assert "libGL.so.1, libEGL.so.1" in text
    assert (preflight.install_line(absent, root=False) in text) is debian
    assert ("没有改动任何内容" in text) is (language == "zh_CN")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": ""}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "zh_HK", "LANG": "C"}, "zh_CN"),
    ],
)
def test_the_language_is_that_of_the_locale(environment, language):
    assert preflight.language(environment) == language


@pytest.fixture
def bare_linux(monkeypatch):
    """A Linux on which one library is missing."""
    monkeypatch.setattr(preflight.sys, "platform", "linux")
    monkeypatch.setattr(preflight.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(preflight, "missing", lambda libraries: tuple(libraries)[-1:])


def test_it_stops_with_a_sentence_when_something_is_missing(bare_linux, capsys):
    assert preflight.main(["--window"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "apt-get install -y --no-install-recommends libxcb-shape0" in err


def test_a_script_is_given_only_the_names_of_packages(bare_linux, capsys):
    assert preflight.main(["--packages"]) == 0
    assert capsys.readouterr() == ("libxkbcommon0\n", "")


def test_other_systems_need_nothing(bare_linux, monkeypatch, capsys):
    monkeypatch.setattr(preflight.sys, "platform", "darwin")
    assert preflight.main([]) == 0
    assert capsys.readouterr() == ("", "")
