"""Types and JSON: how a type is described, and what is derived from it. Only here is cattrs imported."""
