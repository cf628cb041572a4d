// Whether the server passes the official conformance suite of the Model Context Protocol: node mcp_conformance.mjs URL
//
// Of its scenarios, those that ask for what every server has. The others call tools, prompts and resources that only the
// suite's own example server has (test_simple_text, test://static-text), or sampling, elicitation and sessions, which this
// server does not use.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const [url] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const suite = join(here, "node_modules/@modelcontextprotocol/conformance/dist/index.js");
const scenarios = ["server-initialize", "ping", "completion-complete", "tools-list", "resources-list", "prompts-list",
  "dns-rebinding-protection"];

for (const scenario of scenarios) {
  const { stdout } = await promisify(execFile)(process.execPath,
    ["--import", pathToFileURL(join(here, "node_20_has_no_glob.mjs")).href, suite, "server", "--url", `${url}/mcp`, "--scenario", scenario])
    .catch((error) => assert.fail(`${scenario}: ${error.stdout}${error.stderr}`));
  const [, passed, all] = stdout.match(/Passed: (\d+)\/(\d+), 0 failed, 0 warnings/) ?? assert.fail(stdout);
  assert.equal(passed, all);
  assert.notEqual(all, "0", scenario);
}
console.log(`${scenarios.length} scenarios of the conformance suite pass`);
