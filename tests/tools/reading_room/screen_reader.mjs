// What a screen reader is told: each view as the browser's accessibility tree has it, and the keyboard alone.
import { at, comes, data, expect, open, settled, text } from "./browser.mjs";

const NEEDS_A_NAME = /^\s*- (button|link|textbox|searchbox|combobox|checkbox|tab|listbox|img|region|dialog|application)(?=:|$| \[)/;

/// Lines of the tree that have no name, where one is needed.
const nameless = (tree) => tree.split("\n").filter((line) => NEEDS_A_NAME.test(line));
/// Headings in their order: none is skipped on the way down.
function headings(tree) {
  const levels = [...tree.matchAll(/- heading (?:"(?:[^"\\]|\\.)*" )?\[level=(\d)\]/g)].map(([, level]) => Number(level));
  return { count: levels.filter((level) => level === 1).length, skips: levels.some((level, index) => index > 0 && level > levels[index - 1] + 1) };
}

async function tells(page, name, path) {
  await at(page, path);
  await page.waitForFunction(() => !document.querySelector(".placeholder"), null, { timeout: 60_000 });  // a long text comes piece by piece
  const tree = await page.locator("body").ariaSnapshot();
  const unnamed = nameless(tree);
  expect(`${name}: everything that one can act on has a name${unnamed.length ? `; not ${unnamed.slice(0, 3).map((line) => line.trim()).join(", ")}` : ""}`, unnamed.length === 0);
  for (const part of ["- banner", "- main", "- search", '- navigation "Rooms"']) expect(`${name}: there is ${part.slice(2)}`, tree.includes(part));
  const { count, skips } = headings(await page.locator("main").ariaSnapshot());
  expect(`${name}: one first heading, and no level is skipped`, count <= 1 && !skips);
}

/// The drawing says what it holds, and its list holds the same.
async function drawingHasAnEqualList(page, path) {
  await at(page, path);
  await page.waitForFunction(() => window.drawing?.nodes().length > 0);
  await settled(page);
  await page.locator(".drawing summary", { hasText: "As a list" }).click();
  await comes(page, () => document.querySelectorAll(".drawing .entries .name").length === window.drawing.nodes().not(".hidden").length);
  const drawn = await page.evaluate(() => window.drawing.nodes().not(".hidden").length);
  const listed = await page.locator(".drawing .entries .name").count();
  expect(`what is drawn is told as a list: ${listed} of ${drawn}`, listed === drawn);
  const label = await page.locator(".drawing [role=application]").getAttribute("aria-label");
  expect("and the drawing says how many", label.includes(String(drawn)));
}

/// The margin of every provision: none is beyond what the page can show.
async function margins(page, slug) {
  await at(page, `/read/${slug}`);
  const keys = await page.evaluate(async (of) => (await (await fetch(`/v1/treaties/${of}`)).json()).contents.map((one) => one.key), slug);
  const chosen = keys.length > 120 ? keys.filter((_, index) => index % 6 === 0) : keys;
  const failed = [];
  for (const key of [`treaty:${slug}`, ...chosen]) {
    const path = key.startsWith("treaty:") ? `/read/${slug}` : `/read/${slug}/${key.split(":")[1]}`;
    await page.evaluate((href) => { const link = document.createElement("a"); link.href = href; document.body.append(link); link.click(); link.remove(); }, path);
    // Of a short heading the margin may be that of the article that begins right below it.
    const shown = await comes(page, (of) => {
      const now = document.querySelector(".margin-body")?.dataset.of;
      const isThere = now === of || document.querySelector(`[data-block="${CSS.escape(of)}"]`)?.getBoundingClientRect().top < innerHeight;
      return now && isThere && !document.querySelector(".margin .notice[role=alert], main > .notice[role=alert]");
    }, key.startsWith("treaty:") ? keys[0] : key);
    if (!shown) failed.push(key);
  }
  expect(`the margins of ${chosen.length} provisions of ${slug} are shown${failed.length ? `; not of ${failed.slice(0, 5).join(", ")}` : ""}`, failed.length === 0);
}

/// To the answer of a provision's question, without a mouse.
async function byKeyboard(page, path, question) {
  await at(page, path);
  for (const skip of ["Skip to the text", "Skip to what bears on this provision"]) {
    await page.keyboard.press("Tab");
    expect(`there is “${skip}”`, await page.evaluate(() => document.activeElement.textContent) === skip);
    await page.keyboard.press("Enter");
  }
  let tabs = 0;
  const onQuestion = () => page.evaluate((words) => document.activeElement.textContent === words, question);
  for (; tabs < 20 && !await onQuestion(); tabs += 1) await page.keyboard.press("Tab");
  expect(`“${question}” is reached by keyboard`, await onQuestion());
  await page.keyboard.press("Enter");
  expect("and answered, with the focus at its heading", await comes(page, () => document.querySelector(".sentence") && document.activeElement.tagName === "H1"));
  await page.keyboard.press("Tab");
  expect("the next stop is in the answer", await page.evaluate(() => Boolean(document.activeElement.closest("main"))));
}

async function listsAreInTheLink(page, path, label, words) {
  await at(page, path);
  await page.getByLabel(label).fill(words);
  const shown = await text(page, ".filters .left");
  expect("what narrows a list stands in the link", new URL(page.url()).searchParams.get("list.words") === words);
  await page.reload();
  await page.waitForSelector(".filters .left");
  expect("and whoever opens it sees the same", await comes(page, (told) => document.querySelector(".filters .left").innerText === told, shown));
}

export async function screenReader() {
  const page = await open();
  const slug = data === "big" ? "pta-112" : "uncc";
  const [of, to] = data === "big" ? ["pta-112:art_1116", "pta-112:art_1502"] : ["uncc:art_24", "uncc:art_48"];
  const views = [["start", "/"], ["read", `/read/${slug}/${of.split(":")[1]}`], ["rests on", `/ask/dependencies?of=${of}`], ["impact", `/ask/impact?of=${of}`], ["paths", `/ask/paths?from=${to}&to=${of}`],
    ["bears on", `/ask/about?of=${of}`], ["search", "/ask/search?q=data"], ["questions", "/ask/questions"], ["treaties", "/ask/treaties"], ["query", "/query"], ["about", "/about"]];
  const compiled = [["statements", "/ask/statements?about=uncc:art_24"], ["critics", "/ask/critics?of=uncc:art_24"], ["participation", "/ask/participation?treaty=uncc"], ["events", "/ask/events?treaty=uncc"],
    ["compare", "/ask/compare?left=uncc@2023-11&right=uncc"], ["coverage", "/ask/coverage?treaty=uncc"], ["node", "/node/org:human-rights-watch"], ["rank", "/ask/rank?treaty=uncc"], ["quality", "/ask/quality?treaty=uncc"]];
  for (const [name, path] of data === "big" ? views : [...views, ...compiled]) await tells(page, name, path);
  await drawingHasAnEqualList(page, `/ask/dependencies?of=${of}`);
  await byKeyboard(page, `/read/${slug}/${of.split(":")[1]}`, "What it rests on");
  await margins(page, slug);
  if (data !== "big") await listsAreInTheLink(page, "/ask/participation?treaty=uncc", "State or organization", "an");
  await page.close();
}
