"""The episode of 2023 and 2024 as a system: threats, banks that fear, importers who react, month by month."""
