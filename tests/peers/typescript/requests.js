// What OpenRouter's own TypeScript client, unmodified, would send: its fetcher keeps each request and throws.
//
//     npm install && node requests.js < CALLS
//
// CALLS is JSON: `{key, app, calls: [[FUNCTION, ARGUMENT], ...]}`, in the names of the wire. It prints a list of what is
// sent for each call: a request, the name of the client's error, or null where the client has no such function.

import { readFileSync } from "node:fs";

import { OpenRouterCore } from "@openrouter/sdk/core.js";
import { HTTPClient } from "@openrouter/sdk/lib/http.js";

import { called, camel } from "./calls.js";

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
  kept = undefined;
  const result = await called(core, key, name, argument);
  if (kept === undefined) {
    return result && result.error.name;
  }
  const content = Buffer.from(await kept.arrayBuffer()).toString("base64");
  return { method: kept.method, url: kept.url, headers: Object.fromEntries(kept.headers), content };
};

const all = [];
for (const each of calls) {
  all.push(await sent(each));
}
console.log(JSON.stringify(all));
