"""Learns all weights that are shipped from the labelled texts: those by which names are told, then those of the attribution."""

from tests.training import attribution, names
from tests.training.labels import HELD
from tests.training.scenes import articles, held, learnt

if __name__ == "__main__":
    names.train()
    told = list(learnt())
    attribution.train(told)
    print("\nfigures by cross-validation:", *attribution.table(told), sep="\n")
    kept_back = [*held(), *articles(HELD)]
    attribution.decide(kept_back)
    print("\nfigures of articles that were kept back:", *attribution.table(kept_back), sep="\n")
