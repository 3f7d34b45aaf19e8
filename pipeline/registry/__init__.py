"""The organisation register as the pipeline knows it; its facts are in `pipeline/register`."""

from pipeline.registry.folding import fold, fold_word, words
from pipeline.registry.reading import REGISTER, load
from pipeline.registry.register import Alias, Body, Membership, Register, Succession, Term

__all__ = ["REGISTER", "Alias", "Body", "Membership", "Register", "Succession", "Term", "fold", "fold_word", "load", "words"]
