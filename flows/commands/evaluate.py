"""crossfoot evaluate: how well files are read, against figures that people labelled."""

from pathlib import Path

import click

from flows import options


@click.command("evaluate", short_help="How well files are read, against figures that people labelled.")
@click.argument("gold", type=click.Path(path_type=Path))
@options.files
@options.formats("text", "json")
@click.option("--misses", "with_misses", is_flag=True, help="List every wrong field besides, with its sentence.")
@options.register
@options.home
def command(gold: Path, files: tuple[str, ...], format_: str, with_misses: bool, register: Path | None, home: Path) -> None:
    """Reads the files as `crossfoot extract` does, and compares the figures with those of GOLD: JSON lines with the fields of the label guide.

    A value of GOLD may be a list of acceptable ones; a field that a row lacks is not scored. A row has start and end, or else surface and context
    (the words around). Rows with "boilerplate" or "not_money" are not to be found; "optional" ones may be.

    Prints precision, recall and F1 of figures with the right amount; for each field, over all figures of GOLD, the share that has it right, and as
    all4 that of organisation, measure, basis and period right together; how often each rule was right; and how often figures of a confidence were.

    \b
    Examples:
      crossfoot evaluate gold.jsonl papers/*.pdf
      crossfoot evaluate gold.jsonl articles.jsonl --misses
      crossfoot evaluate gold.jsonl articles/*.html --format json > scores.json
    """
    from flows.inputs import Inputs
    from flows.knowledge import knowledge
    from flows.output import write
    from flows.scoring.evaluation import evaluate
    from flows.scoring.gold import read_gold
    from flows.scoring.report import listed, report
    from flows.scoring.results import results
    from flows.settings import Home
    from pipeline.language import read
    from pipeline.model import Figure

    wanted, inputs, known = read_gold(gold), Inputs(files), knowledge(Home(home), register)
    # a file that cannot be read has no figures, and those of the gold were not found
    figures: dict[str, list[Figure]] = {file: [] for file in files}
    for document in inputs:
        figures.setdefault(document.name, []).extend(read(document, known).figures)
    evaluation = evaluate(wanted, figures)
    if format_ == "json":
        write([results(evaluation, with_misses)], format_, ())
    else:
        for line in [*report(evaluation), *(listed(evaluation) if with_misses else ())]:
            click.echo(line)
    inputs.exit()
