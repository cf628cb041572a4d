// Asks the API and shows its answers as text, always with what shows them: basis, confidence, source, quoted words.
"use strict";

const answer = document.getElementById("answer");

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function link(target, text) {
  const made = element("a", "", text);
  made.href = target;
  return made;
}

const nodeTarget = (key) => `/v1/nodes/${encodeURIComponent(key)}`;

function provenance(properties) {
  if (!properties || !properties.basis) return null;
  const parts = [properties.basis, properties.confidence && `confidence ${properties.confidence}`, properties.source];
  if (properties.start !== undefined) parts.push(`characters ${properties.start} to ${properties.end}`);
  return element("div", `why ${properties.basis}`, parts.filter(Boolean).join(" · "));
}

function quote(properties) {
  return properties && properties.quote ? element("blockquote", "", `“${properties.quote}”`) : null;
}

function nodeItem(node) {
  const properties = node.properties || {};
  const title = element("div", "", link(nodeTarget(node.key), node.title || node.key));
  const about = [properties.date, properties.stance, properties.concern, node.depth ? `depth ${node.depth}` : ""];
  const item = element("li", "", title, element("span", "key", [node.key, ...about].filter(Boolean).join(" · ")));
  if (properties.summary) item.append(element("div", "", properties.summary));
  if (node.snippet) item.append(element("blockquote", "", node.snippet.replace(/[\u0002\u0003]/g, "")));
  item.append(provenance(properties) || "");
  for (const name of ["relationships", "addresses", "carried", "rests_on"]) {
    const relationships = node[name];
    if (Array.isArray(relationships) && relationships.length) item.append(relationshipList(relationships));
    else if (relationships && relationships.type) item.append(relationshipList([relationships]));
  }
  return item;
}

function relationshipItem(relationship) {
  const properties = relationship.properties || {};
  const what = [relationship.type, properties.mode, properties.stance, properties.date].filter(Boolean).join(" ");
  return element("li", "", link(nodeTarget(relationship.from), relationship.from), ` ${what} `,
    link(nodeTarget(relationship.to), relationship.to), quote(properties), provenance(properties));
}

function relationshipList(relationships) {
  const all = relationships.flatMap((relationship) => relationship.references || relationship.evidence || [relationship]);
  return element("ul", "", ...all.map(relationshipItem));
}

function list(title, items) {
  return items.length ? element("section", "", element("h2", "", `${title} (${items.length})`), element("ol", "", ...items)) : null;
}

function facts(body) {
  const shown = Object.entries(body).filter(([, value]) => value !== null && typeof value !== "object" && value !== "");
  return element("p", "key", shown.map(([name, value]) => `${name.replaceAll("_", " ")}: ${value}`).join(" · "));
}

function participant(entry) {
  const acts = ["signature", "consent", "withdrawal"].map((name) => entry[name]).filter(Boolean);
  return element("li", "", link(nodeTarget(entry.who.key), entry.who.title), relationshipList(acts));
}

function path(found) {
  const hops = found.hops.map((hop) => element("li", "", link(nodeTarget(hop.from), hop.from),
    hop.against_direction ? " ← " : " → ", link(nodeTarget(hop.to), hop.to), relationshipList(hop.evidence)));
  return element("li", "", `${found.length} hops`, element("ol", "", ...hops));
}

// The nodes of an answer; /v1 itself counts them only.
function found(body) {
  return [body.hits, body.nodes, body.contents].find(Array.isArray) || [];
}

function show(body, target) {
  const { properties, ...rest } = body;
  const sections = [
    element("p", "key", link(target, target)),
    body.detail ? element("p", "notice", body.detail) : null,
    body.truncated ? element("p", "notice", `${body.truncated.reason}. To go on: ${body.truncated.how_to_go_on}.`) : null,
    body.explanation ? element("p", "notice", body.explanation) : null,
    body.key ? element("ul", "", nodeItem(body)) : facts(rest),
    body.text ? element("blockquote", "", body.text) : null,
    list("Paths", (body.paths || []).map(path)),
    list("Whichever way relationships run", (body.undirected || []).map(path)),
    list("Participants", (body.participants || []).map(participant)),
    list("Statements", (body.statements || []).map(nodeItem)),
    list("Found", found(body).map(nodeItem)),
    list("Parts", (body.parts || []).map(nodeItem)),
    list("Relationships", body.key ? [] : (body.relationships || []).flatMap((r) => r.references || [r]).map((r) => relationshipItem(r))),
    list("Actions", (body.actions || []).map((r) => relationshipItem(r))),
    list("Events", (body.events || []).map((r) => relationshipItem(r))),
  ];
  answer.replaceChildren(...sections.filter(Boolean));
}

async function ask(target) {
  answer.replaceChildren(element("p", "key", `asking ${target} …`));
  try {
    const response = await fetch(target, { headers: { Accept: "application/json" } });
    show(await response.json(), target);
  } catch (error) {
    answer.replaceChildren(element("p", "notice", `no answer: ${error}`));
  }
}

document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a");
  if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = anchor.getAttribute("href");
  if (!target.startsWith("/v1/") || target === "/v1/schema") return;
  event.preventDefault();
  for (const other of document.querySelectorAll("nav a")) other.removeAttribute("aria-current");
  if (anchor.closest("nav")) anchor.setAttribute("aria-current", "true");
  location.hash = target;
});

window.addEventListener("hashchange", () => ask(location.hash.slice(1)));

document.getElementById("search").addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = `/v1/search?q=${encodeURIComponent(document.getElementById("q").value)}`;
});

async function describe() {
  const service = await (await fetch("/v1")).json();
  document.getElementById("snapshot").textContent =
    `${service.nodes} nodes, ${service.relationships} relationships, snapshot ${service.snapshot.slice(0, 12)}`;
}

describe();
if (location.hash.startsWith("#/v1/")) ask(location.hash.slice(1));
