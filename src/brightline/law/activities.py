"""What licences and exemptions cover: a closed vocabulary, each word with what it stands for."""

from __future__ import annotations

from collections.abc import Mapping

ACTIVITIES: Mapping[str, str] = {
    "energy": "oil, gas, coal, wood, uranium and similar: production, transport, purchase",
    "petroleum-services": "petroleum services for certain projects",
    "oil-loaded": "Russian oil and products loaded on a ship by a stated day",
    "civil-nuclear": "civil nuclear energy",
    "project:sakhalin-2": "the Sakhalin-2 project",
    "project:caspian-pipeline": "the Caspian Pipeline Consortium",
    "project:tengizchevroil": "the Tengizchevroil project",
    "project:karachaganak": "the Karachaganak project",
    "project:paks-2": "the Paks II nuclear power plant",
    "agriculture-medicine": "farm goods, medicine, medical devices, their parts and software, clinical trials",
    "ngo": "work of non-governmental organisations: aid, democracy, education, environment",
    "international-organisation": "official business of listed international organisations",
    "us-government": "official business of the government of the United States",
    "diplomatic": "diplomatic and consular missions",
    "journalism": "journalistic work and news bureaus",
    "information": "information and informational materials",
    "travel": "transactions that go with travel",
    "personal-remittance": "personal remittances in dollar banknotes",
    "personal-maintenance": "upkeep of persons of the United States in Russia",
    "pensions": "pension payments",
    "telecom": "telecommunications and communication over the internet",
    "intellectual-property": "patents, trade marks, copyrights",
    "overflight": "overflight payments, emergency landings, air ambulance",
    "aviation-safety": "safety of civil aviation",
    "vessel-emergency": "emergencies of vessels",
    "marine-rescue": "dealings with the Marine Rescue Service",
    "administrative-fees": "taxes, fees, permits and similar administrative payments",
    "import-notifications": "notifications and licences of the Federal Security Service for imports",
    "accounting": "accounting services for individuals of the United States",
    "clearing": "clearing and settlement in which the institution is no party",
    "credit-derivatives": "settlement of credit derivatives by auction",
    "sovereign-bonds": "servicing of certain bonds",
    "account-closing": "closing of individual accounts at blocked banks",
    "correspondent-closing": "closing of a correspondent account of a bank hit under section 11",
    "diamonds": "imports of certain diamonds",
    "european-union": "services with respect to the European Union",
    "wind-down": "winding down of dealings with a party newly blocked",
    "debt-and-equity": "debt, equity and derivatives of a party newly blocked",
    "dealings": "dealings with a named party",
    "fuel-stations": "fuel stations of a named party outside Russia",
    "sale": "talks on and contingent contracts for the sale of a named party, and its upkeep",
}
# What lies in the dealing with a named party itself: no word in a payment need name it.
WITH_A_PARTY = frozenset({"wind-down", "debt-and-equity", "dealings", "fuel-stations", "sale"})
