// What a reader keeps: the view while a server is away or slow, the data that a link was made with, the place on a phone.
import { at, base, click, comes, complaints, expect, open, says, settled, text } from "./browser.mjs";

async function serverAway(page) {
  const earlier = complaints.length;
  await at(page, "/ask/dependencies?of=uncc:art_35");
  const shown = await text(page, ".lines");
  await page.route("**/v1/**", (route) => route.abort());
  await page.getByLabel("How far").selectOption("1");
  expect("14: away, it is said in words, with a way to ask again", await says(page, /does not answer[\s\S]*Ask again/) && !/Failed to fetch/.test(await text(page, "body")));
  expect("14: and what was shown is kept", (await text(page, ".lines")).split("\n")[0] === shown.split("\n")[0]);
  await page.unroute("**/v1/**");
  await page.getByRole("button", { name: "Ask again" }).first().click({ timeout: 2_000 }).catch(() => {});  // it may have asked by itself
  expect("14: back, it answers", await says(page, /in 1 step/, ".sentence") && await comes(page, () => !/does not answer/.test(document.querySelector("main").innerText)));
  complaints.splice(earlier);
}

async function firstWords() {
  const page = await open();
  const asked = [];
  page.on("request", (request) => { if (/\/(v1\/text|assets\/page\.js)/.test(request.url())) asked.push(request.url()); });
  await page.goto(`${base}/read/uncc/art_24__para_2`);
  await page.waitForSelector(".block .part p");
  await settled(page);
  const words = asked.filter((one) => one.includes("of=uncc%3Aart_24"));
  expect(`the words of an article are asked for once, before the page's scripts are there (${words.length})`, words.length === 1 && asked[0] === words[0]);
  await page.close();
}

async function slowServer(page) {
  await at(page, "/read/uncc/art_35");
  await page.route("**/v1/dependencies**", async (route) => { await new Promise((go) => { setTimeout(go, 4_000); }); await route.continue().catch(() => {}); });
  await page.locator(".margin a", { hasText: "What it rests on" }).first().click();
  const isTold = await page.waitForFunction(() => [...document.querySelectorAll("main [role=status]")].some((one) => /Asking/.test(one.textContent) && one.querySelector("button")), null, { timeout: 3_500 }).then(() => true, () => false);
  expect("14: a slow answer is told to be on its way, and can be cancelled", isTold);
  await page.getByRole("button", { name: "Cancel" }).first().click();
  expect("14: cancelled, nothing waits", await comes(page, () => !/Asking/.test(document.querySelector("main").innerText)));
  await page.unroute("**/v1/dependencies**");
}

async function linksNameTheirData(page) {
  await at(page, "/ask/dependencies?of=uncc:art_35");
  await click(page, "button", { hasText: "Copy link" });
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect("14: a link names the data that it was made with", /^[0-9a-f]{12}$/.test(link.searchParams.get("data") ?? ""));
  link.searchParams.set("data", "0".repeat(12));
  await page.goto(link.href);
  expect("14: and who opens it with others is told", await comes(page, () => /other data|earlier data|different data|newer data/i.test(document.body.innerText)));
}

/// Whether a sheet lies between the head and the foot of the screen, whatever it holds.
const isOnTheScreen = (page, sheet) => page.evaluate((selector) => {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return top >= document.querySelector(".top").getBoundingClientRect().bottom - 1 && bottom <= innerHeight && bottom - top > 200;
}, sheet);

/// On a phone the answer to a tap begins at the top of the screen, and has the focus.
async function onAPhone() {
  const page = await open({ width: 390, height: 844 });
  await at(page, "/read/uncc/art_24");
  await page.getByRole("button", { name: "Contents" }).click();
  expect("8: on a phone the contents are a sheet on the screen", await isOnTheScreen(page, ".outline"));
  await page.getByRole("button", { name: "In the margin" }).click();
  await comes(page, () => document.querySelectorAll(".margin .group").length > 3);
  expect("8: and so is the margin", await isOnTheScreen(page, ".margin"));
  await page.locator(".margin a", { hasText: "What it rests on" }).first().click();
  await settled(page);
  const [top, focus] = await page.evaluate(() => [document.querySelector("main h1").getBoundingClientRect().top, document.activeElement.tagName]);
  expect("8: on a phone a tap on a question shows its answer from the top", top >= 0 && top < 400 && focus === "H1" && /rest on\?/.test(await text(page, "main h1")));
  await page.close();
}

async function liveRegionsAreShort(page) {
  for (const path of ["/read/uncc/art_24", "/ask/coverage?treaty=uncc", "/ask/dependencies?of=uncc:art_35", "/query"]) {
    await at(page, path);
    const longest = await page.evaluate(() => Math.max(0, ...[...document.querySelectorAll("[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]")].map((one) => one.textContent.length)));
    expect(`13: what is read out by itself in ${path} is short (${longest} characters)`, longest < 400);
  }
}

export async function kept() {
  const page = await open();
  for (const part of [serverAway, slowServer, linksNameTheirData, liveRegionsAreShort]) await part(page);
  await page.close();
  await onAPhone();
  await firstWords();
}
