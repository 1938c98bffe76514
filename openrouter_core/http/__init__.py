"""HTTP: requests and responses as values, URLs, clients, connections. Only here are httpx and httpcore imported."""
