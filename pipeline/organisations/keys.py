"""Under which kinds and nouns a description may take up a mention: a trust under "the trust", an unknown "Fen Fellowship" under "the Fellowship"."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from pipeline.model import MentionForm, OrganisationMention
from pipeline.registry import fold

COUNCILS = ("county council", "district council", "borough council", "city council", "parish council", "town council")
# what the last word of a name says about a body that the register does not know
_KINDS = {
    "council": "council",
    "university": "university",
    "college": "university",
    "trust": "trust",
    "charity": "charity",
    "hospice": "charity",
    "ccg": "ccg",
    "stp": "stp",
    "icb": "icb",
    "partnership": "partnership",
    "union": "trade_union",
    "police": "police",
    "committee": "committee",
    **dict.fromkeys(("association", "authority", "commission", "hospital", "hospitals", "institute", "party", "society"), "other"),
    **dict.fromkeys(("post", "times", "courier", "gazette", "herald", "news", "echo", "telegraph", "journal", "monitor", "mail"), "news_publisher"),
}


def keys_of(mention: OrganisationMention) -> tuple[str, ...]:
    """The kinds and the nouns under which a description may take up a mention."""
    if mention.form is MentionForm.GROUP:
        return ()
    kind = mention.kind
    if mention.organisation.id is None and mention.form is MentionForm.NAME:
        kind = _KINDS.get(mention.organisation.name.split()[-1].casefold(), "company")  # what nothing marks as public is most often one
    councils: Iterable[str] = (phrase for phrase in COUNCILS if phrase in fold(mention.organisation.name)) if kind == "council" else ()
    return (*((kind,) if kind else ()), *councils, *heads_of(mention))


@functools.lru_cache(maxsize=4096)
def heads_of(mention: OrganisationMention) -> tuple[str, ...]:
    """The nouns of an unknown name: its last word, and the one before "of" or "for"."""
    if mention.organisation.id is not None or mention.form is not MentionForm.NAME:
        return ()
    parts = mention.organisation.name.split()
    before = [parts[i - 1] for i, part in enumerate(parts) if part in ("of", "for") and i]
    return tuple({word.casefold() for word in [*before[:1], parts[-1]]}) if len(parts) > 1 else ()
