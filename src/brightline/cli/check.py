"""`brightline check`: an exporter asks about a deal before shipping, by the same rules as a bank about its payment."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from brightline.beside.deals import read_deal
from brightline.cli.context import Context
from brightline.cli.files import read_text, write_whole
from brightline.cli.home import keep_edition
from brightline.cli.kept_deals import keep_deal, kept_deals
from brightline.cli.open import open_edition
from brightline.cli.screen import warn
from brightline.errors import PathError
from brightline.report.certificate import certificate_page
from brightline.screen.deal_words import checked_json, checked_lines
from brightline.screen.deals import check_deal
from brightline.screen.moments import read_as_of

SAMPLES = "sample_deals"


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("check")(run)


def run(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="DEAL.yaml", help="The deal, or the name of a sample that ships.")],
    as_of: Annotated[str | None, typer.Option(help="The moment of law, with its zone; default: now.")] = None,
    policy: Annotated[Path | None, typer.Option(help="A policy file or the name of a shipped one.")] = None,
    institution: Annotated[Path | None, typer.Option(help="Who asks: a profile file or a shipped one's name.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write the certificate here (HTML).")] = None,
    trial: Annotated[
        bool,
        typer.Option("--trial", help="Use the few entries that ship, without any list imported: for trying out only."),
    ] = False,
) -> int:
    """Check a deal before shipping: the answer, what to ask the buyer for, and what was not verified."""
    ours: Context = context.obj
    if out is not None and not out.absolute().parent.is_dir():
        raise PathError(str(out), "no such folder", "an output in a folder that is there")
    deal = read_deal(_text(path), str(path))
    moments = read_as_of(as_of, None, datetime.now(UTC))
    edition = open_edition(ours, moments.known, policy, institution, trial=trial)
    warn(ours, edition, moments)
    checked = check_deal(deal, path.name, edition, moments, kept_deals(ours.home))
    told = checked_json(checked)
    if out is not None:
        write_whole(out, certificate_page(told))
    keep_edition(ours.home, edition)
    keep_deal(ours.home, checked)
    if ours.as_json:
        ours.put(told)
    else:
        ours.print("\n".join(checked_lines(told)))
    return 0


def _text(path: Path) -> str:
    """The text of a deal file, or of a sample by its name."""
    samples = {
        one.name.removesuffix(".yaml"): one for one in resources.files("brightline.cli").joinpath(SAMPLES).iterdir()
    }
    if not path.exists() and str(path) in samples:
        return samples[str(path)].read_text(encoding="utf-8")
    return read_text(path, f"a deal in YAML, or a sample: {', '.join(sorted(samples))}")
