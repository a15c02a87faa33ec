"""Red flags of diversion that a payment can show."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

_TOLD = {
    # What was paid for.
    "open_goods": "whether the goods are other than plain everyday ones, or not named",
    "risky_goods": "whether listed, critical, sensitive or undecided goods are named; unknown if the words are vague",
    "surely_risky": "whether listed, critical or sensitive goods are named; never unknown",
    "named_goods": "whether anything but everyday goods and services is named",
    "unnamed_goods": "unknown if nothing says which goods are paid for and no plain trade of the buyer does; else no",
    # Signs that hold by themselves.
    "conceals": "whether words ask to hide an end user, a country, a marking or a value",
    "spfs": "whether the payment speaks of Russia's message network SPFS",
    "listed_address": "whether a party writes the address of a listed entity whose name it resembles",
    # Signs that hold where goods are not everyday and the place asks for care.
    "rerouted": "whether words say that goods or buyer were changed on the way",
    "reexport": "whether words speak of re-export or of passing goods on to Russia",
    "parallel_import": "whether words speak of parallel imports",
    "military_use": "whether words or a buyer's name speak of military use",
    "forwarder_buys": "whether a carrier or forwarder pays for goods",
    "misfit": "whether a buyer from a trade of plain life pays for listed, critical or sensitive goods",
    "contradiction": "whether words and codes contradict each other",
    # Signs of which two are needed.
    "pays_for_another": "whether words say that somebody pays for another",
    "roundabout": "whether a currency-operation code says that goods or payer do not go the plain way",
    "bank_elsewhere": "whether a payer or payee banks in another country, one of the two a place of transshipment",
    "trader": "whether a firm that only trades pays for risky or technical goods",
    "russian_contact": "whether a party outside Russia writes a Russian phone, mail address, number or legal form",
    "free_mail": "whether a party writes a mail address that anybody can open",
    "agent_address": "whether a party's address is one of an agent, or a home",
    "terms": "whether words speak of full prepayment, open account or cash",
    "uncontrolled": "whether words stress that goods need no licence, are civil, or are of double use",
    "no_aftercare": "whether words decline installation, training or warranty",
    "vague_delivery": "whether words leave consignee or destination open",
    "packing": "whether words ask for packing that shows nothing",
    "foreign_currency": "whether a rouble amount moves between parties outside Russia and Belarus",
    "netting": "whether words speak of netting or barter",
    "crypto": "whether words speak of crypto-currency",
    "split": "whether words speak of splitting a payment or shipment",
    "luxury": "whether words speak of luxury goods",
    "issuing_bank": "whether a letter of credit consigns goods to the issuing bank",
    "technical_words": "whether goods are named only as technical (spare parts, electronic components)",
}
FACTS: dict[str, FactKind] = {
    **{f"flags.{name}": FactKind("payment", "answer", told) for name, told in _TOLD.items()},
    "flags.payer_elsewhere": FactKind(
        "payment", "reach", "the payer's country where the payer has no other part in the deal"
    ),
}
