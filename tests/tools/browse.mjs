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

// Whether that comes to be, however busy the machine is: what is shown follows a key, or an answer, a while later.
const comes = (page, holds, argument) => page.waitForFunction(holds, argument, { timeout: 30_000 }).then(() => true, () => false);

const inkComes = (page) => comes(page, () => [...document.querySelectorAll(".drawing canvas")].some((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, index) => index % 4 === 3 && value > 0);
}));
const fits = (page) => comes(page, () => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

async function file() {
  const page = await open();
  await page.goto(url);
  await page.waitForSelector(".list li");
  expect("all nodes are drawn and listed", await comes(page, () => window.drawing?.nodes().not(".hidden").length === document.querySelectorAll(".list > ol > li").length));
  expect("they are painted", await inkComes(page));
  expect("quotes or sources stand in the list", await page.locator(".list .why").count() > 0);
  expect("the snapshot is named", /snapshot/.test(await page.textContent("header")));
  await page.fill("#q", "article 24");
  expect("the search box filters", await comes(page, () => [...document.querySelectorAll(".list > ol > li")].some((item) => !item.checkVisibility())));
  await page.fill("#q", "");
  await page.locator(".list .name").first().focus();
  await page.keyboard.press("Enter");
  expect("the keyboard chooses a node", await comes(page, () => window.drawing.nodes(":selected").length === 1));
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
  await page.goto(`${url}read/uncc/art_24`);
  expect("the page asks with the password", await comes(page, () => document.querySelector("main")?.textContent.includes("safeguards")));
  await page.goto(`${url}v1/neighborhood?of=uncc:art_24&format=html`);
  await page.waitForSelector("canvas");
  expect("a page that is made for a question draws", await page.locator("canvas").count() > 0);
  const stranger = await (await browser.newContext()).newPage();
  expect("who has none sees nothing", !await stranger.goto(url).then((response) => response.ok(), () => false));
}

await { file, across, token }[check]();
await browser.close();
expect(`nothing is complained of${complaints.length ? `: ${complaints.join(" | ")}` : ""}`, complaints.length === 0);
