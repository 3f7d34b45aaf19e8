"""The figure and period stages in somebody else's spaCy pipeline."""

import datetime
import subprocess
import sys

import spacy

STRANGER = """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("crossfoot_figures")
nlp.add_pipe("crossfoot_periods")
doc = nlp("It lost £97.6m in 2018/19.")
print([span._.money.surface for span in doc.spans["money"]], [span._.period.label for span in doc.spans["periods"]])
"""


def test_spacy_knows_the_stages_by_name_without_an_import():
    told = subprocess.run([sys.executable, "-c", STRANGER], capture_output=True, text=True, check=True)
    assert told.stdout == "['£97.6m'] ['2018-19']\n"


def test_the_day_of_publication_and_the_kind_of_year_are_the_callers():
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_periods", config={"fiscal": True})
    doc = nlp.make_doc("It rose last year.")
    doc._.published = datetime.date(2019, 6, 11)
    (mention,) = nlp(doc)._.periods
    assert (mention.period.label, [other.label for other in mention.alternatives]) == ("2018-19", ["2018"])


def test_offsets_are_exact_where_tokens_are_not():
    nlp = spacy.blank("en")
    nlp.add_pipe("crossfoot_figures")
    doc = nlp("It cost £97.6m.")
    assert [(money.start, money.end) for money in doc._.money] == [(8, 14)]
    assert doc.spans["money"][0].text.startswith("£97.6m")
