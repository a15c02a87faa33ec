"""What OFAC's lists and programmes do to those named: the measures, by list, programme and kind of sanction."""

from __future__ import annotations

from collections.abc import Iterable

from brightline.lists.facts import measures_of

SDN = "us-ofac-sdn"
CONS = "us-ofac-cons"

# Programmes by which the consolidated non-SDN list is told from the SDN list where neither name nor header says it.
NON_SDN = frozenset(
    ("NS-PLC", "CMIC-EO13959", "561-Related", "UKRAINE-EO13662", "FSE-IR", "FSE-SY", "FSE-WMD", "FSE-SDGT")
)

ENOUGH_ENTRIES = 50  # from so many on, their programmes overrule the file's name

_BY_PROGRAM = {
    "561-Related": "correspondent-account",  # 31 CFR 561.201(c): correspondent and payable-through accounts
    "UKRAINE-EO13662": "sectoral",  # directives 1 to 4 under E.O. 13662
    "NS-PLC": "other",
    "CMIC-EO13959": "other",  # dealing in securities, E.O. 13959 as amended
}
_BY_LIST = {
    "sdn list": "blocking",
    "sectoral sanctions identifications list": "sectoral",
    "capta list": "correspondent-account",
    "non-sdn palestinian legislative council list": "other",
    "non-sdn cmic list": "other",
    "fse list": "other",
}


def programs_in(cell: str) -> list[str]:
    """The programmes of one cell, where several are written `SDGT] [IFSR] [RUSSIA-EO14024`."""
    return [part.strip(" []") for part in cell.split("] [") if part.strip(" []")]


def measures_by_program(programs: Iterable[str]) -> list[str]:
    """The measures that programmes of the non-SDN list impose by themselves."""
    return [_BY_PROGRAM[program] for program in programs if program in _BY_PROGRAM]


def measures_by_list(names: Iterable[str]) -> list[str]:
    """The measures of the OFAC lists that an entry is on, by the lists' printed names."""
    return [_BY_LIST[name.casefold()] for name in names if name.casefold() in _BY_LIST]


def measures_by_type(types: Iterable[str]) -> list[str]:
    """The measures of OFAC's sanctions types, such as `Block` or `13662 Sectoral Directive 1`."""
    return [measure for kind in types for measure in (measures_of(kind) or ("other",))]


def list_by_programs(programs: Iterable[Iterable[str]], file_name: str) -> str:
    """Which of OFAC's two lists these entries are: by their programmes, for a handful of entries by the file's name."""
    each = [set(one) for one in programs]
    other = sum(bool(one & NON_SDN) for one in each)
    if len(each) < ENOUGH_ENTRIES and "cons" in file_name.replace("\\", "/").rsplit("/", 1)[-1].casefold():
        return CONS
    return CONS if other * 2 > len(each) else SDN
