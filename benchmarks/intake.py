"""How many pages a second come in: reading alone, reading with repair, and kept durably as drafts."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import resources
from benchmarks import _measure
from editor.intake import take_in
from editor.newsroom.identity import KeysInMemory
from editor.operations.desk import Desk, new_id
from editor.operations.importing import import_page
from editor.store import library
from editor.text.repair import repair

BASE = "decode alone"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=40, help="pages a round, made of the samples in turn")
    options = parser.parse_args()
    names = [sample["file"] for sample in resources.table("samples/index.toml")["samples"]]
    pages = [(name, resources.data(f"samples/{name}")) for name in names]
    batch = [pages[number % len(pages)] for number in range(options.pages)]
    texts = [take_in(data, name).decoded for name, data in batch]
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(library.create(Path(folder) / "library"), KeysInMemory(), new_id())

        def decoded() -> None:
            for _, data in batch:
                data.decode("utf-8", "replace")

        def repaired() -> None:
            for text in texts:
                repair(text)

        def taken_in() -> None:
            for name, data in batch:
                take_in(data, name)

        def kept() -> None:
            for name, data in batch:
                import_page(desk, data, name)

        cases = {BASE: decoded, "repair": repaired, "intake with repair": taken_in, "import, durable": kept}
        seconds = _measure.interleaved(cases, options.rounds, warm_up=1)
        desk.library.close()
    print(f"{len(batch)} pages a round, {sum(len(text) for text in texts) // len(texts)} characters on average")
    print(_measure.table(seconds, BASE))
    for name in list(cases)[1:]:
        median = sorted(seconds[name])[len(seconds[name]) // 2]
        print(f"{name}: {len(batch) / median:.0f} pages/s")


if __name__ == "__main__":
    main()
