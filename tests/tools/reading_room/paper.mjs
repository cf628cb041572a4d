// What stands on paper: nothing to click, all that opens is open, every column of a matrix, the drawing in lines and letters.
import { at, comes, expect, open } from "./browser.mjs";

const A4 = 688;  // between margins of 14 mm
const LANDSCAPE = 1047;  // A4 between margins of 10 mm, in pixels of CSS

async function onPaper(page, width = LANDSCAPE) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width, height: 740 });
}
async function offPaper(page) {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/// The notes of the provision that is read stand behind its text, all of them open.
async function notes(page) {
  await at(page, "/read/uncc/art_24");
  await comes(page, () => document.querySelectorAll(".margin .group").length > 3);
  await onPaper(page, A4);
  const told = await page.evaluate(() => {
    const margin = document.querySelector(".margin");
    return { isShown: margin.offsetHeight > 100 && getComputedStyle(margin).position === "static", shut: margin.querySelectorAll("details:not([open])").length,
      words: margin.innerText, isBehind: margin.getBoundingClientRect().top >= document.querySelector("main").getBoundingClientRect().bottom - 1 };
  });
  expect("15: on paper the notes of the provision stand behind the text", told.isShown && told.isBehind && /Art\. 24 Conditions and safeguards/.test(told.words) && /Safeguards that reach it/.test(told.words));
  expect(`15: and all are open${told.shut ? `; not ${told.shut}` : ""}`, told.shut === 0 && !/What it rests on/.test(told.words));
  await offPaper(page);
}

export async function paper() {
  const page = await open();
  await notes(page);
  await at(page, "/ask/dependencies?of=uncc:art_35");
  await comes(page, () => window.drawing?.nodes().length > 0);
  await onPaper(page);
  const menus = await page.evaluate(() => [...document.querySelectorAll(".top, button, select, [role=tab]")].filter((one) => one.offsetParent !== null).length);
  expect(`15: on paper there is nothing to click${menus ? `; ${menus} things` : ""}`, menus === 0);
  const { shut, chains } = await page.evaluate(() => ({ shut: document.querySelectorAll(".unfolded[hidden]").length, chains: document.querySelectorAll(".unfolded .chain li").length }));
  expect("15: on paper each line has its chain of words", shut === 0 && chains > 10);
  const names = await page.evaluate(() => [...document.querySelectorAll(".on-paper svg text")].map((one) => one.textContent).join(" "));
  expect("15: on paper there is the drawing", /art\. 35/.test(names) && /art\. 40/.test(names));
  await offPaper(page);
  expect("and afterwards the page is as it was", await comes(page, () => document.querySelectorAll(".unfolded:not([hidden])").length === 0 && !document.querySelector(".on-paper")));
  await at(page, "/ask/coverage?treaty=uncc");
  await onPaper(page);
  const matrix = await page.evaluate(() => { const box = document.querySelector("table.matrix").getBoundingClientRect(); return { columns: document.querySelectorAll("table.matrix thead th").length, right: Math.round(box.right) }; });
  expect(`15: all ${matrix.columns} columns of a matrix are on the sheet (${matrix.right} of ${LANDSCAPE} pixels)`, matrix.columns > 50 && matrix.right <= LANDSCAPE);
  await page.close();
}
