"""A party while its message is being read; frozen into a `Party` when the transaction is complete."""

from __future__ import annotations

from dataclasses import dataclass, field

from brightline.terms import Form, Identifier, Party


@dataclass(slots=True)
class Draft:
    """Somebody, with what has been read of them so far."""

    role: str
    path: str
    name: str | None = None
    printed: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    address: list[str] = field(default_factory=list)
    country: str | None = None
    countries: list[Form] = field(default_factory=list)
    bic: str | None = None
    account: str | None = None
    identifiers: list[Identifier] = field(default_factory=list)
    birth_date: str | None = None

    def take_name(self, text: str, path: str) -> None:
        """The first name is the name; lines are joined by one space and kept as printed."""
        self.printed.extend(line.strip() for line in text.splitlines() if line.strip())
        if self.name is None:
            self.name, self.path = " ".join(text.split()), path

    def take_country(self, text: str, seen: str) -> bool:
        """A country code and where it was seen; False if the text is no code of two letters."""
        code = text.upper()
        if len(code) != 2 or not code.isascii() or not code.isalpha():
            return False
        self.countries.append(Form(seen, code))
        if seen in ("address", "residence") and self.country is None:
            self.country = code
        return True

    def take_bic(self, text: str) -> None:
        """The first BIC is the party's; another one is an identifier."""
        if self.bic is None:
            self.bic = text
        elif text != self.bic:
            self.identifiers.append(Identifier("BIC", text))

    def is_empty(self) -> bool:
        """Whether nothing was said of anybody."""
        said = self.printed or self.address or self.bic or self.account or self.identifiers or self.countries
        return not said and self.birth_date is None

    def party(self, role: str) -> Party:
        """The party, in the role that the transaction gives it."""
        return Party(
            role=role,
            path=self.path,
            name=self.name,
            printed=tuple(self.printed),
            forms=tuple(self.forms),
            address=tuple(self.address),
            country=self.country,
            countries=tuple(self.countries),
            bic=self.bic,
            account=self.account,
            identifiers=tuple(self.identifiers),
            birth_date=self.birth_date,
        )
