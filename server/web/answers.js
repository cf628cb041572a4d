// Answers of the API as text, always with what shows them: basis, confidence, source, quoted words.
import { element, provenance, quote, relationshipWords, words } from "../../queries/formats/web/elements.js";
import { nodeView } from "./ask.js";

// Titles that answers have told: relationships name their ends by key alone.
const titles = new Map();

export function remember(nodes) {
  for (const { key, title } of nodes) if (title) titles.set(key, title);
}

const PARTS = { art: "article", para: "paragraph", point: "point", chp: "chapter", sec: "section", recital: "recital" };

// "article 11, paragraph 1 (uncc)" of "uncc:art_11__para_1", where no answer has told its title.
function spoken(key) {
  const [, treaty, eid] = key.match(/^([^:]+):(\w+)$/) || [];
  const said = (eid || "").split("__").map((part) => part.split("_")).map(([kind, ...num]) => PARTS[kind] && `${PARTS[kind]} ${num.join(" ")}`);
  return said.every(Boolean) ? `${said.join(", ")} (${treaty})` : key;
}

export const nodeLink = (key, title = titles.get(key) || spoken(key)) => element("a", { href: nodeView(key), title: key }, title);

export function relationshipItem(relationship, here) {
  const ends = [relationship.from, relationship.to];
  const said = relationshipWords(relationship);
  const what = here === undefined ? [nodeLink(ends[0]), ` ${said} `, nodeLink(ends[1])]
    : ends[0] === here ? [`${said} `, nodeLink(ends[1])]
    : [nodeLink(ends[0]), ` ${said}`, ends[1] === here ? "" : " ", ends[1] === here ? "" : nodeLink(ends[1])];
  return element("li", {}, ...what, quote(relationship.properties || {}), provenance(relationship.properties || {}));
}

export function relationshipList(relationships, here) {
  const all = relationships.flatMap((one) => one.references || one.evidence || [one]);
  return element("ul", {}, ...all.map((one) => relationshipItem(one, here)));
}

// Hits stand between U+0002 and U+0003.
function snippet(text) {
  const parts = text.split(/[\u0002\u0003]/);
  return element("blockquote", {}, ...parts.map((part, index) => (index % 2 ? element("mark", {}, part) : part)));
}

// What a draft's provision became, and how sure that is.
function carriedTo(all) {
  const each = all.flatMap(({ provision, by, confidence }, index) => [index ? "; " : "", nodeLink(provision.key, provision.title),
    ` (by ${by}, confidence ${confidence || "not said"})`]);
  return element("p", { class: "quiet" }, "In the final text: ", ...(each.length ? each : ["none is known"]));
}

// Of one State or organisation towards one treaty.
function actsItem(acts) {
  const all = [acts.signature, acts.consent, acts.domestic, acts.withdrawal, ...acts.reservations, ...acts.votes].filter(Boolean);
  return element("div", {}, nodeLink(acts.who.key, acts.who.title), all.length ? relationshipList(all, acts.who.key)
    : element("p", { class: "quiet" }, "No act is known."));
}

export function nodeItem(node) {
  const properties = node.properties || {};
  const about = [node.key, properties.date, properties.stance, properties.concern, node.depth ? `depth ${node.depth}` : ""];
  const item = element("li", {}, nodeLink(node.key, node.title || node.key),
    element("p", { class: "quiet" }, about.filter(Boolean).join(" · ")));
  if (properties.summary) item.append(element("p", {}, properties.summary));
  if (node.snippet) item.append(snippet(node.snippet));
  item.append(provenance(properties) || "");
  for (const name of ["relationships", "addresses", "concerns", "carried", "rests_on"]) {
    const relationships = [node[name] || []].flat().filter((one) => one.type);
    if (relationships.length) item.append(relationshipList(relationships, node.key));
  }
  if (node.carried_to) item.append(carriedTo(node.carried_to));
  item.append(...[node.acts || []].flat().map(actsItem));
  return item;
}

function participant(entry) {
  const acts = ["signature", "consent", "domestic", "withdrawal"].map((name) => entry[name]).filter(Boolean);
  return element("li", {}, nodeLink(entry.who.key, entry.who.title), relationshipList(acts, entry.who.key));
}

function critic(one) {
  const item = nodeItem(one);
  item.append(element("ul", {}, ...one.statements.map(nodeItem)));
  return item;
}

function path(found) {
  const hops = found.hops.map((hop) => element("li", {}, nodeLink(hop.from), hop.against_direction ? " ← " : " → ",
    nodeLink(hop.to), relationshipList(hop.evidence)));
  return element("li", {}, `${found.length} hops`, element("ol", {}, ...hops));
}

export function section(title, items, kind = "ol") {
  return items.length ? element("section", {}, element("h2", {}, `${title} (${items.length})`), element(kind, {}, ...items)) : null;
}

// What an answer lists under names of its own: nodes, relationships, mentions, or records of these.
const TOLD_APART = new Set(["paths", "undirected", "participants", "statements", "critics", "hits", "nodes", "contents", "relationships", "actions",
  "events", "breadcrumb", "parts", "degrees", "warnings", "labels"]);

function anyItem(one) {
  if (one === null || typeof one !== "object") return element("li", {}, String(one));
  if (one.key) return nodeItem(one);
  if (one.type && one.from && one.to) return relationshipItem(one);
  const entries = Object.entries(one).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length));
  return element("li", {}, ...entries.map(([name, value]) => element("div", {}, `${words(name)}: `,
    Array.isArray(value) ? element("ul", {}, ...value.map(anyItem))
      : typeof value !== "object" ? String(value) : value.key ? nodeLink(value.key, value.title)
      : element("ul", {}, anyItem(value)))));
}

function otherSections(body) {
  return Object.entries(body).flatMap(([name, value]) => {
    if (Array.isArray(value)) return TOLD_APART.has(name) ? [] : [section(words(name), value.map(anyItem))];
    const isPart = value !== null && typeof value === "object" && !value.key && !["properties", "truncated"].includes(name);
    return isPart ? otherSections(Object.fromEntries(Object.entries(value).map(([inner, one]) => [`${name}_${inner}`, one]))) : [];
  });
}

function facts(body) {
  const shown = Object.entries(body).filter(([name, value]) => value !== null && typeof value !== "object" && value !== "" && name !== "snapshot");
  return element("p", { class: "quiet" }, shown.map(([name, value]) => `${name.replaceAll("_", " ")}: ${value}`).join(" · "));
}

/// What an answer says about itself: that it is not whole, or empty, or not as it was asked.
export const notices = (body) => [
  body.truncated ? `${body.truncated.reason}. To go on: ${body.truncated.how_to_go_on}.` : "", body.explanation || "", ...(body.warnings || []),
].filter(Boolean).map((told) => element("p", { class: "notice" }, told));

/// Any answer of the API.
export function answerOf(body, target) {
  remember([body.nodes, body.hits, body.contents, body.parts, body.from, body.to, ...(body.paths || []).map((one) => one.nodes),
    ...(body.undirected || []).map((one) => one.nodes)].filter(Array.isArray).flat().filter((one) => one.key));
  const relationships = body.key ? [] : (body.relationships || []).flatMap((one) => one.references || [one]);
  const { text, ...rest } = body;
  delete rest.explanation;
  return [
    ...notices(body),
    facts(rest),
    text ? element("blockquote", {}, text) : null,
    section("Paths", (body.paths || []).map(path)),
    section("Whichever way relationships run", (body.undirected || []).map(path)),
    section("Participants", (body.participants || []).map(participant)),
    section("Critics", (body.critics || []).map(critic)),
    section("Statements", (body.statements || []).map(nodeItem)),
    section("Found", ([body.hits, body.nodes, body.contents].find(Array.isArray) || []).map(nodeItem)),
    section("Relationships", relationships.map((one) => relationshipItem(one))),
    section("Actions", (body.actions || []).map((one) => relationshipItem(one, body.key))),
    section("Events", (body.events || []).map((one) => (one.concerns ? nodeItem(one) : relationshipItem(one, body.key)))),
    ...otherSections(body),
    element("p", { class: "quiet" }, "Asked: ", element("a", { href: target }, target)),
  ];
}

function cell(value) {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (value.key) return nodeLink(value.key, value.title || value.key);
  return JSON.stringify(value);
}

/// Rows of openCypher.
export function tableOf(body) {
  return element("div", { class: "rows" }, element("table", {},
    element("thead", {}, element("tr", {}, ...body.columns.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...body.rows.map((row) => element("tr", {}, ...row.map((value) => element("td", {}, cell(value))))))));
}
