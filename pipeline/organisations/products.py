"""Matrix products of the small model by numpy's own library: on some machines several times as fast as those of spaCy."""

from __future__ import annotations

import ctypes
import functools
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from thinc.api import Model, NumpyOps

_HOLDER = "numpy._core._multiarray_umath"  # through it the functions of the library can be reached
_GET, _SET = "scipy_openblas_get_num_threads64_", "scipy_openblas_set_num_threads64_"


def use_numpy(model: Model[Any, Any]) -> None:
    """Has a model multiply by numpy; a model stays as it is where numpy comes with a library whose threads cannot be told."""
    if _library():
        ops = NumpyOps(use_blis=False)
        for layer in model.walk():
            layer.ops = ops


@contextmanager
def one_thread() -> Iterator[None]:
    """Products of a sentence or two are too small for several threads, which would cost more than they save."""
    library = _library()
    if library is None:
        yield
        return
    before = getattr(library, _GET)()
    getattr(library, _SET)(1)
    try:
        yield
    finally:
        getattr(library, _SET)(before)


@functools.cache
def _library() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL(importlib.import_module(_HOLDER).__file__)
    except (ImportError, OSError):
        return None
    return library if hasattr(library, _GET) and hasattr(library, _SET) else None
