// Two treaties or versions side by side: what corresponds, what changed, what only one of them has.
import { element, words } from "../../queries/formats/web/elements.js";
import { nodeLink, notices, relationshipList, remember, section } from "./answers.js";
import { ask, compareView } from "./ask.js";
import { choice, form, keyField } from "./fields.js";
import { fullestDraftOf, treatyOptions } from "./treaties.js";

/// The words of both texts in one: what only the left has is struck, what only the right has is underlined.
function changes(compared) {
  if (!compared?.runs) return null;
  const tag = { both: "span", left: "del", right: "ins" };
  return element("blockquote", {}, ...compared.runs.flatMap((run) => [element(tag[run.in], {}, run.words), " "]));
}

function evidence(pair) {
  return element("details", {}, element("summary", {}, pair.relations.map(words).join(", ") || "corresponds"), relationshipList(pair.correspondences));
}

function pairRow(pair) {
  return element("tr", { class: pair.changed ? "changed" : "" },
    element("td", {}, nodeLink(pair.left.key, pair.left.title)), element("td", {}, nodeLink(pair.right.key, pair.right.title)),
    element("td", {}, pair.changed ? element("strong", {}, "changed ") : "", evidence(pair), changes(pair.words)));
}

const missing = (node, side) => element("tr", { class: "missing" },
  element("td", {}, side === "left" ? nodeLink(node.key, node.title) : "—"),
  element("td", {}, side === "right" ? nodeLink(node.key, node.title) : "—"),
  element("td", {}, side === "left" ? "missing on the right" : "missing on the left"));

function table(body) {
  const heads = [[body.left, body.left_count], [body.right, body.right_count]].map(([treaty, count]) => `${treaty.key.replace(/^treaty:/, "")} (${count})`);
  heads.push("How they correspond");
  const rows = [...body.pairs.map(pairRow), ...body.missing_on_right.map((one) => missing(one, "left")), ...body.missing_on_left.map((one) => missing(one, "right"))];
  return element("div", { class: "rows", tabindex: 0, role: "region", "aria-label": "Side by side" }, element("table", { class: "sides" },
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, ...rows)));
}

async function wish({ left, right, of, label }) {
  const options = await treatyOptions();
  return form("What corresponds, what changed, what is missing?", [
    choice("left", "Left", left, options), choice("right", "Right", right, options),
    choice("label", "Compared", label, ["Article", "Paragraph", "Point", "Offence", "Safeguard", "Power", "Term"].map((one) => [one, one])),
    keyField("of", "Only what concerns", of, "art_17", false),
  ], (filled) => compareView(filled));
}

export async function compare({ left, right = "uncc", of = "", label = "Article" }) {
  const other = left || await fullestDraftOf(right);
  const asked = await wish({ left: other, right, of, label });
  if (!other) return { title: "Compare", parts: [asked] };
  const target = `/v1/compare?${new URLSearchParams({ left: other, right, label, ...(of && { of }) })}`;
  const body = await ask(target);
  remember([...body.pairs.flatMap((pair) => [pair.left, pair.right]), ...body.missing_on_left, ...body.missing_on_right]);
  const changed = body.pairs.filter((pair) => pair.changed).length;
  return { title: `${other} beside ${right}`, target, parts: [
    asked, notices(body),
    element("p", { role: "status" }, `${body.pairs.length} correspond, ${changed} of them changed; ${body.missing_on_right.length} are missing on the right, ${body.missing_on_left.length} on the left.`),
    table(body),
    section("Statements carried over", body.carried.map((one) => element("li", {}, nodeLink(one.key, one.title), " → ", nodeLink(one.carried_to.key, one.carried_to.title), relationshipList(one.addresses)))),
    element("p", { class: "quiet" }, "Asked: ", element("a", { href: target }, target)),
  ] };
}
