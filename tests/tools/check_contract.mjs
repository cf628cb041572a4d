// Whether a running server keeps its contract: node check_contract.mjs URL ADMIN_URL
//
// The document is linted; every operation is asked with its own examples, in every media type that it documents; what
// comes back must be documented, and JSON must be as its schema says, with no member that the schema does not know.
import Ajv from "ajv/dist/2020.js";
import { createConfig, lintFromString } from "@redocly/openapi-core";

const [url, adminUrl] = process.argv.slice(2);
let checks = 0;
const complaints = [];
const check = (holds, what) => {
  ++checks;
  if (!holds) complaints.push(what);
};

async function lint(text) {
  const config = await createConfig({ extends: ["recommended-strict"] });
  for (const problem of await lintFromString({ source: text, absoluteRef: "openapi.json", config })) {
    complaints.push(`lint: ${problem.ruleId}: ${problem.message} at ${problem.location[0]?.pointer}`);
  }
  ++checks;
}

const resolve = (document, value) =>
  value?.$ref ? value.$ref.slice(2).split("/").reduce((at, name) => at[name], document) : value;

/** Readers must bear members that they do not know; a test must not. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  const isObjectSchema = copy.type && copy.properties && !("additionalProperties" in copy);
  return isObjectSchema ? { ...copy, additionalProperties: false } : copy;
}

function target(path, parameters) {
  const query = new URLSearchParams();
  for (const parameter of parameters.filter((each) => each.example !== undefined)) {
    const values = parameter.explode && Array.isArray(parameter.example) ? parameter.example : [String(parameter.example)];
    if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, encodeURIComponent(values[0]));
    if (parameter.in === "query") values.forEach((value) => query.append(parameter.name, value));
  }
  return query.size ? `${path}?${query}` : path;
}

const mediaType = (response) => (response.headers.get("content-type") ?? "").split(";")[0];
const isJson = (type) => type.endsWith("json") && !type.includes("ndjson");

async function main() {
  const text = await (await fetch(`${url}/openapi.json`)).text();
  await lint(text);
  if (complaints.length) return;
  const document = JSON.parse(text);
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema({ $id: "contract", ...closed(document) });
  const pointer = (...names) => `contract#/${names.map((name) => name.replaceAll("~", "~0").replaceAll("/", "~1")).map(encodeURIComponent).join("/")}`;

  function checkBody(where, schemaAt, body) {
    const validate = ajv.compile({ $ref: schemaAt });
    check(validate(body), `${where}: ${ajv.errorsText(validate.errors, { separator: "; " }).slice(0, 600)}`);
  }

  async function checkAnswer(where, path, method, operation, response) {
    const documented = operation.responses[response.status];
    check(documented, `${where}: status ${response.status} is not documented`);
    if (!documented) return;
    const type = mediaType(response);
    const { content = {}, "x-formats": formats = {} } = resolve(document, documented);
    check(type in content || Object.values(formats).includes(type), `${where}: ${response.status} as ${type} is not documented`);
    const body = await response.text();
    if (!(type in content) || !isJson(type)) return;
    const at = documented.$ref
      ? `contract${documented.$ref}/content/${encodeURIComponent(type.replaceAll("/", "~1"))}/schema`
      : pointer("paths", path, method, "responses", String(response.status), "content", type, "schema");
    checkBody(where, at, JSON.parse(body));
  }

  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const parameters = operation.parameters.map((parameter) => resolve(document, parameter));
      if (parameters.some((each) => each.in === "path" && each.example === undefined)) continue;
      const base = operation.servers ? adminUrl : url;
      const example = operation.requestBody?.content["application/json"]?.example;
      const ask = (asked, headers) => fetch(base + asked, {
        method: method.toUpperCase(),
        headers: example ? { "Content-Type": "application/json", ...headers } : headers,
        body: example && JSON.stringify(example),
      });
      const asked = target(path, parameters);
      const success = Object.keys(operation.responses).find((status) => status.startsWith("2"));
      const { content, "x-formats": formats = {} } = resolve(document, operation.responses[success]);
      for (const type of [...Object.keys(content), ...Object.values(formats)]) {
        const where = `${method} ${asked} as ${type}`;
        const response = await ask(asked, { Accept: type });
        const nothingToCite = /bibtex|csl/.test(type) && response.status === 400;
        check(nothingToCite || String(response.status) === success, `${where}: ${response.status} instead of ${success}`);
        check(nothingToCite || mediaType(response) === type, `${where}: answered as ${mediaType(response)}`);
        await checkAnswer(where, path, method, operation, response);
      }
      const elsewhere = `${asked}${asked.includes("?") ? "&" : "?"}snapshot=000000000000`;
      const refused = await ask(elsewhere, {});
      check(refused.status === 409, `${method} ${elsewhere}: ${refused.status} instead of 409`);
      await checkAnswer(`${method} ${elsewhere}`, path, method, operation, refused);
      if (operation.tags[0] !== "questions") continue;
      const wrong = await ask(`${asked}${asked.includes("?") ? "&" : "?"}no_such=1`, {});
      check(wrong.status === 400, `${method} ${path} with an unknown parameter: ${wrong.status}`);
      await checkAnswer(`${method} ${path}?no_such=1`, path, method, operation, wrong);
    }
  }
}

await main();
for (const complaint of complaints) console.log(complaint);
console.log(`${checks} checks, ${complaints.length} complaints`);
process.exit(complaints.length ? 1 : 0);
