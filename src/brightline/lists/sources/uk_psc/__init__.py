"""The register of persons with significant control of Companies House."""
