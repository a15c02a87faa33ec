"""The consolidated list of persons and entities subject to EU financial sanctions (FSF)."""
