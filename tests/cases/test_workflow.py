"""What people do with a case: who may, in which state, by how many eyes, and what a change of the answer undoes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

import pytest
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import FIRST_DAY, LISTED, reviewed, somebody, stopped, taken_in
from tests.screen.conftest import ENTITIES, edition_of, listed, version

from brightline.cases import workflow
from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.people import disable_person, set_role
from brightline.cases.view import case_view
from brightline.cases.workflow import Act, act, act_together
from brightline.errors import Clash, NotAllowed, NotThere, Refused
from brightline.screen.four_eyes import Guard
from brightline.terms import ListedIdentifier

RELEASE = Act("dispose", "other-party", "The INN is another.", "released")


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana", "analyst")


@pytest.fixture
def bo(store: Store) -> Actor:
    return somebody(store, "Bo", "approver")


@pytest.fixture
def cy(store: Store) -> Actor:
    return somebody(store, "Cy", "approver")


def _kinds(store: Store, case_id: str, actor: Actor) -> list[str]:
    return [one.kind for one in case_view(store, case_id, actor).timeline]


def test_one_person_releases_a_review(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    view = act(store, case, RELEASE, ana, deciding)
    assert (view.row.state, view.row.due, view.revision) == ("released", None, 2)
    last = view.timeline[-1]
    assert (last.kind, last.by_name, last.reason, last.comment) == (
        "ended",
        "Ana",
        "other-party",
        "The INN is another.",
    )
    assert last.content["disposition"] == "released"
    assert [one.kind for one in view.actions] == ["note", "reopen", "filed"]


def test_no_single_person_releases_a_stop(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    case = taken_in(store, deciding, stopped())
    for one in (ana, bo):
        with pytest.raises(NotAllowed, match="one person alone, for released of a stop"):
            act(store, case, RELEASE, one, deciding)
    recommended = act(store, case, Act("recommend", "other-party", "Not them.", "released"), ana, deciding)
    assert recommended.recommendation is not None
    assert (recommended.recommendation.by_name, recommended.recommendation.comment) == ("Ana", "Not them.")
    assert act(store, case, Act("approve"), bo, deciding).row.state == "released"
    assert _kinds(store, case, ana) == ["opened", "recommended", "ended"]


def test_nobody_approves_what_they_recommended(store: Store, deciding: Deciding, bo: Actor) -> None:
    case = taken_in(store, deciding, stopped())
    view = act(store, case, Act("recommend", "other-party", "Not them.", "released"), bo, deciding)
    assert not {"approve", "send-back"} & {one.kind for one in view.actions}
    for kind in ("approve", "send-back"):
        with pytest.raises(NotAllowed, match="the same person who recommended it"):
            act(store, case, Act(kind, comment="So be it."), bo, deciding)
    assert case_view(store, case, bo).row.state == "recommended"


def test_of_two_approvers_at_once_one_is_first(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor, cy: Actor
) -> None:
    case = taken_in(store, deciding, stopped())
    act(store, case, Act("recommend", "exposure", "It is them.", "declined"), ana, deciding)

    def approve(who: Actor) -> str:
        try:
            return act(store, case, Act("approve"), who, deciding).row.state
        except Clash as late:
            return str(late)

    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(approve, (bo, cy)))
    assert answers[1] == "declined" or answers[0] == "declined"
    late = next(one for one in answers if one != "declined")
    assert "expected recommended, to approve, found declined, by " in late
    assert _kinds(store, case, ana).count("ended") == 1


@pytest.mark.parametrize("kind", ["approve", "send-back"])
def test_nobody_agrees_to_a_recommendation_made_meanwhile(
    store: Store, deciding: Deciding, monkeypatch: pytest.MonkeyPatch, ana: Actor, bo: Actor, cy: Actor, kind: str
) -> None:
    case = taken_in(store, deciding, stopped())
    act(store, case, Act("recommend", "other-party", "Not them.", "released"), ana, deciding)
    plan = workflow._plan

    def planned_and_then(*given: Any) -> Any:
        planned = plan(*given)
        monkeypatch.setattr(workflow, "_plan", plan)
        act(store, case, Act("send-back", comment="Look again."), cy, deciding)
        act(store, case, Act("recommend", "exposure", "It is them.", "declined"), ana, deciding)
        return planned

    monkeypatch.setattr(workflow, "_plan", planned_and_then)
    with pytest.raises(Clash, match="a recommendation made since"):
        act(store, case, Act(kind, comment="So be it."), bo, deciding)
    view = case_view(store, case, bo)
    assert (view.row.state, view.recommendation and view.recommendation.disposition) == ("recommended", "declined")


def test_an_approval_does_not_count_when_a_list_changed(
    store: Store, deciding: Deciding, clock: Clock, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, Act("recommend", "other-party", "Not them.", "released"), ana, deciding)
    clock.move(hours=20)
    banks = (*ENTITIES, listed("3", "HARBIN MORNING TRADE CO LTD", countries=("CN",)))
    deciding.swap(edition_of(version(published="2024-07-03"), entities=banks))
    with pytest.raises(Clash, match="on screening again"):
        act(store, case, Act("approve"), bo, deciding)
    view = case_view(store, case, bo)
    assert (view.row.state, view.recommendation, len(view.decisions)) == ("in-review", None, 2)
    told = view.timeline[-1]
    assert told.kind == "changed-since"
    assert (told.content["before"], told.content["after"]) == view.decisions
    assert any("us-ofac-sdn 3" in str(one) for one in told.content["changed"])
    assert view.decision["id"] == view.row.decision == view.decisions[1]


def test_a_payment_held_overnight_is_screened_again_and_released_where_nothing_changed(
    store: Store, deciding: Deciding, clock: Clock, ana: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    clock.move(days=1)
    assert case_view(store, case, ana).row.held_overnight
    view = act(store, case, RELEASE, ana, deciding)
    assert (view.row.state, len(view.decisions)) == ("released", 2)
    assert view.timeline[-1].content["decision"] == view.decisions[1]


def test_what_became_a_stop_needs_two_people_from_then_on(
    store: Store, deciding: Deciding, clock: Clock, ana: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    clock.move(hours=20)
    bank = listed("9", "ALMATY HARBOUR BANK", identifiers=(ListedIdentifier("BIC", "KZKZKZKA", None),))
    deciding.swap(edition_of(version(published="2024-07-03"), entities=(*ENTITIES, bank)))
    with pytest.raises(Clash, match="the outcome was review and is stop"):
        act(store, case, RELEASE, ana, deciding)
    with pytest.raises(NotAllowed, match="for released of a stop"):
        act(store, case, RELEASE, ana, deciding)


def test_only_what_the_decision_permits(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    offered = {one.kind: one.dispositions for one in case_view(store, case, ana).actions}
    assert offered["recommend"] == ("released", "declined", "recalled", "resubmitted")
    for disposition, reason in (("frozen-and-reported", "blocked"), ("returned", "listed")):
        with pytest.raises(Refused, match="which this payment does not permit"):
            act(store, case, Act("recommend", reason, "So.", disposition), ana, deciding)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (Act("burn"), "expected one of assign, note"),
        (Act("note"), "comment: expected a sentence"),
        (Act("note", comment="x" * 5001), "found 5001 letters"),
        (Act("dispose", "other-party", "Why.", "burnt"), "disposition: expected one of released"),
        (Act("dispose", "exposure", "Why.", "released"), "for released one of other-party"),
        (Act("dispose", None, "Why.", "released"), "reason: expected for released"),
        (Act("wait", comment="For what?", to="godot"), "expected customer or bank"),
        (Act("assign", to="nobody-known"), "live analyst or approver"),
        (Act("filed", comment="Sent.", to="us-blocked"), "a report that this case owes"),
        (Act("repair", comment="Mended.", message=b"<still broken"), "0 payments in 1 readings"),
    ],
)
def test_ill_asked_acts_are_refused_and_change_nothing(
    store: Store, deciding: Deciding, ana: Actor, one: Act, told: str
) -> None:
    case = taken_in(store, deciding, reviewed())
    with pytest.raises(Refused, match=told) as refused:
        act(store, case, one, ana, deciding)
    assert refused.value.status == 422
    assert case_view(store, case, ana).revision == 1
    assert _kinds(store, case, ana) == ["opened"]


def test_there_is_no_such_case(store: Store, deciding: Deciding, ana: Actor) -> None:
    with pytest.raises(NotThere):
        act(store, "0" * 32, Act("note", comment="Hm."), ana, deciding)


def test_the_clock_stands_while_the_customer_is_asked(
    store: Store, deciding: Deciding, clock: Clock, ana: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    waiting = act(store, case, Act("wait", comment="Asked for the invoice.", to="customer"), ana, deciding)
    assert (waiting.row.state, waiting.row.due, waiting.row.overdue) == ("waiting-customer", None, False)
    clock.move(hours=5)
    back = act(store, case, Act("resume"), ana, deciding)
    assert (back.row.state, back.row.due) == ("in-review", "2024-07-04T00:00:00.000000Z")


def test_a_locked_case_is_read_only_to_others_until_the_lock_ends(
    store: Store, deciding: Deciding, clock: Clock, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, Act("lock"), ana, deciding)
    assert case_view(store, case, bo).row.locked_by == "Ana"
    with pytest.raises(Clash, match="a case that Ana has open until"):
        act(store, case, RELEASE, bo, deciding)
    act(store, case, Act("note", comment="A word from Bo."), bo, deciding)
    clock.move(minutes=16)
    assert case_view(store, case, bo).row.locked_by is None
    assert act(store, case, RELEASE, bo, deciding).row.state == "released"


def test_an_act_on_a_stale_view_is_refused(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, Act("note", comment="Looked."), bo, deciding)
    with pytest.raises(Clash, match="a view of revision 1"):
        act(store, case, Act("dispose", "other-party", "Not them.", "released", revision=1), ana, deciding)


def test_a_repaired_message_is_decided_for_itself(store: Store, deciding: Deciding, clock: Clock, ana: Actor) -> None:
    case = taken_in(store, deciding, stopped())
    clock.move(minutes=1)
    view = act(store, case, Act("repair", comment="Name was cut.", message=mt103()), ana, deciding)
    assert (view.row.state, view.row.outcome, view.row.creditor) == ("in-review", "release", "GOLDEN LEAF TEA LLC")
    assert view.timeline[-1].content == {"from": case, "decision": view.decisions[1]}
    with pytest.raises(NotAllowed, match="of a stop"):
        act(store, case, Act("dispose", "no-link", "Mended.", "released"), ana, deciding)


PAPERS = b"""[{"kind": "invoice", "number": "I-1", "issued": "2024-06-20", "amount": "125000.00", "currency": "CNY",
 "parties": [{"role": "buyer", "name": "HARBIN MORNING TRADE CO LTD"}], "goods": [{"hs": "090210", "words": "tea"}]}]"""


def test_a_reply_is_screened_beside_its_papers(store: Store, deciding: Deciding, clock: Clock, ana: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, Act("wait", comment="Asked for the invoice.", to="customer"), ana, deciding)
    clock.move(hours=5)
    view = act(store, case, Act("reply", comment="By mail.", message=PAPERS), ana, deciding)
    assert (view.row.state, view.timeline[-1].kind, len(view.decisions)) == ("in-review", "reply", 2)
    assert cast("Any", view.decision)["beside"]["papers"][0]["number"] == "I-1"
    assert view.timeline[-1].content == {"from": case, "decision": view.decisions[1]}


@pytest.mark.parametrize(
    ("papers", "told"),
    [(b"no", "papers: expected a JSON array of papers"), (b"[]", "at least one paper"), (b'[{"kind": "x"}]', "papers")],
)
def test_papers_of_no_agreed_shape_are_refused(
    store: Store, deciding: Deciding, ana: Actor, papers: bytes, told: str
) -> None:
    case = taken_in(store, deciding, reviewed())
    with pytest.raises(Refused, match=told):
        act(store, case, Act("reply", comment="By mail.", message=papers), ana, deciding)
    assert len(case_view(store, case, ana).decisions) == 1


def test_a_reply_to_an_ended_case_is_refused(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, RELEASE, ana, deciding)
    with pytest.raises(Clash, match="found released, by Ana"):
        act(store, case, Act("reply", comment="By mail.", message=PAPERS), ana, deciding)


def test_a_case_is_reopened_with_a_reason(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, RELEASE, ana, deciding)
    view = act(store, case, Act("reopen", "new-facts", "A paper came."), bo, deciding)
    assert (view.row.state, view.timeline[-1].content) == ("in-review", {"disposition": "released"})
    with pytest.raises(Refused, match="for reopened one of new-facts"):
        act(store, case, Act("reopen", "other-party", "Hm."), bo, deciding)


def test_what_cannot_be_read_is_closed_or_sent_anew(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = taken_in(store, deciding, b"<broken")
    view = case_view(store, case, ana)
    assert {one.kind: one.dispositions for one in view.actions}["dispose"] == ("resubmitted", "closed")
    assert view.raw == "<broken"
    with pytest.raises(Refused, match="does not permit"):
        act(store, case, Act("dispose", "other-party", "Fine.", "released"), ana, deciding)
    assert act(store, case, Act("dispose", "test-message", "A test.", "closed"), ana, deciding).row.state == "closed"


def test_a_blind_approver_who_comes_to_another_answer_sends_it_back(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor, cy: Actor
) -> None:
    case = taken_in(store, deciding, stopped())
    act(store, case, Act("recommend", "other-party", "Surely not them.", "released"), ana, deciding)
    view = case_view(store, case, bo, blind=True)
    assert (view.hidden, view.recommendation) == (True, None)
    assert "Surely" not in str(view.timeline)
    assert "released" not in str(view.timeline)
    after = act(store, case, Act("approve", disposition="declined"), bo, deciding)
    assert (after.row.state, after.row.escalated, after.timeline[-1].kind) == ("in-review", True, "disagreed")


def test_escalated_cases_lose_their_owner_and_come_first(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, Act("assign", to=ana.id), ana, deciding)
    view = act(store, case, Act("escalate", comment="Beyond me."), ana, deciding)
    assert (view.row.escalated, view.row.assignee) == (True, None)


def test_an_approver_who_is_one_no_more_approves_nothing(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor
) -> None:
    """The role counts as it is when the act is written, not as it was when the call began."""
    case = taken_in(store, deciding, stopped())
    act(store, case, Act("recommend", "other-party", "Not them.", "released"), ana, deciding)
    set_role(store, bo.id, "analyst", FIRST_DAY)
    with pytest.raises(NotAllowed, match="Bo in the role approver, who is now analyst"):
        act(store, case, Act("approve"), bo, deciding)
    assert case_view(store, case, ana).row.state == "recommended"


def test_a_disabled_person_is_assigned_nothing(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    act(store, case, Act("assign", to=ana.id), bo, deciding)
    disable_person(store, ana.id, FIRST_DAY)
    assert case_view(store, case, bo).row.assignee is None
    with pytest.raises(Refused, match="live analyst"):
        act(store, case, Act("assign", to=ana.id), bo, deciding)


def test_a_person_disabled_in_the_middle_does_nothing_more(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    disable_person(store, ana.id, FIRST_DAY)
    for one in (RELEASE, Act("note", comment="Still here.")):
        with pytest.raises(NotAllowed, match="no live account of Ana"):
            act(store, case, one, ana, deciding)
    nobody = Actor("nobody", "Nobody", "approver", "key")
    with pytest.raises(NotAllowed, match="no live account of Nobody"):
        act(store, case, RELEASE, nobody, deciding)


def test_bulk_only_within_one_counterparty_and_entry(store: Store, deciding: Deciding, ana: Actor) -> None:
    same = [taken_in(store, deciding, reviewed(f"R{number}")) for number in range(3)]
    other = taken_in(store, deciding, b"<broken")
    with pytest.raises(Refused, match="several counterparties or entries"):
        act_together(store, (*same, other), RELEASE, ana, deciding)
    assert act_together(store, tuple(same), RELEASE, ana, deciding) == tuple(sorted(same))
    assert {case_view(store, one, ana).row.state for one in same} == {"released"}


def test_bulk_does_all_or_none(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    same = [taken_in(store, deciding, reviewed(f"R{number}")) for number in range(3)]
    act(store, same[1], Act("lock"), bo, deciding)
    with pytest.raises(Clash, match="a case that Bo has open"):
        act_together(store, tuple(same), RELEASE, ana, deciding)
    assert {case_view(store, one, ana).row.state for one in same} == {"open"}


def test_an_earlier_release_is_offered_and_never_applied(store: Store, deciding: Deciding, ana: Actor) -> None:
    first = taken_in(store, deciding, reviewed("A1"))
    act(store, first, RELEASE, ana, deciding)
    second = case_view(store, taken_in(store, deciding, reviewed("A2")), ana)
    assert [(one.id, one.offers, one.reason) for one in second.earlier] == [(first, True, "other-party")]
    assert second.row.state == "open"
    graver = case_view(store, taken_in(store, deciding, stopped("A3")), ana)
    assert [(one.id, one.offers) for one in graver.earlier] == [(first, False)]


def test_the_listed_name_is_what_they_speak_of(store: Store, deciding: Deciding, ana: Actor) -> None:
    assert case_view(store, taken_in(store, deciding, reviewed()), ana).row.counterparty == LISTED


def test_the_policy_says_which_releases_take_two_people(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    large = Guard("review", ("released",), {"CNY": Decimal(125000)})
    policy = replace(deciding.edition.policy, four_eyes=(large,))
    deciding.swap(replace(deciding.edition, policy=policy))
    offered = {one.kind: one for one in case_view(store, case, ana, four_eyes=policy.four_eyes).actions}
    assert "released" in offered["recommend"].four_eyes
    assert "released" not in offered["dispose"].dispositions
    with pytest.raises(NotAllowed, match="one person alone, for released of a review"):
        act(store, case, RELEASE, ana, deciding)
    act(store, case, replace(RELEASE, kind="recommend"), ana, deciding)
    assert act(store, case, Act("approve"), bo, deciding).row.state == "released"
