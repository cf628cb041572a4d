// reading_room.mjs URL bundled|three|big [FOLDER]: does in Chromium what readers come for, counts their clicks and keystrokes, and prints
// them beside what each job may cost; then each fault that the page once had. Screenshots go to FOLDER, if one is named.
// Ends with 1 where a job cannot be done, costs more, or the page complains on its console.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [url, data, folder] = process.argv.slice(2);
const base = url.replace(/\/$/, "");
// Evaluated by the browser's debugger, since the page's policy admits no script but its own.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const complaints = [];
let cost = { clicks: 0, keys: 0 };

function expect(what, holds) {
  console.log(`${holds ? "yes" : "NO"}: ${what}`);
  if (!holds) process.exitCode = 1;
}

async function open({ width = 1440, height = 900, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base)) complaints.push(`asked for ${request.url()}`); });
  page.setDefaultTimeout(20_000);
  return page;
}

async function at(page, path) {
  cost = { clicks: 0, keys: 0 };
  await page.goto(base + path);
  await page.waitForSelector("main h1, main .block");
  await settled(page);
}
// Until what is shown has not changed for a while: an answer may take its time on a busy machine.
async function settled(page) {
  await page.waitForLoadState("networkidle");
  let [before, unchanged] = ["", 0];
  for (let look = 0; look < 60 && unchanged < 3; look += 1) {
    await page.waitForTimeout(100);
    const now = await page.evaluate(() => document.querySelector("main")?.innerText ?? "");
    unchanged = now === before && !/Loading|Asking/.test(now) ? unchanged + 1 : 0;
    before = now;
  }
}
/// Whether that is said within ten seconds.
const says = (page, pattern, selector = "main") => page.waitForFunction(([source, flags, where]) => new RegExp(source, flags).test(document.querySelector(where)?.innerText ?? ""),
  [pattern.source, pattern.flags, selector], { timeout: 10_000 }).then(() => true, () => false);
// Whether that comes to be, however busy the machine is.
const comes = (page, holds, argument) => page.waitForFunction(holds, argument, { timeout: 10_000 }).then(() => true, () => false);
async function click(page, selector, options = {}) { cost.clicks += 1; await page.locator(selector, options).first().click(); await settled(page); }
async function press(page, key) { cost.keys += 1; await page.keyboard.press(key); }
async function type(page, words) { cost.keys += words.length; await page.keyboard.type(words); }
const text = (page, selector = "main") => page.locator(selector).first().innerText();
const first = (page, selector) => page.locator(selector).first().boundingBox().then((box) => box !== null && box.y < page.viewportSize().height);

async function job(name, may, run) {
  const page = await open();
  try {
    const holds = await run(page);
    expect(`job ${name}: ${cost.clicks} clicks, ${cost.keys} keys; may cost ${may.clicks} clicks${may.keys ? `, ${may.keys} keys` : ""}`, holds && cost.clicks <= may.clicks && (may.keys === undefined || cost.keys <= may.keys));
    if (folder) await page.screenshot({ path: `${folder}/job-${name.split(" ")[0]}-${data}.png` });
  } catch (error) {
    expect(`job ${name}: ${String(error).split("\n")[0]}`, false);
  }
  await page.close();
}

async function jobs() {
  await job("a read article 24, and which powers its safeguards reach", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/chp_IV");
    await click(page, ".outline a", { hasText: "Conditions and safeguards" });
    const read = (await text(page, '[data-block="uncc:art_24"]')).includes("safeguards");
    await click(page, ".margin a", { hasText: "Which powers its safeguards reach" });
    return read && await says(page, /It reaches \d+ of|safeguards/, ".sentence");
  });
  await job("b what article 35 rests on, with the words", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/art_35");
    await click(page, ".margin a", { hasText: "What it rests on" });
    const all = await says(page, /rests on 10 articles/, ".sentence");
    await click(page, ".line button");
    return all && await page.locator(".line.open .chain li").count() > 0;
  });
  await job("c which safeguards condition the interception of content data", { clicks: 1 }, async (page) => {
    await at(page, "/read/uncc/art_30");
    await click(page, ".margin a", { hasText: /^Its safeguards$/ });
    await says(page, /Content interception only/);
    return await first(page, ".lines li:has-text('Content interception only')") && /by\s+art\. 30\(1\)/.test(await text(page));
  });
  await job("d what would be lost without article 6(2)", { clicks: 2, keys: 24 }, async (page) => {
    await at(page, "/read/uncc");
    await press(page, "Control+k");
    await type(page, "without 6(2) uncc");
    await press(page, "Enter");
    await page.waitForSelector(".sentence");
    return /Would be gone/.test(await text(page)) && !/uncc:art/.test(await text(page));
  });
  await job("e who criticised article 24, and which of them signed", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/art_24");
    await click(page, ".margin a", { hasText: "Who criticised it" });
    return await says(page, /6 critics/) && await says(page, /Iran/) && await says(page, /signed 25\s+October 2025/);
  });
  await job("f the shortest chain from 48 to 24", { clicks: 0, keys: 32 }, async (page) => {
    await at(page, "/read/uncc");
    await press(page, "Control+k");
    await type(page, "from 48 uncc to 24 uncc");
    await press(page, "Enter");
    await page.waitForSelector(".chain li");
    return /is governed by/.test(await text(page));
  });
  await job("g a draft against the final text, only what changed", { clicks: 3 }, async (page) => {
    await at(page, "/");
    await click(page, ".ask-list a", { hasText: "changed between a draft" });
    await page.waitForSelector("table.beside tbody tr");
    return await page.locator("table.beside tbody tr").count() > 0 && await page.locator(".switch [aria-pressed='true']").count() === 1;
  });
  await job("h a query, its rows, a slip mended, CSV, without a mouse", { clicks: 0 }, query);
  await job("i a link to this view, and how to cite it", { clicks: 1 }, async (page) => {
    await at(page, "/read/uncc/art_24");
    await click(page, '[data-block="uncc:art_24"] .cite');
    const told = await text(page, ".cite-dialog");
    return ["OSCOLA", "Bluebook", "BibTeX", "CSL-JSON", "/read/uncc/art_24"].every((one) => told.includes(one));
  });
  await job("j all uses of a defined term", { clicks: 2 }, async (page) => {
    await at(page, "/read/uncc/art_2");
    await click(page, ".margin a", { hasText: /^Electronic data$/i });
    return says(page, /Is used by|Used by/i);
  });
}

async function query(page) {
  await at(page, "/query");
  await page.waitForSelector(".cm-content");
  await page.locator(".cm-content").first().focus();
  await press(page, "Control+a");
  await page.keyboard.type("MATCH (a:Artikel) RETURN count(a) AS n");
  await press(page, "Control+Enter");
  await settled(page);
  const warned = /Article/.test(await page.locator("main").innerText());
  await press(page, "Control+a");
  await page.keyboard.type("MATCH (a:Article {treaty: 'uncc'}) RETURN a.title AS title LIMIT 3");
  await press(page, "Control+Enter");
  await settled(page);
  return warned && await page.locator("table tbody tr").count() === 3;
}

// Each was a fault of the page.
async function faults() {
  const page = await open();
  await at(page, "/read/uncc/art_24");
  expect("1: a provision that has parts shows words", (await text(page, '[data-block="uncc:art_24"]')).length > 200);
  await at(page, "/ask/compare?left=uncc@2023-11&right=uncc");
  expect("2: notices are words", !/\[object/.test(await text(page)));
  await at(page, "/ask/about?of=uncc:chp_IV");
  expect("3: chapter IV is cited from outside only", !/art\. 2[3-9]\b.*cites/.test(await text(page)) && /Cited by \d\b/.test(await text(page)));
  await at(page, "/ask/dependencies?of=uncc:art_35");
  expect("4: titles name the treaty, and labels keep their point", /UNCC|Cybercrime/.test(await page.title()) && /2\(h\)/.test(await text(page)));
  await at(page, "/ask/statements?about=uncc:art_24");
  expect("5: statements have speakers, and who of them signed", /Privacy International/.test(await text(page)) && /signed/.test(await text(page)));
  await at(page, "/read/uncc/art_60");
  await page.evaluate(() => window.scrollBy(0, 2000));
  await click(page, ".margin a", { hasText: "More questions" });
  expect("8: a view begins at its top", await page.evaluate(() => window.scrollY) === 0);
  await page.goBack();
  await settled(page);
  expect("and back comes to where one was", await comes(page, () => window.scrollY > 0));
  await page.keyboard.press("Home");
  await at(page, "/read/uncc/art_24");
  const before = page.url();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect("8: the skip link keeps the view", page.url() === before && await page.evaluate(() => document.activeElement.tagName) === "MAIN");
  await at(page, "/");
  expect("9: the start names treaties, never keys", !/treaty:|@20/.test(await text(page)) && await page.locator(".cards li").count() > 0);
  await at(page, "/ask/search?q=State");
  if (await page.getByText("Next page").count()) {
    const was = await text(page, ".hits");
    await page.getByText("Next page").first().click();
    expect("10: there is a way to the next page", await comes(page, (before) => document.querySelector(".hits")?.innerText !== before, was));
  }
  await at(page, "/ask/impact");
  await page.locator("main [role=combobox]").first().fill("6(2) uncc");
  await page.waitForSelector("main [role=option]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".sentence");
  expect("11: forms take citations, with suggestions", /6\(2\)/.test(await page.title()));
  await page.route("**/v1/**", (route) => route.abort());
  await at(page, "/ask/impact?of=uncc:art_6__para_2").catch(() => {});
  expect("14: a server that is down is said, in words", /does not answer/.test(await page.locator("body").innerText()));
  await page.unroute("**/v1/**");
  complaints.splice(0);
  await page.close();
}

async function narrow() {
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) for (const scheme of ["light", "dark"]) {
    const page = await open({ width, height, scheme });
    for (const [name, path] of [["start", "/"], ["read", data === "three" ? "/read/budapest/art_15" : "/read/uncc/art_24"], ["rests", "/ask/dependencies?of=uncc:art_35"], ["coverage", "/ask/coverage?treaty=uncc"], ["query", "/query"]]) {
      await at(page, path);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(`${name} fits at ${width}, ${scheme}`, overflow <= 0);
      if (width !== 1024) {
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
        expect(`${name} passes axe at ${width}, ${scheme}${found.violations.map((one) => `; ${one.id}: ${one.nodes[0].target}`).join("")}`, found.violations.length === 0);
      }
      if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}-${data}.png` });
    }
    await page.close();
  }
}

async function times() {
  const page = await open();
  const began = Date.now();
  await page.goto(`${base}${data === "bundled" ? "/read/uncc/art_24" : data === "three" ? "/read/unclos/art_60" : "/read/unclos/art_60"}`);
  await page.waitForSelector(".part p, .notice");
  console.log(`first words of an article: ${Date.now() - began} ms`);
  const box = page.getByRole("combobox").first();
  await box.click();
  await page.keyboard.type("art");
  await page.waitForSelector("[role=option]");
  const typed = Date.now();
  await page.keyboard.type(" 2");
  await page.waitForFunction(() => /\b2\b/.test(document.querySelector("[role=option]")?.textContent ?? ""));
  console.log(`from two keys to suggestions: ${Date.now() - typed} ms`);
  await page.close();
}

await jobs();
await faults();
await narrow();
await times();
await browser.close();
expect(`nothing is complained of${complaints.length ? `: ${[...new Set(complaints)].join(" | ")}` : ""}`, complaints.length === 0);
