// What OpenRouter's own TypeScript client, unmodified, would send: its fetcher keeps each request and throws.
//
//     npm install && node requests.js < CALLS
//
// CALLS is JSON: `{key, app, calls: [[FUNCTION, ARGUMENT], ...]}`, in the names of the wire. It prints a list of what is
// sent for each call: a request, the name of the client's error, or null where the client has no such function.

import { readFileSync } from "node:fs";

import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { HTTPClient } from "@openrouter/sdk/lib/http.js";

const IRREGULAR = { "01ai": "oneai", STTRequest: "sttRequest" };
const camel = (name) =>
  IRREGULAR[name] ?? name.replace(/^./, (c) => c.toLowerCase()).replace(/[^a-z0-9]+(.?)/gi, (_, c) => c.toUpperCase());

// Gives each object its fields under the client's names, too, but not enumerable: the client's schemas find the names that
// they declare, and what may have any keys is copied as it was given. Times and files are objects of their own there.
const named = (value) => {
  if (Array.isArray(value)) {
    return value.map(named);
  }
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) {
    return new Date(value);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  if ("fileName" in value) {
    return { ...value, content: new TextEncoder().encode(value.content) };
  }
  const fields = Object.entries(value).map(([name, each]) => [name, named(each)]);
  const hidden = fields.map(([name, each]) => [camel(name), { value: each }]);
  const visible = fields.map(([name, each]) => [name, { value: each, enumerable: true }]);
  const others = ["additionalProperties", { value: Object.fromEntries(fields) }];
  return Object.defineProperties({}, Object.fromEntries([others, ...hidden, ...visible]));
};

const { key, app, calls } = JSON.parse(readFileSync(0, "utf-8"));
let kept;
const fetcher = (request) => {
  kept = request;
  throw new Error("nothing is sent");
};
const core = new OpenRouterCore({
  apiKey: key,
  ...Object.fromEntries(Object.entries(app).map(([name, value]) => [camel(name), value])),
  httpClient: new HTTPClient({ fetcher }),
  retryConfig: { strategy: "none" },
});

const sent = async ([name, argument]) => {
  const { [name]: call } = await import(`@openrouter/sdk/funcs/${name}.js`).catch(() => ({}));
  if (call === undefined) {
    return null;
  }
  kept = undefined;
  // One function takes its key as an argument of its own.
  const security = call.length === 4 ? [{ bearer: key }] : [];
  const { error } = await call(core, ...security, named(argument));
  if (kept === undefined) {
    return error.name;
  }
  const content = Buffer.from(await kept.arrayBuffer()).toString("base64");
  return { method: kept.method, url: kept.url, headers: Object.fromEntries(kept.headers), content };
};

const all = [];
for (const each of calls) {
  all.push(await sent(each));
}
console.log(JSON.stringify(all));
