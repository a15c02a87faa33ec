"""The verb over a file of decisions: counts, a page, a table for each kind, and what is wrong in one sentence."""

from __future__ import annotations

import csv
import json
from typing import Any


def test_a_shadow_run_over_a_file_of_decisions(desk: Any) -> None:
    payments = [("release", "U1"), ("stop", "U2"), ("review", "U3")]
    lines = [
        {"id": f"{number:032}", "outcome": outcome, "payment": {"source": f"{uetr}.xml#1", "uetr": uetr}}
        for number, (outcome, uetr) in enumerate(payments)
    ]
    desk.write("d.jsonl", "".join(json.dumps(one) + "\n" for one in lines))
    desk.write("t.csv", "UETR,name,reason\nu1,=SUM(A1),name 85%\nU2,ZAVOD,\nNONE-OF-OURS,X,\n")
    done = desk.quick("shadow", "t.csv", "d.jsonl", "--out", "run", "--json")
    assert done.status == 0, done.err
    counts = {row["what"]: row["count"] for row in json.loads(done.out)["tables"]["counts"]}
    assert counts["Held by both"] == counts["Held by us alone"] == counts["Held by the other filter alone"] == 1
    text = (desk.folder / "run" / "shadow-only-theirs.csv").read_text(encoding="utf-8")
    (row,) = csv.DictReader(text.splitlines())
    assert (row["source"], row["theirs"]) == ("U1.xml#1", "name =SUM(A1); reason name 85%")
    page = (desk.folder / "run" / "shadow.html").read_text(encoding="utf-8")
    assert "Held by us alone" in page


def test_a_wrong_call_is_told_in_one_sentence(desk: Any) -> None:
    desk.write("d.jsonl", "")
    desk.write("t.csv", "reference,name\n1,2\n")
    assert "one of uetr, end_to_end_id, message_id" in desk.quick("shadow", "t.csv", "d.jsonl").err
    done = desk.quick("shadow", "t.csv", "d.jsonl", "--since", "2024-01-01")
    assert (done.status, "one of them" in done.err) == (2, True)
    assert desk.quick("shadow", "none.csv", "d.jsonl").status == 2
