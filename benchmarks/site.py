"""How long does the site of ten thousand signed articles take? Goals: at most 6.5 s, 200 MB, one change at most 0.5 s.

Ours makes article pages with JSON-LD and embedded proofs, lists, feed, sitemap, index and search, and syncs them;
Hugo, when it is installed, makes pages and lists of the same articles from Markdown. Making the packages (in real
life: reading the library) and checking proofs are not part of it. Every export goes into a new folder and nothing is
deleted before the end: ext4 is slow to hand out inodes that were freed minutes ago, which would be charged to whoever
comes next.
"""

from __future__ import annotations

import argparse
import base64
import dataclasses
import hashlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from typing_extensions import override

from editor.article import Article, Credit, Origin, Slip, Variant, slip_to_plain
from editor.markup.reader import read
from editor.publish.package import Package, Proof, SignedEntry, SignOff, covers_hash

GOALS = {"export": 6.5, "one changed": 0.5, "memory": 200.0}
LENGTH = 2000
COLUMNS = ("要闻", "民生", "经济", "文教", "乡镇", "评论", "图片", "公告")
WORDS = """
水库 堤坝 乡镇 合作社 稻田 油茶 果园 车间 订单 码头 学校 课堂 老师 医院 门诊 广场 公园 书店 剧团 图书馆 居民 村民
社区 网格 干部 工程 项目 道路 桥梁 汛期 秋收 春耕 冬修 增长 完成 推进 改造 建设 启动 检查 走访 座谈 调研 服务
培训 今年 去年 上半年 近日 日前 目前 据介绍 据了解 与此同时 此外 全县 全市 各地 当地 这里 这项 这一 有关部门 负责人
"""
VOCABULARY = WORDS.split()
LEVELS = ("初审", "复审", "终审签发")
NEWSROOM = hashlib.sha256(b"benchmark").hexdigest()


def article_id(number: int) -> str:
    digits = hashlib.sha256(str(number).encode()).hexdigest()
    return f"0199{digits[:4]}-{digits[4:8]}-7{digits[8:11]}-8{digits[11:14]}-{digits[14:26]}"


def text_of(number: int) -> str:
    """Some 2,000 characters with headings, a list, a quotation and a table."""
    chance = random.Random(number)
    parts: list[str] = []
    length = 0
    while length < LENGTH - 200:
        sentence = "，".join(
            "".join(chance.choices(VOCABULARY, k=chance.randint(3, 6))) for _ in range(chance.randint(8, 14))
        )
        parts.append(f"{sentence}。")
        length += len(sentence)
    parts.insert(2, f"## {''.join(chance.choices(VOCABULARY, k=5))}")
    parts.insert(5, f"> {''.join(chance.choices(VOCABULARY, k=12))}。")
    parts.insert(7, "\n".join(f"- {''.join(chance.choices(VOCABULARY, k=4))}{n}处" for n in range(3)))
    parts.append("| 乡镇 | 公里 | 户数 |\n| --- | --- | --- |\n| 柳溪镇 | 5.2 | 860 |\n| 石门乡 | 4.1 | 610 |")
    return "\n\n".join(parts) + "\n"


def slip_of(number: int) -> Slip:
    chance = random.Random(-number)
    return Slip(
        number=f"0918-A{number:02}",
        genre="news",
        headline="".join(chance.choices(VOCABULARY, k=6)),
        kicker="".join(chance.choices(VOCABULARY, k=3)) if number % 4 == 0 else "",
        byline=(Credit("周晓禾", "reporter", "记者"), Credit("陈立言", "stringer", "通讯员")),
        responsible_editor="何一苇",
        source="清水日报",
        column=COLUMNS[number % len(COLUMNS)],
        keywords=tuple(chance.choices(VOCABULARY, k=3)),
        summary="，".join("".join(chance.choices(VOCABULARY, k=5)) for _ in range(3)) + "。",
        origin=Origin.OWN,
        published_at=f"20{10 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:30:00+08:00",
    )


def _entry(content: dict[str, object]) -> SignedEntry:
    body = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    seal = hashlib.sha512(body.encode()).digest()
    return SignedEntry(
        hashlib.sha256(body.encode()).hexdigest(),
        body,
        base64.b64encode(seal).decode(),
        base64.b64encode(seal[:32]).decode(),
    )


def package_of(number: int) -> Package:
    """A package as the library gives it; signatures have the right form, nobody checks them here."""
    name, text, slip = article_id(number), text_of(number), slip_of(number)
    covers = covers_hash(name, "zh-CN", slip, text, "web")
    base: dict[str, object] = {
        "v": 1,
        "newsroom": NEWSROOM,
        "article": name,
        "variant": "zh-CN",
        "device": article_id(-1),
        "roster": [NEWSROOM],
        "at": "2021-09-19T20:00:00+08:00",
        "nonce": article_id(-number),
    }
    revision = _entry(base | {"kind": "revision", "author": NEWSROOM, "slip": slip_to_plain(slip), "text": text})
    people = [
        _entry(base | {"kind": "member", "name": f"审稿人{n}", "levels": [str(n)], "keys": [covers]})
        for n in range(1, 4)
    ]
    submit = _entry(base | {"kind": "submit", "target": revision.id})
    signs = [
        _entry(
            base | {"kind": "sign", "level": n, "target": revision.id, "submit": submit.id, "covers": {"web": covers}}
        )
        for n in range(1, 4)
    ]
    offs = tuple(
        SignOff(n, LEVELS[n - 1], f"审稿人{n}", people[n - 1].id, signs[n - 1].id, "2021-09-19T21:00:00+08:00")
        for n in range(1, 4)
    )
    proof = Proof(NEWSROOM, revision.id, covers, offs, (), (*people, revision, submit, *signs))
    article = Article(name, Variant.ZH_CN, slip, read(text))
    return Package(name, article, text, "web", "2021-09-19T20:00:00+08:00", proof, {})


class Packages(Sequence[Package]):
    """Packages made one by one, the time for making them kept apart."""

    def __init__(self, count: int, changed: int = 0) -> None:
        self._count = count
        self._changed = changed
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


def changed(package: Package) -> Package:
    slip = dataclasses.replace(package.article.slip, headline="改过的标题")
    return dataclasses.replace(package, article=dataclasses.replace(package.article, slip=slip))


def ours(folder: Path, count: int, what: str) -> dict[str, float]:
    """One export in this process: seconds, and of the processor, without making the packages; most memory in MB."""
    import resource

    from editor.publish.site.options import SiteOptions
    from editor.publish.targets.site import SiteTarget

    packages: Sequence[Package] = Packages(count, count // 2 if what == "all, one changed" else 0)
    if what == "one changed":
        packages = [changed(package_of(count))]
    start, cpu = time.perf_counter(), time.process_time()
    SiteTarget(folder, SiteOptions()).deliver(packages, ())
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    if isinstance(packages, Packages):
        seconds, cpu = seconds - packages.seconds, cpu - packages.cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "cpu": cpu, "memory": memory}


def ours_apart(folder: Path, count: int, what: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.site", "--child", str(folder), what, "--articles", str(count)]
    result = subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).resolve().parent.parent)
    found: dict[str, float] = json.loads(result.stdout)
    return found


HUGO_SINGLE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"></head><body><main><h1>{{ .Title }}</h1>
<p>{{ .Params.authors }} {{ .Params.source }} <time>{{ .Date.Format "2006-01-02 15:04" }}</time></p>{{ .Content }}
<p>{{ .Params.signed }}</p></main></body></html>"""
HUGO_LIST = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
{{ $pages := .Paginate .RegularPages 40 }}{{ range $pages.Pages }}
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p>{{ .Params.summary }}</p>{{ end }}{{ template "_internal/pagination.html" . }}</body></html>"""


def hugo_source(folder: Path, count: int) -> None:
    """The same articles as a Hugo project, the columns as sections."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(HUGO_SINGLE, "utf-8")
    (layouts / "list.html").write_text(HUGO_LIST, "utf-8")
    (folder / "config.toml").write_text(
        'baseURL="https://news.example/"\ntitle="稿台"\nlanguageCode="zh-CN"\n', "utf-8"
    )
    for number in range(1, count + 1):
        slip = slip_of(number)
        place = folder / "content" / f"c{COLUMNS.index(slip.column)}"
        place.mkdir(parents=True, exist_ok=True)
        head = {
            "title": slip.headline,
            "date": slip.published_at,
            "summary": slip.summary,
            "authors": " ".join(credit.name for credit in slip.byline),
            "source": slip.source,
            "signed": " ".join(LEVELS),
        }
        (place / f"{article_id(number)}.md").write_text(
            f"{json.dumps(head, ensure_ascii=False)}\n\n{text_of(number)}", "utf-8"
        )


def hugo(program: str, source: Path, out: Path) -> dict[str, float]:
    start = time.perf_counter()
    process = subprocess.Popen([program, "--quiet", "-s", str(source), "-d", str(out)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("hugo failed")
    cpu = usage.ru_utime + usage.ru_stime
    return {"seconds": time.perf_counter() - start, "cpu": cpu, "memory": usage.ru_maxrss / 1024}


def run(folder: Path, count: int, rounds: int) -> dict[str, list[dict[str, float]]]:
    """All cases in turn, round by round."""
    found: dict[str, list[dict[str, float]]] = {}
    program = shutil.which("hugo")
    if program:
        hugo_source(folder / "hugo", count)
    for turn in range(rounds):
        site = folder / f"site-{turn}"
        for what in ("export", "one changed", "all, one changed", "nothing changed"):
            found.setdefault(f"ours: {what}", []).append(ours_apart(site, count, what))
        if program:
            out = folder / f"public-{turn}"
            found.setdefault("Hugo: export", []).append(hugo(program, folder / "hugo", out))
            touched = next((folder / "hugo" / "content").rglob("*.md"))
            touched.write_text(touched.read_text("utf-8") + f"\n补充{turn}。\n", "utf-8")
            found.setdefault("Hugo: one changed", []).append(hugo(program, folder / "hugo", out))
    return found


def report(found: dict[str, list[dict[str, float]]]) -> None:
    base = statistics.median(one["seconds"] for one in found["ours: export"])
    print(f"{'case':<28} {'median s':>9} {'ratio':>7} {'CPU s':>7} {'MB':>7}")
    for name, results in found.items():
        seconds, cpu, memory = (
            statistics.median(one[what] for one in results) for what in ("seconds", "cpu", "memory")
        )
        print(f"{name:<28} {seconds:>9.2f} {seconds / base:>7.2f} {cpu:>7.2f} {memory:>7.0f}")
    changed_one = statistics.median(one["seconds"] for one in found["ours: one changed"])
    memory = max(one["memory"] for one in found["ours: export"])
    for name, value in (("export", base), ("one changed", changed_one), ("memory", memory)):
        print(f"{name}: {value:.2f}, goal at most {GOALS[name]}: {'met' if value <= GOALS[name] else 'MISSED'}")
    if "Hugo: export" in found:
        faster = [
            hers["seconds"] / one["seconds"]
            for hers, one in zip(found["Hugo: export"], found["ours: export"], strict=True)
        ]
        print(f"Hugo needs {statistics.median(faster):.2f} x the time, goal at least 2.0")
    else:
        print("Hugo is not installed here (Debian: apt-get install hugo), so there is nothing to compare with.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--child", nargs=2, metavar=("DIR", "WHAT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(ours(Path(given.child[0]), given.articles, given.child[1])))
        return
    with tempfile.TemporaryDirectory() as folder:
        report(run(Path(folder), given.articles, given.rounds))


if __name__ == "__main__":
    main()
