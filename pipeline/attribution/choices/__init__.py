"""The weighing of what the rules found: for each field the candidates, the evidence for each, and the weights that labelled texts have taught.

The rules of `pipeline.attribution` speak first. What they say is evidence, next to the words around the sum and the place of every body and time;
`weights/*.csv` say how much each piece of evidence counts. `make train` learns them from the texts of `tests/training`.
"""
