"""What speaks for the candidates as the story goes: how present each is where the sum stands, and whom a noun or a pronoun may mean."""

from __future__ import annotations

from pipeline.attribution.choices.candidates import Cast
from pipeline.attribution.choices.described import descriptions, meant
from pipeline.attribution.choices.evidence import crossed
from pipeline.attribution.choices.people import people_of_the_story
from pipeline.model import Organisation

LAST = 2  # persons


def weigh_salience(cast: Cast, here: int) -> None:
    """How much the story speaks of each, and how it may be meant where the sentence does not name it."""
    counts = cast.scene.counts
    total, most = cast.scene.total, cast.scene.most
    for name, candidate in cast.candidates.items():
        candidate.evidence["share of the story"] = counts[name] / total
        if counts[name] == most:
            cast.tell(candidate, ["most named"])
        if "in the sentence" not in candidate.evidence:
            cast.tell(candidate, ["outside"])
            candidate.add([f"outside, pronoun {cast.pronoun}", f"outside, opens with {cast.opening}", f"outside, others here {min(here, 2)}"])


def add_people_of_the_story(cast: Cast) -> None:
    """The persons whom the story named last, and those whom it speaks of most."""
    salience = cast.salience
    persons = salience.ranked([name for name, sort in salience.sorts.items() if sort == "person"], cast.context.sentence.start)
    for name in persons[:LAST]:
        cast.tell(cast.at(salience.bodies[name]), ["person named before"])
    for place, person in enumerate(people_of_the_story(cast.scene), start=1):
        cast.tell(cast.at(Organisation(None, person)), ["people of the story", f"people of the story, {place}"])


def weigh_presence(cast: Cast) -> None:
    """How present each is in the story just here."""
    salience = cast.salience
    for name, names in salience.at(cast.candidates, cast.scene.place(cast.context.sentence), cast.context.sentence.start):
        candidate = cast.candidates[name]
        cast.tell(candidate, names)
        if "in the sentence" not in candidate.evidence:
            candidate.add(crossed((f"outside, {name}" for name in names), f"pronoun {cast.pronoun}", f"opens with {cast.opening}"))
    for name, candidate in cast.candidates.items():
        candidate.evidence.update(salience.told(name))
        where = "here" if "in the sentence" in candidate.evidence else "outside"
        cast.tell(candidate, (f"{where} {profile}" for profile in salience.profile(name)))


def add_described(cast: Cast) -> None:
    """Whom the nouns of the sentence may mean."""
    salience = cast.salience
    sentence = cast.context.sentence
    ranked = salience.ranked([name for name, sort in salience.sorts.items() if sort == "body"], sentence.start)
    for each in descriptions(cast.scene, sentence):
        name = meant(each, cast.scene, ranked)
        side = "before" if each.start < cast.context.money.start else "after"
        if name:
            candidate = cast.at(salience.mentions[name].organisation)
            candidate.add(["described", f"described {side}", f"described as {each.determiner}"])
            cast.stand(candidate, each.start, each.end, "described ")
            payer = cast.candidates.get((None, cast.context.text[each.start : each.end].casefold()))
            if payer:
                payer.add(["may be who was named"])
