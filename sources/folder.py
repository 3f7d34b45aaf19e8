"""Documents that lie in a folder, or in one file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sources.base import Item, Refusal


@dataclass(frozen=True, slots=True)
class FileSource:
    """One file, named as it was given. Whoever names it is told when it cannot be read; the others are published without it."""

    path: Path
    minimum: int = 0

    def items(self) -> Iterator[Item | Refusal]:
        yield Item(str(self.path), self.path)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """Every file below a folder, in sorted order, named relative to it; hidden files and folders are passed over."""

    path: Path
    minimum: int = 1

    def items(self) -> Iterator[Item | Refusal]:
        """Items, and refusals for what may not be read: folders without permission, and links that leave the folder."""
        if not self.path.is_dir():
            yield Refusal(str(self.path), "no such folder", "check the path")
            return
        pending = [self.path]
        while pending:
            path = pending.pop()
            if path != self.path and path.is_symlink() and not self._is_inside(path):
                yield Refusal(self._name(path), "a link that leaves the folder", "copy what it points to into the folder")
            elif not path.is_dir():
                yield self._item(path)
            elif path == self.path or not path.is_symlink():  # what a link inside points to is met where it lies
                found = self._list(path)
                pending += [] if isinstance(found, Refusal) else found
                yield from [found] if isinstance(found, Refusal) else []

    def _list(self, folder: Path) -> list[Path] | Refusal:
        try:
            names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
        except OSError as error:
            return Refusal(self._name(folder), f"the folder cannot be listed: {(error.strerror or 'unknown error').lower()}", "check its permissions")
        return [folder / name for name in reversed(names)]

    def _item(self, path: Path) -> Item | Refusal:
        name = self._name(path)
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            return Refusal(ascii(name), "its name is not UTF-8", "rename the file")
        return Item(name, path)

    def _is_inside(self, path: Path) -> bool:
        try:
            return path.resolve(strict=True).is_relative_to(self.path.resolve())
        except (OSError, RuntimeError):
            return False  # a link to nothing, or to itself

    def _name(self, path: Path) -> str:
        return path.relative_to(self.path).as_posix() if path != self.path else str(path)
