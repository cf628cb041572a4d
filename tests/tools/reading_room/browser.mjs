// What all checks of the reading room share: the browser, what its page complains of, clicks and keystrokes that are counted.
import { chromium } from "playwright-core";

const [url, data, folder] = process.argv.slice(2);
export { data, folder };
export const base = url.replace(/\/$/, "");
export const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
export const complaints = [];
let cost = { clicks: 0, keys: 0 };
const asked = new Map();  // by page, how many of its requests are not answered yet

export function expect(what, holds) {
  console.log(`${holds ? "yes" : "NO"}: ${what}`);
  if (!holds) process.exitCode = 1;
}

export async function open({ width = 1440, height = 900, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base)) complaints.push(`asked for ${request.url()}`); });
  page.setDefaultTimeout(20_000);
  asked.set(page, 0);
  page.on("request", () => asked.set(page, asked.get(page) + 1));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, () => asked.set(page, asked.get(page) - 1));
  return page;
}

export async function at(page, path) {
  cost = { clicks: 0, keys: 0 };
  await page.goto(base + path);
  await page.waitForSelector("main h1, main .block");
  await settled(page);
}
// Until nothing is asked for and what is shown has not changed for a while: an answer may take its time on a busy machine.
export async function settled(page) {
  let [before, unchanged] = ["", 0];
  for (let look = 0; look < 200 && unchanged < 3; look += 1) {
    await page.waitForTimeout(100);
    const now = await page.evaluate(() => document.querySelector("main")?.innerText ?? "").catch(() => "");
    unchanged = now === before && asked.get(page) <= 0 && !/Loading|Asking/.test(now) ? unchanged + 1 : 0;
    before = now;
  }
}
/// Whether that is said within half a minute.
export const says = (page, pattern, selector = "main") => page.waitForFunction(([source, flags, where]) => new RegExp(source, flags).test(document.querySelector(where)?.innerText ?? ""),
  [pattern.source, pattern.flags, selector], { timeout: 30_000 }).then(() => true, () => false);
// Whether that comes to be, however busy the machine is.
export const comes = (page, holds, argument) => page.waitForFunction(holds, argument, { timeout: 30_000 }).then(() => true, () => false);
export async function click(page, selector, options = {}) { cost.clicks += 1; await page.locator(selector, options).first().click(); await settled(page); }
export async function press(page, key) { cost.keys += 1; await page.keyboard.press(key); }
export async function type(page, words) { cost.keys += words.length; await page.keyboard.type(words); }
export const text = (page, selector = "main") => page.locator(selector).first().innerText();
export const first = (page, selector) => page.locator(selector).first().boundingBox().then((box) => box !== null && box.y < page.viewportSize().height);

export async function job(name, may, run) {
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
