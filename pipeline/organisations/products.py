"""Matrix products of the small model by numpy's own library: on some processors several times as fast as those of spaCy."""

from __future__ import annotations

import functools
from contextlib import AbstractContextManager
from typing import Any

from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def use_numpy(model: Model[Any, Any]) -> None:
    """Has every layer of a model multiply by numpy."""
    ops = NumpyOps(use_blis=False)
    for layer in model.walk():
        layer.ops = ops


def one_thread() -> AbstractContextManager[object]:
    """Products of a sentence or two are too small for several threads, which would cost more than they save."""
    limited: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limited


@functools.cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
