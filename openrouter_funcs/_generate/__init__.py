"""Writes the function files, the models, the reference pages and the tables of the tests from the contract."""
