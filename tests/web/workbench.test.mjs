// The workbench of openCypher in a browser, by keyboard: what a reader sees, and that the page's policy is kept.
// TREATYGRAPH_PAGE=http://127.0.0.1:8080 node --test tests/web/workbench.test.mjs, after npm ci in tests/tools; Chromium is at CHROMIUM or /usr/bin/chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const page_address = process.env.TREATYGRAPH_PAGE;
const options = page_address ? { timeout: 60_000 } : { skip: "TREATYGRAPH_PAGE names no page" };
let browser;
before(async () => {
  if (!page_address) return;
  const { chromium } = createRequire(join(dirname(fileURLToPath(import.meta.url)), "..", "tools", "package.json"))("playwright-core");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser?.close());

/// A page at the workbench, with the caret in the editor; what its console complains of is in `complaints`.
async function bench(parameters = {}) {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${page_address}/query?${new URLSearchParams(parameters)}`);
  await page.waitForFunction(() => document.querySelector(".editor")?.shadowRoot?.querySelector(".cm-content"));
  await page.evaluate(() => document.querySelector(".editor").shadowRoot.querySelector(".cm-content").focus());
  const inEditor = (read) => page.evaluate(`(${read})(document.querySelector(".editor").shadowRoot)`);
  return { page, complaints, inEditor, text: () => inEditor("(root) => root.querySelector('.cm-content').innerText"), said: (selector) => page.textContent(selector) };
}

async function replace(page, query) {
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(query);
  await page.keyboard.press("Control+Enter");
}

const rowsArrive = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll(".rows tbody tr").length === wanted, count);

test("write a query, fix its slip, see rows and graph, download CSV: by keyboard alone", options, async () => {
  const { page, complaints, text, inEditor } = await bench();
  await page.keyboard.type("MATCH (a:Artcle) RETURN a, a.num AS num LIMIT 5");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".problem.warning");
  assert.match(await page.textContent(".problem.warning"), /line 1, column 10.*did you mean Article/);
  assert.equal(await inEditor("(root) => root.querySelector('.cm-lintRange-warning').textContent"), "Artcle");
  await page.keyboard.press("F8");
  await page.keyboard.type("Article");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await rowsArrive(page, 5);
  assert.equal((await text()).trim(), "MATCH (a:Article) RETURN a, a.num AS num LIMIT 5");
  assert.match(await page.textContent(".rows tbody td a"), /article/i);
  assert.ok(new URL(page.url()).searchParams.get("q").includes("Article"));

  await page.keyboard.press("Escape");
  for (let tabs = 0; tabs < 12 && !await page.evaluate(() => document.activeElement.id === "shown-table"); ++tabs) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("#shown").textContent.length > 0 && !document.querySelector("#shown .waiting"));
  assert.equal(new URL(page.url()).searchParams.get("shown"), "graph");
  await page.keyboard.press("ArrowLeft");
  const coming = page.waitForEvent("download");
  await page.focus(".result .downloads button");
  await page.keyboard.press("Enter");
  const csv = readFileSync(await (await coming).path(), "utf8").trim().split(/\r?\n/);
  assert.deepEqual([csv.length, csv[0]], [6, "a,num"]);
  assert.deepEqual(complaints, []);
});

test("an error is underlined where it stands; text and caret stay", options, async () => {
  const { page, text, inEditor } = await bench();
  await replace(page, 'MATCH (a:Article)\nWHERE a.num == "é24"\nRETURN a');
  await page.waitForSelector(".problem.error");
  assert.match(await page.textContent(".problem.error"), /line 2, column 14/);
  assert.equal(await inEditor("(root) => root.querySelector('.cm-lintRange-error').textContent"), "=");
  await page.keyboard.type(".num");
  assert.match(await text(), /RETURN a\.num$/);
});

test("what is offered comes from the data", options, async () => {
  const { page, inEditor } = await bench();
  const offered = () => inEditor("(root) => [...root.querySelectorAll('.cm-tooltip-autocomplete .cm-completionLabel')].map((one) => one.textContent)");
  const typed = async (words, wanted) => {
    await page.keyboard.type(words);
    // The names of the data may come after the words on a busy machine; then they are asked for, as a reader would.
    for (let look = 0; look < 60 && !(await offered()).includes(wanted); look += 1) {
      if (look % 8 === 7) await page.keyboard.press("Control+Space");
      await page.waitForTimeout(250);
    }
    assert.ok((await offered()).includes(wanted));
  };
  await typed("MATCH (a:", "Article");
  await page.waitForTimeout(150);
  await page.keyboard.type("Artic");
  await page.keyboard.press("Tab");
  await typed(")-[:REF", "REFERS_TO");
  await typed("ERS_TO]->(b) WHERE a.hea", "heading");
});

test("rows stay when the server is away, and the query is asked again", options, async () => {
  const { page } = await bench();
  await replace(page, "MATCH (a:Article) RETURN a.num LIMIT 3");
  await rowsArrive(page, 3);
  await page.route("**/v1/cypher*", (route) => route.abort());
  await replace(page, "MATCH (a:Article) RETURN a.num LIMIT 2");
  await page.waitForSelector(".bench .notice[role=alert]");
  assert.match(await page.textContent(".bench .notice"), /does not answer/);
  assert.match(await page.textContent(".result .notice"), /LIMIT 3/);
  assert.equal(await page.locator(".rows tbody tr").count(), 3);
  await page.unroute("**/v1/cypher*");
  await rowsArrive(page, 2);
  assert.equal(await page.locator(".bench .notice").count(), 0);
});

test("what is cut is said; all rows can be seen, and a file holds all", options, async () => {
  const { page } = await bench();
  await replace(page, "UNWIND range(1, 30000) AS x RETURN x");
  await page.waitForFunction(() => /The first 500 rows; there are more/.test(document.querySelector(".count-line")?.textContent));
  const coming = page.waitForEvent("download");
  await page.click(".result .downloads button");
  assert.equal(readFileSync(await (await coming).path(), "utf8").trim().split("\n").length, 30_001);
  await page.click(".count-line button");
  await page.waitForFunction(() => /^30,000 rows/.test(document.querySelector(".count-line").textContent));
  await page.waitForFunction(() => {
    const box = document.querySelector(".rows");
    box.scrollTop = box.scrollHeight;  // again where blocks that came into view made the table higher
    return document.querySelector(".rows tbody:last-child tr:last-child")?.textContent === "30000";
  });
});

test("a long number loses no digit, nothing is shown quietly, things by their names", options, async () => {
  const { page } = await bench({ q: 'RETURN 9223372036854775807 AS big, null AS none, $given AS given, ["a", 1] AS list', parameters: '{"given": 9007199254740993}' });
  await rowsArrive(page, 1);
  assert.deepEqual(await page.locator(".rows tbody td").allTextContents(), ["9223372036854775807", "null", "9007199254740993", "a1"]);
});

test("a slow query can be stopped, and says how long it has run", options, async () => {
  const { page } = await bench();
  await replace(page, "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN max(x * y) AS most");
  await page.waitForSelector(".running .elapsed");
  await page.click(".running button");
  await page.waitForSelector(".running", { state: "detached" });
  assert.equal(await page.locator(".rows").count(), 0);
});

test("every example finds something; the last queries come back", options, async () => {
  const { page, text } = await bench();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some((one) => one.name.includes("/v1/schema")));
  await page.waitForTimeout(500);
  await page.click("text=Examples");
  const count = await page.locator(".menu-list li").count();
  assert.ok(count > 2);
  await page.keyboard.press("Escape");
  for (let index = 0; index < count; ++index) {
    await page.focus("text=Examples");
    await page.keyboard.press("Enter");
    for (let down = 0; down < index; ++down) await page.keyboard.press("ArrowDown");
    const answer = page.waitForResponse((response) => response.url().endsWith("/v1/cypher"));
    await page.keyboard.press("Enter");
    const body = await (await answer).json();
    assert.ok(body.rows?.length > 0, `${await text()}: ${JSON.stringify(body).slice(0, 300)}`);
    assert.deepEqual(body.warnings.filter((one) => / has the (label|type|property) /.test(one)), []);
  }
  const last = await text();
  await page.keyboard.press("Control+ArrowUp");
  await page.keyboard.press("Control+ArrowUp");
  assert.notEqual(await text(), last);
  await page.keyboard.press("Control+ArrowDown");
  assert.equal(await text(), last);
});
