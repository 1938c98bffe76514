"""Requests (`TypedDict`) and responses (immutable attrs classes), one module a family of endpoints."""
