"""Who serves which model: endpoints of a model, those that retain nothing, endpoints of image models, and providers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.catalogue import outputs
from openrouter_core.testing.endpoints.models import IMAGE_PARAMETERS
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.catalogue import Model
    from openrouter_core.testing.state import State

__all__ = ["Providers"]


@attrs.frozen
class Providers:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "providers_list": self.list_all,
            "endpoints_list": self.list_endpoints,
            "endpoints_list_zdr_endpoints": self.list_without_retention,
            "images_list_model_endpoints": self.list_image_endpoints,
        }

    def list_all(self, _call: Call) -> Response:
        """Answer every provider that serves a model."""
        providers = self._state.catalogue.providers()
        return JSONResponse({"data": [{name: each[name] for name in each if name != "zdr"} for each in providers]})

    def list_endpoints(self, call: Call) -> Response:
        """Answer who serves one model."""
        model = self._model(call)
        shown = {name: model[name] for name in ("id", "name", "created")}
        architecture = {"tokenizer": None, "instruct_type": None, **model["architecture"]}
        more = {"description": model.get("description", ""), "architecture": architecture}
        return JSONResponse({"data": {**shown, **more, "endpoints": self._endpoints(call, model)}})

    def list_without_retention(self, call: Call) -> Response:
        """Answer the endpoints, of all models, whose providers retain nothing."""
        catalogue = self._state.catalogue
        every = (each for model in catalogue.models for each in self._endpoints(call, model))
        return JSONResponse({"data": [each for each in every if catalogue.provider(each["tag"])["zdr"]]})

    def list_image_endpoints(self, call: Call) -> Response:
        """Answer who makes images with one model, and for how much."""
        model = self._model(call)
        if "image" not in outputs(model):
            not_found()
        endpoints = [_image_endpoint(each) for each in self._state.catalogue.endpoints(model)]
        return JSONResponse({"id": model["id"], "endpoints": endpoints})

    def _model(self, call: Call) -> Model:
        return self._state.catalogue.find(f"{call.path['author']}/{call.path['slug']}") or not_found()

    def _endpoints(self, call: Call, model: Model) -> list[dict[str, Any]]:
        """Return a model's endpoints; what was measured of them is shown only to those who have a key."""
        key = call.headers.get("authorization", "").partition(" ")[2].strip()
        hidden = {} if self._state.accounts.caller(key) else dict.fromkeys(("latency_last_30m", "throughput_last_30m"))
        return [{**each, **hidden} for each in self._state.catalogue.endpoints(model)]


def _image_endpoint(endpoint: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "provider_name": endpoint["provider_name"],
        "provider_slug": endpoint["tag"].partition("/")[0],
        "provider_tag": endpoint["tag"],
        "supported_parameters": IMAGE_PARAMETERS,
        "allowed_passthrough_parameters": [],
        "supports_streaming": True,
        "pricing": [
            {"billable": billable, "unit": unit, "cost_usd": float(endpoint["pricing"][name])}
            for name, billable, unit in _BILLABLE
            if float(endpoint["pricing"].get(name, 0))
        ],
    }


# What the price of a model is called in the price list of its images.
_BILLABLE = (
    ("prompt", "input_text", "token"),
    ("image", "input_image", "image"),
    ("image_output", "output_image", "image"),
)
