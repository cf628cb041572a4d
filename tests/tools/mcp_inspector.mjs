// Whether the MCP inspector, as a command, sees what the server offers: node mcp_inspector.mjs URL PROGRAM DATA
//
// Its version 1 is the last that Node.js 20 runs. Its command looks for its own package.json from the working folder.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const [url, program, data] = process.argv.slice(2);
const folder = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@modelcontextprotocol/inspector-cli/build");

async function inspect(target, ...asked) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "index.js"), ...target, ...asked], { cwd: folder })
    .catch((error) => assert.fail(`${asked.join(" ")}: ${error.stdout}${error.stderr}`));
  return JSON.parse(stdout);
}

async function check(target) {
  const { tools } = await inspect(target, "--method", "tools/list");
  assert.ok(tools.some((tool) => tool.name === "dependencies" && tool.annotations.readOnlyHint));
  const cited = await inspect(target, "--method", "tools/call", "--tool-name", "lookup_citation", "--tool-arg", "q=UNCC art 24(2)");
  assert.equal(cited.structuredContent.hits[0].key, "uncc:art_24__para_2");
  const rows = await inspect(target, "--method", "tools/call", "--tool-name", "cypher", "--tool-arg", "query=RETURN 1 AS one",
    "--tool-arg", "limit=5");
  assert.deepEqual(rows.structuredContent.rows, [[1]]);
  const { resources } = await inspect(target, "--method", "resources/list");
  assert.ok(resources.some((resource) => resource.uri === "treaty://uncc"));
  const { contents } = await inspect(target, "--method", "resources/read", "--uri", "treaty://uncc/art_24");
  assert.match(contents[0].text, /^# article 24/);
  const { resourceTemplates } = await inspect(target, "--method", "resources/templates/list");
  assert.ok(resourceTemplates.length > 0);
  const { prompts } = await inspect(target, "--method", "prompts/list");
  const prompt = await inspect(target, "--method", "prompts/get", "--prompt-name", prompts[0].name,
    "--prompt-args", "question=Who may intercept?");
  assert.match(prompt.messages[0].content.text, /Who may intercept\?/);
}

await check([`${url}/mcp`, "--transport", "http"]);
await check([program, "--data", data, "mcp"]);
console.log("the inspector sees tools, resources and prompts over HTTP and over pipes");
