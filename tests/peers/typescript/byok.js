// OpenRouter's own TypeScript client, unmodified, takes the local server for the real one.
//
//     npm install && node byok.js "$LINE"
//
// LINE is the line of JSON that `python -m openrouter_core.testing --seed 120` prints. One line is printed for each
// check that holds; the first one that does not ends the run with a trace and status 1.

import assert from "node:assert/strict";

import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { byokCreate } from "@openrouter/sdk/funcs/byokCreate.js";
import { byokDelete } from "@openrouter/sdk/funcs/byokDelete.js";
import { byokGet } from "@openrouter/sdk/funcs/byokGet.js";
import { byokList } from "@openrouter/sdk/funcs/byokList.js";
import { byokUpdate } from "@openrouter/sdk/funcs/byokUpdate.js";

const server = JSON.parse(process.argv[2]);
const NOBODY = "00000000-0000-4000-8000-000000000000";
const CREATION = { key: "sk-proj-example-AbCd", provider: "openai" };

// Without `retryConfig` the client repeats whatever is answered with a 5XX for an hour.
const client = (apiKey, retryConfig = { strategy: "none" }) =>
  new OpenRouterCore({ apiKey, serverURL: server.url, retryConfig });
const core = client(server.management_key);

const list = (c, request = {}) => byokList(c, request);
const create = (c, fields) => byokCreate(c, { createBYOKKeyRequest: { ...CREATION, ...fields } });
const get = (c, id = NOBODY) => byokGet(c, { id });
const update = (c, id = NOBODY, fields = { name: "Retired" }) =>
  byokUpdate(c, { id, updateBYOKKeyRequest: fields });
const remove = (c, id = NOBODY) => byokDelete(c, { id });
const CALLS = { list, create, get, update, delete: remove };

const fault = async (fields) => {
  const answer = await fetch(server.faults_url, { method: "POST", body: JSON.stringify(fields) });
  assert.equal(answer.status, 201);
};

const value = (result) => {
  assert.ok(result.ok, result.error);
  return result.value;
};

// The client's class for an error differs from function to function (its list has none for 403); the status never does.
const refusal = (result, status, message) => {
  assert.equal(result.ok, false);
  assert.equal(result.error.statusCode, status);
  const { error } = JSON.parse(result.error.body);
  assert.equal(error.code, status);
  assert.equal(error.message, message);
  return result.error;
};

const CHECKS = {
  "list walks through the pages": async () => {
    const pages = [];
    for await (const page of await list(core, { limit: 50 })) {
      pages.push(value(page).result);
    }
    assert.deepEqual(pages.map((page) => page.data.length), [50, 50, 20]);
    assert.deepEqual(pages.map((page) => page.totalCount), [120, 120, 120]);
    const credentials = pages.flatMap((page) => page.data);
    assert.equal(new Set(credentials.map(({ id }) => id)).size, 120);
    assert.deepEqual(credentials.map(({ sortOrder }) => sortOrder), [...Array(120).keys()]);
  },

  "create, get, update and delete": async () => {
    const settings = {
      name: "Production",
      disabled: true,
      isFallback: true,
      isRequired: true,
      isByokOnly: false,
      allowedModels: ["openai/gpt-4o"],
      allowedApiKeyHashes: [server.api_key_hash],
      allowedUserIds: ["user_123"],
      declaredZdr: true,
      workspaceId: server.workspace_id,
    };
    const created = value(await create(core, { provider: "anthropic", ...settings })).data;
    for (const [name, expected] of Object.entries({ ...settings, provider: "anthropic", label: "sk-...AbCd" })) {
      assert.deepEqual(created[name], expected, name);
    }
    assert.deepEqual(value(await get(core, created.id)).data, created);

    const fields = { name: null, disabled: false, key: "sk-proj-example-WxYz" };
    const changed = value(await update(core, created.id, fields)).data;
    assert.deepEqual(changed, { ...created, name: null, disabled: false, label: "sk-...WxYz" });
    assert.deepEqual(value(await get(core, created.id)).data, changed);

    assert.equal(value(await remove(core, created.id)).deleted, true);
    for (const call of [get, update, remove]) {
      refusal(await call(core, created.id), 404, "Resource not found");
    }
  },

  "list filters by provider and workspace": async () => {
    const created = value(await create(core, { provider: "anthropic" })).data;
    const { result } = value(await list(core, { provider: "anthropic", workspaceId: server.workspace_id }));
    assert.deepEqual(result, { data: [created], totalCount: 1 });
    value(await remove(core, created.id));
  },

  "a request that breaks the contract is a 400": async () => {
    const both = { isByokOnly: true, isFallback: true };
    const conflict = "is_byok_only: cannot be combined with is_fallback";
    assert.equal(refusal(await create(core, both), 400, conflict).name, "BadRequestResponseError");
    const workspaceId = NOBODY;
    refusal(await list(core, { workspaceId }), 400, "workspace_id: is not a workspace of this account");
    const { data } = value(await create(core));
    refusal(await update(core, data.id, both), 400, conflict);
    value(await remove(core, data.id));
  },

  "no key and an unknown one are a 401": async () => {
    for (const call of Object.values(CALLS)) {
      refusal(await call(client(undefined)), 401, "Missing Authentication header");
      const error = refusal(await call(client("sk-or-test-unknown")), 401, "Invalid credentials");
      assert.equal(error.name, "UnauthorizedResponseError");
    }
  },

  "a key that is no management key is a 403": async () => {
    for (const call of Object.values(CALLS)) {
      refusal(await call(client(server.ordinary_key)), 403, "Only management keys can perform this operation");
    }
  },

  "an unknown id is a 404": async () => {
    for (const call of [get, update, remove]) {
      assert.equal(refusal(await call(core), 404, "Resource not found").name, "NotFoundResponseError");
    }
  },

  "a fault's 500 is the client's own class": async () => {
    for (const call of Object.values(CALLS)) {
      await fault({ status: 500 });
      assert.equal(refusal(await call(core), 500, "Internal Server Error").name, "InternalServerResponseError");
    }
  },

  "a connection that breaks is the client's own class": async () => {
    await fault({ close: "before" });
    const result = await get(core);
    assert.equal(result.ok, false);
    assert.equal(result.error.name, "ConnectionError");
  },

  "its retries end when the fault does": async () => {
    await fault({ status: 503, times: 2 });
    const backoff = { initialInterval: 1, maxInterval: 10, exponent: 1.5, maxElapsedTime: 10000 };
    const patient = client(server.management_key, { strategy: "backoff", backoff, retryConnectionErrors: true });
    assert.equal(value(await list(patient)).result.totalCount, 120);
  },
};

for (const [name, check] of Object.entries(CHECKS)) {
  await check();
  console.log(`ok - ${name}`);
}
