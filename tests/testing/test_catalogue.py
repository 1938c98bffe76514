"""The catalogue: every list of models, endpoints and providers, that they agree, and what calls cost."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.catalogue import built_in, from_models
from openrouter_funcs.endpoints_list import endpoints_list
from openrouter_funcs.models_get import models_get

from .conformance import assert_conforms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from .conftest import Program

MODELS = built_in().models
IDS = [model["id"] for model in MODELS]


def answer_of(client: httpx.Client, path: str, schema: str | None = None, **query: Any) -> Any:  # noqa: ANN401
    """Return what a path answers, held to the contract."""
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    place = path.replace("/", "~1")
    assert_conforms(schema or f"/paths/{place}/get/responses/200/content/application~1json/schema", response.json())
    return response.json()


def ids(answer: Mapping[str, Any]) -> list[str]:
    """Return the ids of what is listed."""
    return [each["id"] for each in answer["data"]]


def endpoints_of(client: httpx.Client, model: str) -> list[dict[str, Any]]:
    """Return who serves a model."""
    pointer = "/paths/~1models~1{author}~1{slug}~1endpoints/get/responses/200/content/application~1json/schema"
    found: list[dict[str, Any]] = answer_of(client, f"/models/{model}/endpoints", pointer)["data"]["endpoints"]
    return found


def of(output: str) -> list[str]:
    """Return the ids of the models that answer with it."""
    return [model["id"] for model in MODELS if output in model["architecture"]["output_modalities"]]


def test_the_catalogue_is_as_a_users_own_must_be() -> None:
    """It passes the same checks, and has models of all kinds."""
    assert from_models(MODELS).models == MODELS
    kinds = ("text", "image", "video", "embeddings", "speech", "transcription", "rerank")
    assert all(of(kind) for kind in kinds)
    assert 20 <= len(MODELS) <= 30


# a query, and which models fit it
FILTERS: list[tuple[dict[str, Any], Callable[[Mapping[str, Any]], bool]]] = [
    ({}, lambda model: "text" in model["architecture"]["output_modalities"]),
    ({"output_modalities": "embeddings"}, lambda model: "embedding" in model["id"]),
    ({"output_modalities": "speech,rerank"}, lambda model: model["id"] in of("speech") + of("rerank")),
    ({"output_modalities": "all"}, lambda _: True),
    ({"q": "GPT-4o mini", "output_modalities": "text"}, lambda model: model["id"] == "openai/gpt-4o-mini"),
    ({"category": "legal"}, lambda model: "legal" in model.get("categories", ())),
    (
        {"supported_parameters": "reasoning,tools"},
        lambda model: {"reasoning", "tools"} <= {*model["supported_parameters"]},
    ),
    ({"input_modalities": "image,audio"}, lambda model: "audio" in model["architecture"]["input_modalities"]),
    ({"model_authors": "x-ai,qwen"}, lambda model: model["id"].partition("/")[0] in {"x-ai", "qwen"}),
    ({"providers": "xAI,Cohere"}, lambda model: model["id"].startswith(("x-ai/", "cohere/"))),
    ({"arch": "Claude"}, lambda model: "claude" in model["id"]),
    ({"context": 200_000}, lambda model: model["context_length"] >= 200_000),
    ({"min_price": 1}, lambda model: float(model["pricing"]["prompt"]) >= 1e-6),
    ({"max_price": 0}, lambda model: float(model["pricing"]["prompt"]) == 0),
    ({"min_output_price": 10, "max_output_price": ""}, lambda model: float(model["pricing"]["completion"]) >= 1e-5),
    ({"max_output_price": 1}, lambda model: 0 <= float(model["pricing"]["completion"]) <= 1e-6),
    ({"min_age_days": 1, "max_age_days": 100_000}, lambda model: model["created"] < time.time()),
    ({"min_intelligence_index": 60}, lambda model: scores(model).get("intelligence_index", 0) >= 60),
    ({"max_coding_index": 40}, lambda model: scores(model).get("coding_index", 100) <= 40),
    ({"min_agentic_index": 50}, lambda model: scores(model).get("agentic_index", 0) >= 50),
    (
        {"min_tool_success_rate": 0.9, "max_tool_success_rate": 1},
        lambda model: "tools" in model["supported_parameters"],
    ),
    ({"distillable": "true"}, lambda model: model["hugging_face_id"] is not None),
    ({"distillable": "false"}, lambda model: model["hugging_face_id"] is None),
    ({"zdr": "true"}, lambda model: model["id"].partition("/")[0] not in {"openrouter", "bytedance", "bytedance-seed"}),
    ({"region": "us"}, lambda model: model["id"].partition("/")[0] != "openrouter"),
    ({"region": "eu"}, lambda model: model["id"].partition("/")[0] not in {"openrouter", "deepseek"}),
]


def scores(model: Mapping[str, Any]) -> Mapping[str, float]:
    """Return the indices of Artificial Analysis, if there are any."""
    found: Mapping[str, float] = model.get("benchmarks", {}).get("artificial_analysis", {})
    return found


@pytest.mark.parametrize(("query", "fits"), FILTERS, ids=[json.dumps(query) for query, _ in FILTERS])
def test_models_are_filtered(
    client: httpx.Client, query: dict[str, Any], fits: Callable[[Mapping[str, Any]], bool]
) -> None:
    """Without a query those that write text; no key is asked for."""
    del client.headers["authorization"]
    texts = of("text")
    expected = [
        model["id"] for model in MODELS if fits(model) and ("output_modalities" in query or model["id"] in texts)
    ]
    assert ids(answer_of(client, "/models", **query)) == expected
    assert expected


def average(model: Mapping[str, Any]) -> float | None:
    """Return the average price."""
    prices = [float(model["pricing"][kind]) for kind in ("prompt", "completion")]
    return None if prices[0] < 0 else sum(prices)


def median(model: Mapping[str, Any], name: str, best: Callable[[list[float]], float]) -> float | None:
    """Return the best median of a model's endpoints."""
    found = [each[name]["p50"] for each in built_in().endpoints(model)]
    return best(found) if found else None


def elo(model: Mapping[str, Any]) -> float | None:
    """Return the best of Design Arena."""
    return max((each["elo"] for each in model.get("benchmarks", {}).get("design_arena", ())), default=None)


SORTS: dict[str, tuple[Callable[[Mapping[str, Any]], Any], bool]] = {
    "newest": (lambda model: model["created"], True),
    "pricing-low-to-high": (average, False),
    "pricing-high-to-low": (average, True),
    "context-high-to-low": (lambda model: model["context_length"], True),
    "throughput-high-to-low": (lambda model: median(model, "throughput_last_30m", max), True),
    "latency-low-to-high": (lambda model: median(model, "latency_last_30m", min), False),
    "intelligence-high-to-low": (lambda model: scores(model).get("intelligence_index"), True),
    "coding-high-to-low": (lambda model: scores(model).get("coding_index"), True),
    "agentic-high-to-low": (lambda model: scores(model).get("agentic_index"), True),
    "design-arena-elo-high-to-low": (elo, True),
}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("path", ["/models", "/models/user"])
def test_models_are_sorted(client: httpx.Client, path: str, sort: str) -> None:
    """Those without what it is sorted by come last."""
    key, falling = SORTS[sort]
    by_id = {model["id"]: model for model in MODELS}
    measured = [key(by_id[each]) for each in ids(answer_of(client, path, sort=sort, output_modalities="all"))]
    known = [each for each in measured if each is not None]
    assert known == sorted(known, reverse=falling)
    assert measured == known + [None] * (len(IDS) - len(known))


@pytest.mark.parametrize("sort", ["most-popular", "top-weekly", "by-name"])
def test_the_most_used_comes_first(client: httpx.Client, sort: str) -> None:
    """As without any order."""
    assert ids(answer_of(client, "/models", sort=sort)) == ids(answer_of(client, "/models")) == of("text")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"limit": "0"}, "limit: must be an integer from 1 to 1000"),
        ({"offset": "-1"}, "offset: must be an integer, 0 or more, or null"),
        ({"context": "many"}, "context: must be an integer, 1 or more"),
        ({"zdr": "false"}, 'zdr: must be "true"'),
        ({"limit": ["1", "2"]}, "limit: was given 2 times"),
    ],
)
def test_a_list_that_breaks_the_contract(client: httpx.Client, query: dict[str, Any], message: str) -> None:
    """A 400 that names the parameter."""
    response = client.get("/models", params=query)
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


# where a list begins, and the models that it shows
LISTS: dict[str, list[str]] = {
    "/models?limit=3&context=100000&output_modalities=all": [
        model["id"] for model in MODELS if model["context_length"] >= 100_000
    ],
    "/models/user?limit=4": of("text"),
    "/embeddings/models?limit=1": of("embeddings"),
}


@pytest.mark.parametrize("start", LISTS)
def test_lists_are_paged(client: httpx.Client, start: str) -> None:
    """By offset and limit, with a link to the next page; a page past the end is empty."""
    found: list[str] = []
    link: str | None = f"/api/v1{start}"
    while link is not None:
        page = client.get(link.removeprefix("/api/v1")).json()
        assert_conforms("ModelsListResponse", page)
        assert page["total_count"] == len(LISTS[start])
        found += ids(page)
        link = page["links"]["next"]
    assert found == LISTS[start]
    assert client.get(start, params={"offset": 1000}).json()["data"] == []


def test_all_lists_agree(client: httpx.Client) -> None:
    """Each shows the models of its kind, as the list of all and the model by itself show them; and all are counted."""
    every = answer_of(client, "/models", output_modalities="all")["data"]
    assert [each["id"] for each in every] == IDS
    for model in every:
        assert answer_of(client, f"/model/{model['id']}", "ModelResponse")["data"] == model
        assert "pricing_skus" not in model
        assert "categories" not in model
    assert answer_of(client, "/models/count")["data"]["count"] == len(of("text"))
    assert answer_of(client, "/models/count", output_modalities="all")["data"]["count"] == len(IDS)
    for path, kind in (("/embeddings/models", "embeddings"), ("/images/models", "image"), ("/videos/models", "video")):
        listed = answer_of(client, path)["data"]
        assert [each["id"] for each in listed] == of(kind)
        for each in listed:
            (model,) = (one for one in every if one["id"] == each["id"])
            assert each["name"] == model["name"]
            assert each["created"] == model["created"]
    video = answer_of(client, "/videos/models")["data"][0]
    assert video["pricing_skus"]["per-video-second"] == "0.40"
    assert video["creativity"] is None


def test_endpoints_agree_with_models_and_providers(client: httpx.Client) -> None:
    """A model's first provider has its price, the others are dearer; and each of them is listed, and nobody else."""
    providers = {each["slug"]: each["name"] for each in answer_of(client, "/providers")["data"]}
    serving: set[str] = set()
    every: list[Any] = []
    for model in MODELS:
        endpoints = endpoints_of(client, model["id"])
        every += endpoints
        assert len(endpoints) in ({2, 3} if model["id"] != "openrouter/auto" else {0})
        for place, each in enumerate(endpoints):
            slug, _, quantization = each["tag"].partition("/")
            serving.add(slug)
            assert each["provider_name"] == providers[slug]
            assert each["quantization"] == (quantization or "unknown")
            assert each["model_id"] == model["id"]
            assert each["context_length"] == model["context_length"]
            assert each["latency_last_30m"]["p50"] < each["latency_last_30m"]["p99"]
            assert (each["pricing"] == model["pricing"]) == (place == 0 or float(model["pricing"]["prompt"]) == 0) or (
                model["architecture"]["output_modalities"] != ["text"]
            )
            assert float(each["pricing"]["completion"]) >= float(model["pricing"]["completion"])
    assert serving == providers.keys()
    retaining_nothing = answer_of(client, "/endpoints/zdr")["data"]
    assert 0 < len(retaining_nothing) < len(every)
    assert all(each in every for each in retaining_nothing)


def test_what_is_measured_needs_a_key(client: httpx.Client) -> None:
    """Any of the account's keys."""
    assert all(each["latency_last_30m"] for each in endpoints_of(client, "openai/gpt-5"))
    for credentials in ("", "Bearer sk-or-test-no"):
        client.headers["authorization"] = credentials
        for each in endpoints_of(client, "openai/gpt-5"):
            assert each["latency_last_30m"] is each["throughput_last_30m"] is None


def test_endpoints_of_image_models(client: httpx.Client) -> None:
    """Every image model has the address of its own, with its price for an image."""
    pointer = "ImageModelEndpointsResponse"
    for model in answer_of(client, "/images/models")["data"]:
        answer = answer_of(client, model["endpoints"].removeprefix("/api/v1"), pointer)
        assert answer["id"] == model["id"]
        tags = [each["tag"] for each in endpoints_of(client, model["id"])]
        assert [each["provider_tag"] for each in answer["endpoints"]] == tags
        for each in answer["endpoints"]:
            assert each["supported_parameters"] == model["supported_parameters"]
            assert each["pricing"][-1]["billable"] == "output_image"
    assert answer_of(client, "/images/models/bytedance-seed/seedream-4.5/endpoints", pointer)["endpoints"][0][
        "pricing"
    ] == [{"billable": "output_image", "unit": "image", "cost_usd": 0.04}]


SLUGS = {
    "openai/gpt-4o-2024-05-13": "openai/gpt-4o",
    "openai/gpt-4o:nitro": "openai/gpt-4o",
    "qwen/qwen3-coder:free": "qwen/qwen3-coder:free",
    "qwen/qwen3-coder-480b-a35b-20250723": "qwen/qwen3-coder",
    "qwen/qwen3-coder:floor": "qwen/qwen3-coder",
    "openai/gpt-4o:free": None,
    "none/none": None,
    "none/none:nitro": None,
}


@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_slug_names(client: httpx.Client, slug: str) -> None:
    """Permanent slugs and suffixes are understood; else it is a 404."""
    for path in (f"/model/{slug}", f"/models/{slug}/endpoints"):
        response = client.get(path)
        assert response.status_code == (404 if SLUGS[slug] is None else 200)
        if SLUGS[slug] is not None:
            assert response.json()["data"]["id"] == SLUGS[slug]
    assert client.get(f"/images/models/{slug}/endpoints").status_code == 404


def test_through_our_own_functions(server: LocalOpenRouter) -> None:
    """A model and its endpoints."""
    with server.core() as core:
        model = models_get(core, author="anthropic", slug="claude-sonnet-4.5").unwrap().data
        endpoints = endpoints_list(core, author="anthropic", slug="claude-sonnet-4.5").unwrap().data.endpoints
    assert model.context_length == endpoints[0].context_length
    assert {each.tag for each in endpoints} == {"anthropic", "amazon-bedrock", "google-vertex"}


# what is counted, of which model, and dollars
COSTS: list[tuple[str, dict[str, Any], float]] = [
    ("openai/gpt-5", {"prompt": 10, "completion": 2}, 10 * 1.25e-6 + 2 * 1e-5),
    ("openai/gpt-5", {"prompt": 10, "cached": 4}, 6 * 1.25e-6 + 4 * 1.25e-7),
    ("anthropic/claude-haiku-4.5", {"prompt": 10, "cached": 4, "cache_write": 5}, 1e-6 + 4 * 1e-7 + 5 * 1.25e-6),
    ("openai/gpt-4", {"prompt": 10, "cache_write": 3}, 10 * 3e-5),
    ("openai/gpt-4", {"prompt": 10, "cached": 4}, 10 * 3e-5),
    ("openai/gpt-5:nitro", {"prompt": 10}, 10 * 1.25e-6),
    ("openai/gpt-5", {"web_search": 2, "audio": 3}, 0.02),
    ("openrouter/auto", {"prompt": 10}, 10 * 1.25e-6),
    ("google/gemini-2.5-pro", {"prompt": 200_000, "completion": 1}, 200_000 * 1.25e-6 + 1e-5),
    ("google/gemini-2.5-pro", {"prompt": 200_001, "completion": 1}, 200_001 * 2.5e-6 + 1.5e-5),
    ("qwen/qwen3-coder:free", {"prompt": 10, "completion": 2}, 0),
    ("openai/gpt-5:free", {"prompt": 10}, 0),
    ("none/none", {"prompt": 10, "image_output": 3}, 0),
    ("bytedance-seed/seedream-4.5", {"image_output": 3}, 0.12),
    ("google/veo-3.1", {"seconds": 8}, 3.2),
    ("google/veo-3.1", {"seconds": 8, "resolution": "720p"}, 3.2),
    ("google/veo-3.1", {"seconds": 8, "resolution": "4K"}, 4.8),
    ("cohere/rerank-v3.5", {}, 0.002),
]


@pytest.mark.parametrize(("model", "counts", "dollars"), COSTS)
def test_costs(model: str, counts: dict[str, Any], dollars: float) -> None:
    """By the prices that the lists show."""
    assert built_in().cost(model, **counts) == pytest.approx(dollars, abs=1e-12)


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("openai/gpt-5", "OpenAI"),
        ("google/gemini-2.5-pro:nitro", "Google"),
        ("openrouter/auto", "OpenAI"),
        ("none/none", "Local"),
    ],
)
def test_who_serves(slug: str, name: str) -> None:
    """The first of those who are listed."""
    assert built_in().served_by(slug) == name


def test_a_completion_costs_what_its_model_does(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Cached tokens included."""
    server.model.reply("Hi", usage={"prompt_tokens": 100, "completion_tokens": 10, "cached_tokens": 40})
    body = {"model": "openai/gpt-5", "messages": [{"role": "user", "content": "Hello"}]}
    usage = client.post("/chat/completions", json=body).json()["usage"]
    assert usage["cost"] == pytest.approx(60 * 1.25e-6 + 40 * 1.25e-7 + 10 * 1e-5)


OWN: dict[str, Any] = {
    "id": "acme/rocket-1",
    "canonical_slug": "acme/rocket-1-2026",
    "name": "Acme: Rocket 1",
    "created": 1_760_000_000,
    "context_length": None,
    "architecture": {"modality": None, "input_modalities": ["text"], "output_modalities": ["text", "image"]},
    "pricing": {"prompt": "0.5", "completion": "1", "discount": 0.1},
    "top_provider": {"is_moderated": False},
    "per_request_limits": None,
    "supported_parameters": ["tools"],
    "default_parameters": None,
    "supported_voices": None,
    "links": {"details": "/api/v1/models/acme/rocket-1/endpoints"},
    "of_tomorrow": {"as": "it is"},
}
FILM = {**OWN, "id": "acme/film", "architecture": {**OWN["architecture"], "output_modalities": ["video"]}}


@pytest.fixture
def own() -> Iterator[httpx.Client]:
    """Return a client of a server with models of its user."""
    models = [OWN, {**FILM, "pricing_skus": {"per-video-second": "2"}, "supported_durations": [5]}]
    with (
        LocalOpenRouter(models=models) as server,
        httpx.Client(base_url=server.url, headers={"authorization": f"Bearer {server.ordinary_key}"}) as client,
    ):
        yield client


def test_a_users_own_models(own: httpx.Client) -> None:
    """They are shown as they were given, those alone; providers and endpoints are made for them, and calls cost."""
    assert answer_of(own, "/models")["data"] == [OWN]
    assert ids(answer_of(own, "/models", output_modalities="all")) == ["acme/rocket-1", "acme/film"]
    (film,) = answer_of(own, "/videos/models")["data"]
    assert (film["pricing_skus"], film["supported_durations"]) == ({"per-video-second": "2"}, [5])
    assert film["supported_resolutions"] is None
    assert ids(answer_of(own, "/images/models")) == ["acme/rocket-1"]
    assert answer_of(own, "/images/models/acme/rocket-1/endpoints", "ImageModelEndpointsResponse")["endpoints"]
    first, second, _ = endpoints_of(own, "acme/rocket-1")
    assert (first["pricing"]["prompt"], second["pricing"]["prompt"]) == ("0.5", "0.55")
    assert {each["slug"] for each in answer_of(own, "/providers")["data"]} == {"deepinfra", "together", "novita"}
    for model, dollars in (
        ("acme/rocket-1", 1.5),
        ("acme/rocket-1-2026", 1.5),
        ("openrouter/auto", 1.5),
        ("openai/gpt-5", 0),
    ):
        body = {"model": model, "messages": [{"role": "user", "content": "Hello"}]}
        assert own.post("/chat/completions", json=body).json()["usage"]["cost"] == dollars


def test_no_model_at_all() -> None:
    """Nothing is shown, and the router has nobody to pass a request on to."""
    with LocalOpenRouter(models=[]) as server, httpx.Client(base_url=server.url) as client:
        assert ids(answer_of(client, "/models")) == []
        assert answer_of(client, "/providers")["data"] == []
    assert from_models([]).cost("openrouter/auto", 10) == 0
    assert from_models([{**OWN, "id": "openrouter/own"}]).served_by("openrouter/own") == "Local"


# models that nobody can use, and what is said of them
WRONG: list[tuple[Any, str]] = [
    (3, "models: must be an array of JSON objects"),
    ([{**OWN, "created": object()}], "models: must be an array of JSON objects"),
    (["acme/rocket-1"], "models[0]: must be an object"),
    ({"error": {"code": 500}}, "models[0]: must be an object"),
    ([OWN, {"id": "acme/rocket-2"}], "models[1].canonical_slug: is required"),
    ([{**OWN, "pricing": {"prompt": "0"}}], "models[0].pricing.completion: is required"),
    ([{**OWN, "pricing": {"prompt": "0", "completion": 0}}], "models[0].pricing.completion: must be a string"),
    ([{**OWN, "pricing": {"prompt": "0", "completion": "?"}}], "models[0].pricing.completion: must be a number"),
    ([{**OWN, "pricing": {"prompt": "NaN", "completion": "0"}}], "models[0].pricing.prompt: must be a number"),
    ([{**OWN, "pricing": {"prompt": "1e999", "completion": "0"}}], "models[0].pricing.prompt: must be a number"),
    ([{**OWN, "context_length": float("nan")}], "models: must be an array of JSON objects"),
    (
        [{**FILM, "pricing_skus": {"per-video-second": "?"}}],
        "models[0].pricing_skus.per-video-second: must be a number",
    ),
    ([{**FILM, "supported_durations": 5}], "models[0].supported_durations: must be an array, or null"),
    ([OWN, FILM, OWN], "models[2].id: is that of models[0], too"),
]


@pytest.mark.parametrize(("models", "message"), WRONG, ids=[message for _, message in WRONG])
def test_models_that_are_wrong(models: Any, message: str) -> None:  # noqa: ANN401
    """The server says where and why, before it starts."""
    with pytest.raises(ValueError, match="models") as caught:
        LocalOpenRouter(models=models)
    assert str(caught.value) == message


@pytest.mark.parametrize("content", [[OWN], {"data": [OWN], "total_count": 1}])
def test_models_of_a_file(program: type[Program], tmp_path: Path, content: object) -> None:
    """The program takes the list, or what `/models` answers."""
    file = tmp_path / "models.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    with program("--models", str(file)) as running:
        answer = httpx.get(f"{running.ready()['url']}/models", trust_env=False).json()
    assert answer["data"] == [OWN]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot read the models in "),
        ("[", "cannot read the models in "),
        ("[" * 100_000, "cannot read the models in "),
        ('{"error": 1}', "models[0]: must be an object"),
    ],
)
def test_a_file_that_holds_none(program: type[Program], tmp_path: Path, content: str | None, message: str) -> None:
    """The program says so in one line."""
    file = tmp_path / "models.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with program("--models", str(file)) as running:
        assert running.end() == 1
    assert running.errors.count("\n") == 1
    assert message in running.errors


RANKED: dict[str, dict[str, str]] = {
    "/benchmarks": {},
    "/datasets/rankings-daily": {"end_date": "2026-02-03"},
    "/datasets/session-cost": {"turn_range": "1-turn"},
}


@pytest.mark.parametrize("path", RANKED)
def test_rankings_name_models_of_the_catalogue(client: httpx.Client, path: str) -> None:
    """By permanent slug; what the query asked for is in the rows."""
    rows = answer_of(client, path, **RANKED[path])["data"]
    slugs = {model["canonical_slug"] for model in MODELS}
    assert {row["model_permaslug"] for row in rows} <= slugs
    assert len({row["model_permaslug"] for row in rows}) > 10
    for row in rows:
        assert row.get("date", "2026-02-03") == "2026-02-03"
        assert row.get("turn_range", "1-turn") == "1-turn"


@pytest.mark.parametrize(
    ("query", "source", "category"),
    [
        ({"source": "artificial-analysis"}, "artificial-analysis", None),
        ({"source": "design-arena", "category": "image"}, "design-arena", "image"),
        ({"source": "design-arena", "arena": "models"}, "design-arena", None),
    ],
)
def test_benchmarks_of_one_source(
    client: httpx.Client, query: dict[str, str], source: str, category: str | None
) -> None:
    """As the models have them; no more than asked for."""
    answer = answer_of(client, "/benchmarks", **query)
    assert answer["data"]
    assert answer["meta"]["model_count"] == len(answer["data"])
    for row in answer["data"]:
        assert row["source"] == source
        assert category in {None, row.get("category")}
    assert answer_of(client, "/benchmarks", **query, max_results=1)["data"] == answer["data"][:1]
    assert answer_of(client, "/benchmarks", source="openrouter")["data"] == []


def test_session_cost_of_one_model(client: httpx.Client) -> None:
    """Or a page of all."""
    path = "/datasets/session-cost"
    (row,) = answer_of(client, path, model="openai/gpt-5-2025-08-07")["data"]
    assert answer_of(client, path, limit=2)["data"][0] == row
    assert answer_of(client, path, model="none/none")["data"] == answer_of(client, path, offset=1000)["data"] == []


def test_tasks_name_models_of_the_catalogue(client: httpx.Client) -> None:
    """By id."""
    for task in answer_of(client, "/classifications/task")["data"]["classifications"]:
        assert {model["id"] for model in task["models"]} <= {*of("text")}
        assert task["models"]
