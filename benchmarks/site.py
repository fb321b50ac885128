"""How long does the site of ten thousand signed articles take, against Hugo and Pelican on the same articles?

Goals: half of Hugo's time, an eighth of Pelican's, 200 MB, one change at most 0.5 s of the processor. Ours makes
article pages with JSON-LD and embedded proofs, lists, feeds, sitemaps, index and search, and syncs them; Hugo, when it
is installed, and Pelican, when it is asked for, make pages and lists of the same articles from Markdown. The packages
lie in memory before the clock starts (in life they are read from the library meanwhile); memory is that of all
processes together (their share of what they share), in a run of its own in which they are made one by one. The check
of proofs is measured by ``benchmarks.proofs``. Every export goes into a new folder and nothing is deleted before the
end: ext4 is slow to hand out inodes that were freed minutes ago, which would be charged to whoever comes next.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from typing_extensions import override

from benchmarks import _site_rivals as rivals
from benchmarks._site_articles import changed, package_of
from editor.publish.package import Package
from editor.publish.targets.site import SiteTarget

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
GOALS = {"one changed": 0.5, "memory": 200.0}
FASTER = {"Hugo": 2.0, "Pelican": 8.0}

EXPORT, ONE, AMONG, NOTHING, LEAN = "export", "one changed", "all, one changed", "nothing changed", "made one by one"


class Packages(Sequence[Package]):
    """Packages made one by one, the time for making them kept apart."""

    def __init__(self, count: int, changed_at: int = 0) -> None:
        self._count = count
        self._changed = changed_at
        self.seconds = 0.0
        self.cpu = 0.0

    @override
    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Package: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Package]: ...
    @override
    def __getitem__(self, index: int | slice) -> Package | Sequence[Package]:
        if isinstance(index, slice):
            return [self._made(number + 1) for number in range(self._count)[index]]
        return self._made(range(self._count)[index] + 1)

    def _made(self, number: int) -> Package:
        package = package_of(number)
        return changed(package) if number == self._changed else package

    @override
    def __iter__(self) -> Iterator[Package]:
        for number in range(1, self._count + 1):
            start, cpu = time.perf_counter(), time.process_time()
            package = self._made(number)
            self.seconds += time.perf_counter() - start
            self.cpu += time.process_time() - cpu
            yield package


def _cpu() -> float:
    """Seconds of the processors, of this process and of those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def ours(folder: Path, count: int, what: str) -> dict[str, float]:
    """One export in this process, without the making of the packages."""
    packages: Sequence[Package] = Packages(count, count // 2 if what == AMONG else 0)
    if what == ONE:
        packages = [changed(package_of(count))]
    elif what == EXPORT:
        packages = list(packages)
    gc.collect()
    gc.freeze()  # packages that wait in memory are the benchmark's
    start, cpu = time.perf_counter(), _cpu()
    SiteTarget(folder).deliver(packages, ())
    seconds, cpu = time.perf_counter() - start, _cpu() - cpu
    if isinstance(packages, Packages):
        seconds, cpu = seconds - packages.seconds, cpu - packages.cpu
    return {"seconds": seconds, "cpu": cpu}


def ours_apart(folder: Path, count: int, what: str) -> dict[str, float]:
    """The same in a process of its own; with the most memory of it and its copies in MB."""
    command = [sys.executable, "-m", "benchmarks.site", "--child", str(folder), what, "--articles", str(count)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
    most = 0.0
    while what != EXPORT and process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(0.05)
    told, _ = process.communicate()
    if process.returncode:
        raise SystemExit("the export failed")
    return {**json.loads(told), "memory": most}


def _memory(process: int) -> float:
    """MB of a process and those that it has made, what they share counted once; 0 where the system does not say."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return 0.0
    found = 0.0
    for one in (str(process), *children):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:  # it has ended
            continue
        found += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return found


def run(folder: Path, count: int, rounds: int, *, with_pelican: bool) -> dict[str, list[dict[str, float]]]:
    """All cases in turn, round by round."""
    found: dict[str, list[dict[str, float]]] = {}
    program = shutil.which("hugo")
    if program:
        rivals.hugo_source(folder / "hugo", count)
    pelican = rivals.pelican_program(folder / "venv") if with_pelican else None
    if pelican:
        rivals.pelican_source(folder / "pelican", count)
    for turn in range(rounds):
        site = folder / f"site-{turn}"
        for what in (EXPORT, ONE, AMONG, NOTHING):
            found.setdefault(f"ours: {what}", []).append(ours_apart(site, count, what))
        if program:
            out = folder / f"public-{turn}"
            found.setdefault("Hugo: export", []).append(rivals.hugo(program, folder / "hugo", out))
            touched = next((folder / "hugo" / "content").rglob("*.md"))
            touched.write_text(touched.read_text("utf-8") + f"\n补充{turn}。\n", "utf-8")
            found.setdefault("Hugo: one changed", []).append(rivals.hugo(program, folder / "hugo", out))
    found[f"ours: {LEAN}"] = [ours_apart(folder / "lean", count, LEAN)]
    if pelican:
        found["Pelican: export"] = [rivals.pelican(pelican, folder / "pelican", folder / "pelican-out")]
    return found


def report(found: dict[str, list[dict[str, float]]]) -> None:
    """Medians and goals."""
    middle = {
        name: {what: statistics.median(one[what] for one in results) for what in ("seconds", "cpu", "memory")}
        for name, results in found.items()
    }
    base = middle["ours: export"]["seconds"]
    print(f"{'case':<28} {'median s':>9} {'ratio':>7} {'CPU s':>7} {'MB':>7}")
    for name, held in middle.items():
        numbers = f"{held['seconds']:>9.2f} {held['seconds'] / base:>7.2f} {held['cpu']:>7.2f} {held['memory']:>7.0f}"
        print(f"{name:<28} {numbers}")
    reached = {"one changed": middle[f"ours: {ONE}"]["cpu"], "memory": middle[f"ours: {LEAN}"]["memory"]}
    for name, value in reached.items():
        print(f"{name}: {value:.2f}, goal at most {GOALS[name]}: {'met' if value <= GOALS[name] else 'MISSED'}")
    for rival, goal in FASTER.items():
        theirs = found.get(f"{rival}: export")
        if theirs is None:
            print(f"{rival} was not measured (Hugo: apt-get install hugo; Pelican: --pelican)")
            continue
        ratio = statistics.median(one["seconds"] for one in theirs) / base
        print(f"{rival} needs {ratio:.2f} x the time, goal at least {goal}: {'met' if ratio >= goal else 'MISSED'}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pelican", action="store_true", help="install Pelican into a temporary folder and measure it")
    parser.add_argument("--child", nargs=2, metavar=("DIR", "WHAT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(ours(Path(given.child[0]), given.articles, given.child[1])))
        return
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        report(run(Path(folder), given.articles, given.rounds, with_pelican=given.pelican))


if __name__ == "__main__":
    main()
