// How long a reader waits: printed, and never held against a limit, since the machine may be busy.
import { base, data, expect, open } from "./browser.mjs";

const ARTICLE = { bundled: "/read/uncc/art_24", three: "/read/unclos/art_60", big: "/read/unclos/art_60" };
const print = (what, milliseconds, goal) => console.log(`time: ${what}: ${Math.round(milliseconds)} ms (goal ${goal})`);

async function firstWords() {
  const page = await open();
  await page.addInitScript(() => {
    const looking = new MutationObserver(() => {
      if (!document.querySelector(".block .part p, .block p")?.textContent) return;
      window.firstWords = performance.now();
      looking.disconnect();
    });
    document.addEventListener("DOMContentLoaded", () => looking.observe(document.body, { subtree: true, childList: true }));
  });
  await page.goto(base + ARTICLE[data]);
  print("first words of an article in a new browser", await page.waitForFunction(() => window.firstWords).then((one) => one.jsonValue()), "500");
  await page.close();
}

/// From each key to suggestions for what is typed by then, as the page's own clock has it.
async function suggestions() {
  const page = await open();
  await page.goto(base + ARTICLE[data]);
  const box = page.getByRole("combobox").first();
  await box.click();
  await page.keyboard.type("ar");
  await page.waitForSelector("[role=option]");
  const waits = [];
  for (const key of "ticle 2") {
    await page.evaluate(() => {
      window.typed = performance.now();
      window.suggested = 0;
      const list = document.querySelector("[role=listbox]") ?? document.querySelector(".combobox");
      new MutationObserver((_, looking) => { window.suggested = performance.now() - window.typed; looking.disconnect(); }).observe(list.parentElement, { subtree: true, childList: true, characterData: true });
    });
    await page.keyboard.type(key);
    const took = await page.waitForFunction(() => window.suggested, null, { timeout: 2_000 }).then((one) => one.jsonValue(), () => null);
    if (took !== null) waits.push(took);
  }
  waits.sort((a, b) => a - b);
  if (waits.length) print("from a key to suggestions, median", waits[waits.length >> 1], "50");
  await page.close();
}

async function drawing(count, goal) {
  const page = await open();
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: "longtask", buffered: true });
  });
  await page.goto(`${base}/query?${new URLSearchParams({ q: `MATCH (a)-[r]->(b) WITH a, r, b LIMIT ${count * 3} RETURN collect(a) AS a, collect(r) AS r, collect(b) AS b`, shown: "graph" })}`);
  const isDrawn = (wanted) => window.drawing?.nodes().length >= wanted && !document.querySelector(".drawing .part[role=status]");
  await page.waitForFunction(() => window.drawing?.nodes().length > 0, null, { timeout: 60_000 }).catch(() => {});
  const arrived = Date.now();
  await page.waitForFunction(isDrawn, Math.min(count, 150), { timeout: 60_000 }).catch(() => {});
  const first = Date.now() - arrived;
  const more = async () => {
    const began = Date.now();
    await page.evaluate(() => { window.tasks.length = 0; });
    for (let turn = 0; turn < 20 && await page.evaluate(() => window.drawing.nodes().length) < count; turn += 1) {
      const button = page.getByRole("button", { name: /^Draw (all|[\d,]+)$/ }).first();
      if (!await button.count()) break;
      await button.click();
      await page.waitForFunction(isDrawn, count, { timeout: 60_000 }).catch(() => {});
    }
    return Date.now() - began;
  };
  const took = count > 150 ? await more() : first;
  const drawn = await page.evaluate(() => window.drawing?.nodes().length ?? 0);
  const longest = await page.evaluate(() => Math.max(0, ...window.tasks));
  print(`drawing ${drawn} nodes`, took, goal);
  print("  longest task while drawing", longest, "200");
  expect(`a drawing of many nodes comes (${drawn})`, drawn > 0);
  await page.close();
}

export async function measures() {
  await firstWords();
  await suggestions();
  await drawing(150, "1000");
  await drawing(1000, "5000");
}
