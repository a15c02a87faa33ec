"""`brightline users`: people of the desk, their roles and keys. The first administrator is made here."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from brightline.cases.actors import ADMINISTRATOR, Actor
from brightline.cases.api_keys import check_scopes, make_key
from brightline.cases.database import Store
from brightline.cases.people import Person, add_person, disable_person, enable_person, people, set_password
from brightline.cases.permissions import PERMISSIONS, SCOPES, may
from brightline.cli.context import Context
from brightline.cli.files import read_text
from brightline.cli.stores import opened, own_store
from brightline.errors import CallError

app = typer.Typer(name="users", no_args_is_help=True, help="People of the desk: add, list, disable, password.")
Db = Annotated[str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: the home's own store.")]
Name = Annotated[str, typer.Argument(help="The name to sign in with.")]
PasswordFile = Annotated[Path | None, typer.Option(help="A file with the password on its first line; default: asked.")]
# Whoever may run this may read the store's file or has its password: the machine's own guard stands before it.
_HERE = Actor("cli", "the command line", ADMINISTRATOR, "cli")


@app.command()
def add(
    context: typer.Context,
    name: Name,
    role: Annotated[str, typer.Option(help="analyst, approver, auditor or administrator.")],
    key: Annotated[
        bool, typer.Option("--key", help="Print a key for programs, once, instead of asking a password.")
    ] = False,
    scope: Annotated[
        list[str] | None, typer.Option(help=f"Of the key: {', '.join(SCOPES)}; default: all that the role may.")
    ] = None,
    password_file: PasswordFile = None,
    db: Db = None,
) -> None:
    """Add somebody with a role; with --key an account for a program."""
    ours: Context = context.obj
    if scope and not key:
        raise CallError("--scope", "no --key", "both, or neither", "Scopes limit what a key may do.")
    check_scopes(tuple(scope or SCOPES))
    password = None if key and password_file is None else _password(password_file)
    ours.home.mkdir(parents=True, exist_ok=True)
    with opened(ours, db or own_store(ours.home), signs=True, create=True) as store:
        person = add_person(store, name, role, password, _HERE)
        secret = make_key(store, person.id, name, tuple(scope or _scopes(role)), _HERE)[1] if key else None
    if ours.as_json:
        ours.put({**asdict(person), **({"key": secret} if secret else {})})
        return
    if secret:
        ours.say("The key is shown once and kept nowhere:")
        ours.print(secret)
    ours.say(f"{person.name} is {person.role}")


@app.command("list")
def list_them(context: typer.Context, db: Db = None) -> None:
    """Everybody with an account, by name."""
    ours: Context = context.obj
    with opened(ours, db or own_store(ours.home)) as store:
        for one in people(store, _HERE):
            if ours.as_json:
                ours.put(asdict(one))
            else:
                ours.print(
                    f"{one.name:24} {one.role:14} {f'disabled {one.disabled[:10]}' if one.disabled else ''}".rstrip()
                )


@app.command()
def disable(
    context: typer.Context,
    name: Name,
    back: Annotated[bool, typer.Option("--back", help="Open the account again.")] = False,
    db: Db = None,
) -> None:
    """Shut an account: its sessions and keys are dead at once."""
    ours: Context = context.obj
    with opened(ours, db or own_store(ours.home), signs=True) as store:
        change = enable_person if back else disable_person
        one = change(store, _named(store, name).id, _HERE)
    ours.say(f"{one.name} is {'disabled' if one.disabled else 'live'}")


@app.command()
def password(context: typer.Context, name: Name, password_file: PasswordFile = None, db: Db = None) -> None:
    """Give somebody a new password; all sessions of that person end."""
    ours: Context = context.obj
    with opened(ours, db or own_store(ours.home), signs=True) as store:
        one = _named(store, name)
        set_password(store, one.id, _password(password_file), _HERE)
    ours.say(f"{one.name} has a new password")


def _named(store: Store, name: str) -> Person:
    found = next((one for one in people(store, _HERE) if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise CallError(
            "users", repr(name), "the name of somebody with an account", "`brightline users list` names all."
        )
    return found


def _password(path: Path | None) -> str:
    """From a file, or asked twice; never from the command line, where others of the machine could read it."""
    if path is None:
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return (read_text(path, "a password").splitlines() or [""])[0]


def _scopes(role: str) -> tuple[str, ...]:
    return tuple(sorted({one.scope for action, one in PERMISSIONS.items() if may(role, action)}))
