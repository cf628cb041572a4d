// browse.mjs CHECK URL [SCREENSHOT or API]: looks at a page in Chromium as its reader does. Prints what it finds, a line each; ends
// with 1 where something is missing, or where the page complained on its console.
import { chromium } from "playwright-core";

const [check, url, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const complaints = [];

async function open(viewport = { width: 1280, height: 900 }, colorScheme = "light") {
  const page = await (await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" })).newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (!["data:", "blob:"].includes(address.protocol) && address.origin !== new URL(url).origin) complaints.push(`asked for ${request.url()}`);
  });
  page.setDefaultTimeout(60_000);
  return page;
}

function expect(what, holds) {
  console.log(`${holds ? "yes" : "NO"}: ${what}`);
  if (!holds) process.exitCode = 1;
}

const drawnNodes = (page) => page.evaluate(() => window.drawing.nodes().not(".hidden").length);
const inkIn = (page) => page.evaluate(() => [...document.querySelectorAll(".drawing canvas")].some((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, index) => index % 4 === 3 && value > 0);
}));
// A drawing follows its window a frame or more later.
const fits = (page) => page.waitForFunction(
  () => document.documentElement.scrollWidth <= document.documentElement.clientWidth, null, { timeout: 10_000 },
).then(() => true, () => false);

async function go(page, hash) {
  await page.goto(`${url}${hash}`);
  await page.waitForSelector("#answer h1");
  await page.waitForSelector("#answer[aria-busy='false']");
}

const text = (page, selector) => page.textContent(selector);

async function impact(page) {
  await go(page, "#/node/uncc%3Aart_7");
  await page.locator("#answer .actions a", { hasText: "What would break" }).click();
  await page.waitForSelector("#answer h2:has-text('would dangle')");
  expect("impact names what would dangle, with what shows it", await page.locator("#answer section:has(h2:has-text('would dangle')) .why").count() >= 7);
  expect("and what rests on it further away, with the chain", await page.locator("#answer section:has(h2:has-text('further away')) details .why").count() >= 2);
  expect("impact is drawn", await drawnNodes(page) > 5);
  await page.fill("#answer input[name='of']", "uncc:art_6__para_2");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#answer h2:has-text('Cut off')");
  expect("its form asks for another, in the address", page.url().endsWith("#/impact?of=uncc%3Aart_6__para_2"));
  expect("statements are told by what they say of deletion", await page.locator("#answer h2:has-text('Spoke of')").count() > 0);
  await go(page, "#/v1/critics?of=uncc%3Aart_24");
  await page.waitForSelector("#answer h2:has-text('Critics (6)')");
  const told = await text(page, "#answer");
  expect("critics come with their acts, and with what their drafts became", ["requests for separate votes", "2025-10-25", "in the final text: article 24"]
    .every((words) => told.toLowerCase().includes(words)));
  expect("and votes with their outcome", await page.locator("#answer h2:has-text('Events (1)')").count() === 1);
}

async function coverage(page) {
  await go(page, "#/");
  await page.locator("#views a", { hasText: "safeguards" }).click();
  await page.waitForSelector("#answer .matrix");
  const cells = await page.locator(".matrix tbody .cell").count();
  const rows = await page.locator(".matrix tbody tr").count();
  expect("the matrix has a cell for each row and column", rows > 20 && cells === rows * await page.locator(".matrix tfoot td").count() - rows);
  const total = (reach) => page.locator(`.matrix .cell.${reach}`).count();
  expect("its marginals are the sums of its cells",
    (await text(page, ".matrix tfoot td:last-child")) === `${await total("direct")}● ${await total("inherited")}◐ ${await total("reference")}○`);
  await page.locator(".matrix .cell").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const chosen = await page.evaluate(() => document.activeElement.dataset.cell);
  expect("arrow keys walk, and a cell shows its witness", await page.locator("#witness .why").count() > 0);
  expect("one cell is reached by Tab", await page.locator(".matrix .cell[tabindex='0']").count() === 1);
  const told = async () => `${await text(page, "#witness h2")}: ${await page.locator("#witness li").count()} steps`;
  const before = await told();
  await page.reload();
  await page.waitForSelector("#witness h2");
  expect("a cell has a permalink", await page.getAttribute(".cell[aria-pressed]", "data-cell") === chosen && await told() === before);
}

async function compare(page) {
  await go(page, "#/");
  await page.locator("#views a", { hasText: "side by side" }).click();
  await page.waitForSelector("#answer .sides");
  expect("a draft stands beside its treaty", (await text(page, "#answer h1")).includes("beside uncc"));
  expect("what is missing is told", await page.locator(".sides .missing").count() > 0);
  await page.selectOption("#answer select[name='left']", "budapest");
  await page.locator("#answer .wish button").click();
  await page.waitForFunction(() => document.querySelector("#answer h1").textContent.startsWith("budapest"));
  await page.locator(".sides summary").first().click();
  expect("a pair shows why it corresponds", await page.locator(".sides details[open] .why").first().isVisible());
}

async function views() {
  const page = await open();
  await impact(page);
  await coverage(page);
  await compare(page);
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 740 });
    for (const view of ["#/impact?of=uncc:art_7", "#/coverage?treaty=uncc", "#/compare?left=budapest&right=uncc"]) {
      await go(page, view);
      expect(`nothing of ${view} is cut at ${width} pixels`, await fits(page));
    }
  }
}

async function explorer() {
  const page = await open();
  await go(page, "#/");
  await page.waitForSelector("#contents a");
  expect("the contents list article 24", await page.locator("#contents a", { hasText: "article 24" }).count() === 1);

  await page.fill("#q", "art 24(2)");
  await page.press("#q", "Enter");
  await page.waitForFunction(() => document.querySelector("#answer h1").textContent.includes("24(2)"));
  expect("a citation finds its provision first", (await page.locator("#answer li a").first().getAttribute("href")).includes("art_24__para_2"));

  await go(page, "#/node/uncc%3Aart_24");
  expect("a provision shows its title", (await page.textContent("#answer h1")).includes("article 24"));
  expect("its references, with what shows them", await page.locator("#answer section:has(h2:has-text('Refers to')) .why").count() > 3);
  expect("its drawing has nodes", await drawnNodes(page) > 5);
  expect("they are painted", await inkIn(page));
  if (screenshot) await page.screenshot({ path: screenshot });

  const before = await drawnNodes(page);
  await page.locator("#legend input").first().uncheck();
  expect("the legend hides a kind", await drawnNodes(page) < before);
  await page.evaluate(() => window.drawing.nodes("[id = 'uncc:art_24__para_2']").emit("tap"));
  expect("a chosen node is told beside the drawing", (await page.textContent("#chosen")).includes("paragraph 2"));
  await page.click("#expand");
  await page.waitForFunction((count) => window.drawing.nodes().length >= count, before);

  await page.locator("summary", { hasText: "Ways between two" }).click();
  await page.fill("#from", "uncc:art_40");
  await page.fill("#to", "uncc:art_18");
  await page.press("#to", "Enter");
  await page.waitForSelector("#answer h2:has-text('Paths')");
  expect("a path is drawn", await drawnNodes(page) >= 2);

  await page.locator("summary", { hasText: "openCypher" }).click();
  await page.fill("#query", "MATCH p = (o:Offence)<-[:ESTABLISHES]-(a) RETURN p, o.key AS offence LIMIT 5");
  await page.click("#cypher button");
  await page.waitForSelector("#answer table");
  expect("openCypher answers with rows", await page.locator("#answer tbody tr").count() === 5);
  expect("and with a drawing", await drawnNodes(page) >= 5);
  const kept = page.url();
  await page.reload();
  await page.waitForSelector("#answer table");
  expect("its address is a permalink", page.url() === kept);

  await page.fill("#query", "MATCH (n RETURN n");
  await page.click("#cypher button");
  await page.waitForSelector("#answer [role='alert']");
  expect("an error is told in words", (await page.textContent("#answer .notice")).length > 10);
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes("400 (Bad Request)")));

  await go(page, "#/node/uncc%3Aart_24");
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 740 });
    expect(`nothing is cut at ${width} pixels`, await fits(page));
    if (screenshot) await page.screenshot({ path: screenshot.replace(".png", `-${width}.png`) });
  }
  const night = await open({ width: 1280, height: 900 }, "dark");
  await go(night, "#/v1/dependencies?of=uncc:art_35");
  const paper = await night.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect("dark where dark is preferred", paper === "rgb(18, 23, 29)");
  if (screenshot) await night.screenshot({ path: screenshot.replace(".png", "-dark.png") });

  await night.keyboard.press("Tab");
  expect("the keyboard begins at the skip link", await night.evaluate(() => document.activeElement.className) === "skip");
  await night.focus("#drawing");
  const at = await night.evaluate(() => window.drawing.pan().x);
  await night.keyboard.press("ArrowLeft");
  expect("arrow keys move the drawing", await night.evaluate(() => window.drawing.pan().x) !== at);
}

async function file() {
  const page = await open();
  await page.goto(url);
  await page.waitForSelector(".list li");
  expect("all nodes are drawn and listed", await drawnNodes(page) === await page.locator(".list > ol > li").count());
  expect("they are painted", await inkIn(page));
  expect("quotes or sources stand in the list", await page.locator(".list .why").count() > 0);
  expect("the snapshot is named", /snapshot/.test(await page.textContent("header")));
  await page.fill("#q", "article 24");
  expect("the search box filters", await page.locator(".list > ol > li:visible").count() < await page.locator(".list > ol > li").count());
  await page.fill("#q", "");
  await page.locator(".list .name").first().focus();
  await page.keyboard.press("Enter");
  expect("the keyboard chooses a node", await page.evaluate(() => window.drawing.nodes(":selected").length) === 1);
  if (screenshot) await page.screenshot({ path: screenshot });
  await page.setViewportSize({ width: 360, height: 740 });
  expect("nothing is cut at 360 pixels", await fits(page));
  if (screenshot) await page.screenshot({ path: screenshot.replace(".png", "-360.png") });
}

// URL is a page of one origin; the API answers at another, given last, which admits the first.
async function across() {
  const page = await open();
  await page.goto(url);
  const asked = (target) => page.evaluate((address) => fetch(address, { headers: { Accept: "application/json" } })
    .then((response) => response.json()).catch(String), target);
  const api = process.argv[4];
  expect("a page of another origin asks the API", (await asked(`${api}/v1/nodes/uncc:art_24`)).key === "uncc:art_24");
  const posted = await page.evaluate((address) => fetch(address, { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: "RETURN 1 AS one" }) }).then((response) => response.json()).catch(String), `${api}/v1/cypher`);
  expect("also with a request that the browser asks leave for", posted.rows?.[0]?.[0] === 1);
  await page.goto(url.replace("127.0.0.1", "localhost"));
  expect("a page of a third origin does not", typeof await asked(`${api}/v1`) === "string");
  complaints.splice(0);
}

// The server asks for a token, given last: the browser, for a password.
async function token() {
  const context = await browser.newContext({ httpCredentials: { username: "anybody", password: process.argv[4] } });
  const page = await context.newPage();
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  await go(page, "#/v1/treaties");
  expect("the explorer asks with the password", (await page.textContent("#snapshot")).includes("nodes"));
  await page.goto(`${url}v1/neighborhood?of=uncc:art_24&format=html`);
  await page.waitForSelector("canvas");
  expect("a page that is made for a question draws", await page.locator("canvas").count() > 0);
  const stranger = await (await browser.newContext()).newPage();
  expect("who has none sees nothing", !await stranger.goto(url).then((response) => response.ok(), () => false));
}

await { explorer, views, file, across, token }[check]();
await browser.close();
expect(`nothing is complained of${complaints.length ? `: ${complaints.join(" | ")}` : ""}`, complaints.length === 0);
