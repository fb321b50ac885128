"""What a program that was killed left behind: articles as they stood, and how much of them the library lacks."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.blocks import block_text
from editor.markup.writer import write
from editor.records.articles import Loaded, Writing
from editor.store.journal_file import left_folders
from editor.text.counting import count
from ui.keeping.units import blocks_of_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from typing import Any

    from editor.markup.blocks import Block
    from editor.store.journal import State
    from editor.store.journal_file import Left, LeftFolder


@dataclass(frozen=True, slots=True)
class Recovered:
    """An article out of a journal that was left behind.

    Attributes:
        state: As it was on the desk; blocks: its text.
        unsaved: Whether the library lacks some of it.
        characters: 字数 written since the library had it, None when that is not known.
        in_order: Whether the program ended in order, only that the library could not be written.
        damaged: Whether the journal was damaged, so that an older state than the last had to be taken.
    """

    path: Path
    state: State
    blocks: tuple[Block, ...]
    unsaved: bool
    characters: int | None
    damaged: bool
    in_order: bool = False

    @property
    def name(self) -> str:
        """Id as lists and commands write it."""
        return self.state.name or self.state.article

    @property
    def headline(self) -> str:
        """What a person knows it by: the headline, else the first words."""
        first = next((text for block in self.blocks if (text := block_text(block).strip())), "")
        return str(self.state.slip.get("headline", "")) or first[:20]

    def loaded(self) -> Loaded:
        """As it can be laid on the desk before the core is there."""
        state = self.state
        return Loaded(
            article=state.article,
            variant=state.variant,
            name=self.name,
            own="@" not in self.name,
            slip=state.slip,
            text=write(self.blocks),
            state="draft",
            revision=state.revision,
            author=state.person,
            saved_at="",
            version=state.over,
            locked=False,
        )

    def writing(self, over: str) -> Writing:
        """To be kept in the library over one of its versions."""
        state = self.state
        return Writing(state.article, state.variant, state.slip, write(self.blocks), state.person, over)

    def same_as(self, loaded: Loaded) -> bool:
        """Whether the library has the same text and slip."""
        return write(self.blocks) == loaded.text and _without_number(self.state.slip) == _without_number(loaded.slip)

    def follows(self, loaded: Loaded) -> bool:
        """Whether it goes on from what the library has: nobody wrote there meanwhile."""
        return loaded.version == self.state.over and loaded.revision == self.state.revision


def _without_number(slip: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in slip.items() if key != "number" and value not in ("", None, [], ())}


class Recovery:
    """Journals of programs that are not there any more, held until `end`, so that no other program takes them too."""

    def __init__(self, folder: Path) -> None:
        """``folder``: see `journal_file.folder_of`."""
        self._folders = left_folders(folder)
        self.articles: tuple[Recovered, ...] = tuple(_ordered(self._folders))

    def on_desk(self, article: str = "", variant: str = "") -> Recovered | None:
        """What is to be laid on the desk: the article that lay there, else the last that the library lacks."""
        for found in reversed(self.articles):
            if (found.state.article, found.state.variant) == (article, variant):
                return found
        return next((found for found in reversed(self.articles) if found.unsaved), None)

    def done(self, recovered: Recovered) -> None:
        """It is kept elsewhere now."""
        with suppress(OSError):
            recovered.path.unlink(missing_ok=True)

    def end(self) -> None:
        """Let go what is left; the next start finds it again."""
        for folder in self._folders:
            folder.end()
        self._folders = []


def _ordered(folders: Iterable[LeftFolder]) -> list[Recovered]:
    """Articles out of the journals, oldest first; journals that say nothing new are removed."""
    found: list[Recovered] = []
    for folder in folders:
        for left in folder.journals():
            recovered = _recovered(left)
            if recovered is not None:
                found.append(recovered)
    return sorted(found, key=lambda each: (each.state.at, each.state.serial))


def _recovered(left: Left) -> Recovered | None:
    replay = left.replay
    if replay.state is None or (replay.closed and not replay.unsaved):
        if replay.closed:
            with suppress(OSError):
                left.path.unlink()
        return None
    state, kept = replay.state, replay.kept
    blocks = blocks_of_units(state.units)
    characters: int | None = None
    if kept is not None:
        characters = written_between(_words(blocks_of_units(kept.units)), _words(blocks))
    elif not state.over and not state.revision:
        characters = written_between("", _words(blocks))
    damaged = replay.damaged or replay.missing > 0
    return Recovered(left.path, state, blocks, replay.unsaved, characters, damaged, replay.closed)


def _words(blocks: Iterable[Block]) -> str:
    return "\n".join(map(block_text, blocks))


def written_between(old: str, new: str) -> int:
    """字数 of the stretch in which a text differs from an older one."""
    most = min(len(old), len(new))
    head = _most(most, lambda length: old[:length] == new[:length])
    tail = _most(most - head, lambda length: old[len(old) - length :] == new[len(new) - length :])
    return count(new[head : len(new) - tail])


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The greatest number up to a limit for which something holds that holds for all smaller ones."""
    low = 0
    while low < limit:
        middle = (low + limit + 1) // 2
        if holds(middle):
            low = middle
        else:
            limit = middle - 1
    return low
