"""`python -m importers.evaluation FOLDER…`: scores the extraction on folders of gold."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
import msgspec

from importers.evaluation.card import ScoredSet, card_of, own_card_file, write_card
from importers.evaluation.gold import text_beside
from importers.evaluation.gold_set import GoldSet, read_set
from importers.evaluation.printing import listed, table
from importers.evaluation.scoring import extracted, score
from importers.evaluation.tally import Mistake, mean
from importers.working_calendar import SETTING
from schema import GangmuError, Record, read_records

DONE, SOME_REFUSED, NOTHING_DONE = 0, 1, 2
"""Exit statuses."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the accuracy card as JSON instead of tables.")
@click.option("--errors", is_flag=True, help="List everything that was missed and everything that was found wrongly.")
@click.option("--check", is_flag=True, help="Only check the gold; score nothing.")
@click.option("--records", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Score this record stream (`graph export jsonl`: steps between meetings too) instead of reading the texts.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the card here and not for the page 准确率.")
def main(folders: Sequence[Path], as_json: bool, errors: bool, check: bool, records: Path | None, output: Path | None) -> None:
    """Score the extraction on folders of gold, and keep the accuracy card that the page 准确率 shows.

    A gold file that breaks the rules of annotation is named with its faults and left out. Exit status: 0 done, 1 some gold was left out,
    2 nothing done. Gold is annotated without public holidays, so that they are left out of account whatever the setting says.
    """
    os.environ[SETTING] = "0"
    try:
        sets = [read_set(folder) for folder in folders]
        problems = [problem for gold_set in sets for problem in gold_set.problems]
        _tell(problems)
        if check:
            click.echo(f"{sum(len(gold_set.documents) for gold_set in sets)} documents may be scored")
        else:
            _evaluate([gold_set for gold_set in sets if gold_set.documents], records, as_json, errors, output or own_card_file())
    except GangmuError as error:
        _tell([str(error)])
        sys.exit(NOTHING_DONE)
    nothing = not any(gold_set.documents for gold_set in sets)
    sys.exit(NOTHING_DONE if nothing else SOME_REFUSED if problems else DONE)


def _evaluate(sets: list[GoldSet], records: Path | None, as_json: bool, errors: bool, output: Path) -> None:
    """Scores the sets, prints what was asked for and writes the card."""
    scored, mistakes = zip(*(_scored(gold_set, records) for gold_set in sets), strict=True) if sets else ((), ())
    if not scored:
        return
    card = card_of(list(scored))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(card), indent=1).decode())
    else:
        click.echo("\n\n".join("\n".join(table(one)) for one in scored))
    if errors:
        click.echo("\n".join(line for some in mistakes for line in listed(some)), err=as_json)
    write_card(card, output)
    click.echo(f"written to {output}", err=True)


def _scored(gold_set: GoldSet, records: Path | None) -> tuple[ScoredSet, list[Mistake]]:
    tally = score(gold_set, _stream(records) if records else extracted(gold_set), with_evolution=records is not None)
    characters = sum(len(text_beside(path, gold.document)) for path, gold in gold_set.documents)
    about, folder, rows = gold_set.about, gold_set.folder.as_posix(), tally.rows()
    return ScoredSet(folder=folder, zh=about.zh or folder, en=about.en or folder, in_sample=about.in_sample,
                     documents=len(gold_set.documents), characters=characters, mean=mean(rows), rows=rows), tally.mistakes


def _stream(file: Path) -> list[Record]:
    with file.open("rb") as stream:
        return list(read_records(stream))


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


if __name__ == "__main__":
    main(prog_name="evaluate")
