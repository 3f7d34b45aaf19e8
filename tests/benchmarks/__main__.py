"""Runs every benchmark of this folder: each is a module with a function `lines`, which yields what it found."""

import importlib
import pkgutil

from tests import benchmarks

for module in pkgutil.iter_modules(benchmarks.__path__):
    if module.name not in ("__main__", "corpus"):
        print(f"\n{module.name}")
        for line in importlib.import_module(f"tests.benchmarks.{module.name}").lines():
            print(f"  {line}")
