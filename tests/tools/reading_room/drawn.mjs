// Drawings: how many nodes at first, the same picture for the same link, a legend that moves nothing, the keyboard, stopping.
import { at, base, comes, expect, open } from "./browser.mjs";

const MANY = `/query?${new URLSearchParams({ q: "MATCH (a)-[r]->(b) WITH a, r, b LIMIT 1500 RETURN collect(a) AS a, collect(r) AS r, collect(b) AS b", shown: "graph" })}`;

const isWhole = (page) => comes(page, () => window.drawing?.nodes().length > 0 && !document.querySelector(".drawing .part[role=status]"));
const places = (page) => page.evaluate(() => Object.fromEntries(window.drawing.nodes().not(".hidden").map((node) => [node.id(), Object.values(node.position()).map(Math.round).join()])));

async function samePictureForTheSameLink(page, path) {
  await at(page, path);
  await isWhole(page);
  const before = await places(page);
  await page.reload();
  await isWhole(page);
  const after = await places(page);
  expect(`7: the same link gives the same picture (${Object.keys(before).length} nodes)`, Object.keys(before).length > 10 && JSON.stringify(before) === JSON.stringify(after));
}

async function legendMovesNothing(page) {
  const before = await places(page);
  await page.locator(".drawing .legend label, .drawing label", { hasText: "Treaty" }).first().click();
  await comes(page, () => window.drawing.nodes(".hidden").length > 0);
  const left = await places(page);
  const isLess = Object.keys(left).length < Object.keys(before).length;
  expect("7: the legend hides without moving what stays", isLess && Object.entries(left).every(([key, place]) => before[key] === place));
}

async function fewAtFirst(page) {
  await at(page, MANY);
  await isWhole(page);
  const isPart = await comes(page, () => window.drawing?.nodes().length > 0 && window.drawing.nodes().length <= 150
    && [...document.querySelectorAll("button")].filter((one) => /^Draw (all|[\d,]+)$/.test(one.innerText.trim())).length === 1);
  expect(`7: of many nodes the nearest are drawn, the others on request (${await page.evaluate(() => window.drawing?.nodes().length)})`, isPart);
}

/// A layout that takes its time: its answer is held back until the reader stops it.
async function stops(page, path) {
  await page.addInitScript(() => {
    const Whole = window.Worker;
    window.Worker = class extends Whole { postMessage() { /* never begun */ } };
  });
  await at(page, path);
  const stop = page.locator(".drawing").getByRole("button", { name: "Stop" });
  await stop.waitFor();
  await stop.click();
  expect("7: a layout can be stopped, and what is drawn then is told", await comes(page, () => window.drawing?.nodes().length > 0 && /stopped/.test(document.querySelector(".drawing .said")?.textContent ?? "")));
}

async function byKeyboard(page, path) {
  await at(page, path);
  await isWhole(page);
  await page.locator(".drawing [role=application]").focus();
  await page.keyboard.press("ArrowRight");
  await comes(page, () => /neighbour/.test(document.querySelector(".drawing .said").textContent));
  const first = await page.locator(".drawing .said").textContent();
  await page.keyboard.press("ArrowRight");
  expect("13: nodes of the drawing are chosen by keyboard, and each is told", await comes(page, (before) => {
    const said = document.querySelector(".drawing .said").textContent;
    return /neighbour/.test(said) && said !== before && document.querySelector(".drawing .about");
  }, first) && /neighbour/.test(first));
  await page.keyboard.press("Enter");
  expect("13: and opened", await comes(page, (was) => location.pathname !== was, new URL(path, base).pathname));
}

export async function drawn() {
  const page = await open();
  const path = "/ask/dependencies?of=uncc:art_35";
  await samePictureForTheSameLink(page, path);
  await legendMovesNothing(page);
  await byKeyboard(page, path);
  await fewAtFirst(page);
  await page.close();
  const slow = await open();
  await stops(slow, path);
  await slow.close();
}
