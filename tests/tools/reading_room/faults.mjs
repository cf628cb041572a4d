// What was once wrong with the page.
import { at, click, comes, complaints, expect, open, settled, text } from "./browser.mjs";

/// Whatever is loaded: what the start and the page of questions offer leads to an answer.
async function everyQuestionIsAnswered(page) {
  const failed = [];
  for (const from of ["/", "/ask/questions?of=uncc:art_24"]) {
    await at(page, from);
    const links = await page.evaluate(() => [...document.querySelectorAll("main a[href^='/ask/'], main a[href^='/read/']")].map((one) => one.getAttribute("href")));
    for (const href of new Set(links)) {
      await at(page, href);
      if (await page.locator("main [role=alert]").count() || !(await text(page)).trim()) failed.push(href);
    }
  }
  expect(`9: every question that is offered is answered${failed.length ? `; not ${failed.slice(0, 3)}` : ""}`, failed.length === 0);
}

async function sentencesAreWhole(page) {
  for (const path of ["/ask/dependencies?of=uncc:art_35", "/ask/paths?from=uncc:art_48&to=uncc:art_24", "/ask/impact?of=uncc:art_24"]) {
    await at(page, path);
    for (const button of await page.locator(".line button").all()) await button.click().catch(() => {});
    const told = await page.evaluate(() => [...document.querySelectorAll(".sentence, .lines, .chain")].map((one) => one.innerText).join("\n"));
    const half = /(?:in accordance with|subject to|pursuant to|applies to|as defined in|is governed by)\s*(?:$|[.;])/m.exec(told);
    expect(`15: in ${path} no sentence ends in the middle${half ? `: ${told.slice(Math.max(0, half.index - 60), half.index + 40)}` : ""}`, !half);
    const heads = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3")].map((one) => one.textContent));
    expect(`15: in ${path} no heading is a key or an address`, heads.every((one) => !/\w:\w+_|\/v1\//.test(one)));
  }
}

async function filesHaveTheirKind(page) {
  await at(page, "/read/uncc/art_24");
  await click(page, '[data-block="uncc:art_24"] .cite');
  const names = [];
  for (const link of await page.locator(".cite-dialog a[download], .cite-dialog button").all()) {
    const words = await link.innerText();
    if (!/save|download|\.bib|\.json/i.test(words)) continue;
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    names.push(file.suggestedFilename());
  }
  const answer = await page.evaluate(async () => (await fetch("/v1/cite?of=uncc:art_24&format=bibtex")).headers.get("content-disposition"));
  expect(`15: BibTeX is saved as a file of that kind (${[...names, answer]})`, /\.bib\b/.test([...names, answer].join()));
  await page.keyboard.press("Escape");
}

// Each was a fault of the page.
export async function faults() {
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
  await at(page, "/read/uncc/art_24");
  const [count, listed] = await page.evaluate(() => {
    const group = [...document.querySelectorAll(".margin .group")].find((one) => one.innerText.startsWith("Said about it"));
    return [Number(group.querySelector(".count").textContent), [...group.querySelectorAll("li")].map((one) => one.innerText)];
  });
  expect(`5: in the margin each of ${count} statements stands once, with all that it speaks of`, new Set(listed).size === listed.length && listed.length <= count
    && listed.some((one) => /United Kingdom[\s\S]*art\. 24, art\. 24\(1\) and art\. 24\(4\) of the 2024-08 draft/.test(one)));
  await at(page, "/ask/coverage?treaty=uncc");
  const heads = await page.evaluate(() => [...document.querySelectorAll("table.matrix th")].map((one) => one.innerText.trim()));
  const twice = heads.filter((one, index) => one && heads.indexOf(one) !== index);
  expect(`4: no two heads of a matrix look the same${twice.length ? `: ${twice}` : ""}`, heads.length > 50 && twice.length === 0);
  await at(page, "/ask/search?q=extradition");
  expect("4: hits name their treaty", /art\. 37 Extradition.*Cybercrime/.test((await text(page, ".hits")).split("\n")[0]));
  await at(page, "/ask/dependencies?of=uncc:art_35");
  let tabs = 0;
  const isInAnswer = () => page.evaluate(() => Boolean(document.activeElement.closest("main .lines")));
  for (; tabs < 30 && !await isInAnswer(); tabs += 1) await page.keyboard.press("Tab");
  expect(`8: ${tabs} tabs to the first link of an answer`, tabs < 15);
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
  await everyQuestionIsAnswered(page);
  await sentencesAreWhole(page);
  await filesHaveTheirKind(page);
  const earlier = complaints.length;
  await page.route("**/v1/**", (route) => route.abort());
  await at(page, "/ask/impact?of=uncc:art_6__para_2").catch(() => {});
  expect("14: a server that is down is said, in words", /does not answer/.test(await page.locator("body").innerText()));
  await page.unroute("**/v1/**");
  complaints.splice(earlier);  // what was asked of the server that was down
  await page.close();
}
