"""Every function, held against the contract: what it sends, what it returns, and what it refuses."""
