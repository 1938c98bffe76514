"""The models of the local OpenRouter: a few invented ones under names that people use, and what tokens cost.

Here live facts of models. Which of them a list shows is decided in `endpoints.models`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MODELS", "cost"]

_PARAMETERS = ("max_tokens", "temperature", "top_p", "stop", "seed", "tools", "tool_choice", "response_format")


@attrs.frozen
class _Facts:
    id: str
    name: str
    context: int
    prices: tuple[str, str]
    """Of a token of the prompt and of the completion, in dollars, as the API writes them."""
    inputs: Sequence[str] = ("text",)
    outputs: Sequence[str] = ("text",)
    tokenizer: str = "Other"
    created: int = 1_750_000_000
    extra: Sequence[str] = ()

    def as_json(self) -> Mapping[str, Any]:
        """Return what the contract calls `Model`."""
        modality = f"{'+'.join(self.inputs)}->{'+'.join(self.outputs)}"
        return {
            "id": self.id,
            "canonical_slug": self.id,
            "hugging_face_id": None,
            "name": self.name,
            "created": self.created,
            "description": f"{self.name} of the local OpenRouter: it says what a test tells it to say.",
            "context_length": self.context,
            "architecture": {
                "modality": modality,
                "input_modalities": [*self.inputs],
                "output_modalities": [*self.outputs],
                "tokenizer": self.tokenizer,
                "instruct_type": None,
            },
            "pricing": {"prompt": self.prices[0], "completion": self.prices[1]},
            "top_provider": {
                "context_length": self.context,
                "max_completion_tokens": self.context // 8,
                "is_moderated": False,
            },
            "per_request_limits": None,
            "supported_parameters": [*_PARAMETERS, *self.extra],
            "default_parameters": None,
            "supported_voices": ["alloy", "verse"] if "speech" in self.outputs else None,
            "knowledge_cutoff": None,
            "expiration_date": None,
            "links": {"details": f"/api/v1/models/{self.id}/endpoints"},
        }


_THINKS = ("reasoning", "include_reasoning")
_FACTS = (
    _Facts("openai/gpt-5", "OpenAI: GPT-5", 400_000, ("0.00000125", "0.00001"), ("text", "image"), extra=_THINKS),
    _Facts("openai/gpt-4o", "OpenAI: GPT-4o", 128_000, ("0.0000025", "0.00001"), ("text", "image"), tokenizer="GPT"),
    _Facts("openai/gpt-4o-mini", "OpenAI: GPT-4o mini", 128_000, ("0.00000015", "0.0000006"), tokenizer="GPT"),
    _Facts(
        *("anthropic/claude-sonnet-4.5", "Anthropic: Claude Sonnet 4.5", 200_000, ("0.000003", "0.000015")),
        inputs=("text", "image", "file"),
        tokenizer="Claude",
        extra=_THINKS,
    ),
    _Facts(
        *("google/gemini-2.5-flash", "Google: Gemini 2.5 Flash", 1_048_576, ("0.0000003", "0.0000025")),
        inputs=("text", "image", "audio", "video"),
        tokenizer="Gemini",
        extra=_THINKS,
    ),
    _Facts("meta-llama/llama-3.3-70b-instruct", "Meta: Llama 3.3 70B", 131_072, ("0.0000001", "0.0000003")),
    _Facts("mistralai/mistral-small-3.2", "Mistral: Mistral Small 3.2", 131_072, ("0.00000005", "0.0000001")),
    _Facts("qwen/qwen3-coder:free", "Qwen: Qwen3 Coder (free)", 262_144, ("0", "0"), tokenizer="Qwen3"),
    _Facts(
        *("openai/text-embedding-3-small", "OpenAI: Text Embedding 3 Small", 8_192, ("0.00000002", "0")),
        outputs=("embeddings",),
    ),
    _Facts("openai/gpt-4o-mini-tts", "OpenAI: GPT-4o mini TTS", 2_000, ("0.0000006", "0"), outputs=("speech",)),
    _Facts(
        *("openai/whisper-large-v3", "OpenAI: Whisper Large v3", 2_000, ("0.000001", "0")),
        inputs=("audio",),
        outputs=("transcription",),
    ),
)

MODELS = tuple(each.as_json() for each in _FACTS)
_PRICES = {each.id: tuple(map(float, each.prices)) for each in _FACTS}


def cost(model: str, prompt_tokens: int, completion_tokens: int) -> float:
    """Return what a call costs, in dollars; a model that is in no list costs nothing."""
    prompt, completion = _PRICES.get(model, (0.0, 0.0))
    return round(prompt_tokens * prompt + completion_tokens * completion, 12)
