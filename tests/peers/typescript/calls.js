// Calls of the official TypeScript client's functions with arguments in the names of the wire.

const IRREGULAR = { "01ai": "oneai", STTRequest: "sttRequest" };
export const camel = (name) =>
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

// Returns the client's result, or null where it has no such function.
export const called = async (core, key, name, argument) => {
  const { [name]: call } = await import(`@openrouter/sdk/funcs/${name}.js`).catch(() => ({}));
  if (call === undefined) {
    return null;
  }
  // One function takes its key as an argument of its own.
  const security = call.length === 4 ? [{ bearer: key }] : [];
  return call(core, ...security, named(argument));
};
