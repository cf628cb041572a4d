// What would break if a provision were deleted: what refers to it and with which words, what rests on it further away,
// what nothing else leads to, what it carries, and who asked for its deletion.
import { element, words } from "../../queries/formats/web/elements.js";
import { nodeItem, nodeLink, notices, relationshipItem, remember, section } from "./answers.js";
import { ask, asGraph, impactView } from "./ask.js";
import { form, keyField } from "./fields.js";

const DELETION = { asked_for: "Asked for its deletion", mentioned: "Spoke of deletion", not_spoken_of: "Spoke of it otherwise" };

function dependent(node, relationships) {
  const chain = node.chain.map((id) => relationships.get(id)).filter(Boolean);
  return element("li", {}, nodeLink(node.key, node.title),
    element("details", {}, element("summary", {}, `in ${node.depth} steps`), element("ul", {}, ...chain.map((one) => relationshipItem(one)))));
}

const cutOff = (node, of) => element("li", {}, nodeLink(node.key, node.title),
  node.through === of ? "" : element("span", { class: "quiet" }, " only by way of ", nodeLink(node.through)));

const loser = (node) => element("li", {}, nodeLink(node.key, node.title),
  element("p", { class: "quiet" }, node.only ? "loses every safeguard" : `keeps ${node.left} other safeguards`),
  element("ul", {}, ...node.lost.map((one) => relationshipItem(one, node.key))));

const user = (node) => element("li", {}, nodeLink(node.key, node.title),
  element("ul", {}, ...node.used_by.map((one) => relationshipItem(one, node.key))));

function objections(all) {
  const kinds = [...new Set([...Object.keys(DELETION), ...all.map((one) => one.deletion)])];
  return kinds.map((kind) => section(DELETION[kind] || words(kind), all.filter((one) => one.deletion === kind).map(nodeItem)));
}

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

function summary(body, further) {
  return element("p", { role: "status" }, [
    count(body.dangling.length, "reference would dangle", "references would dangle"),
    count(further.length, "provision rests on it further away", "provisions rest on it further away"),
    `${count(body.cut_off.length, "node", "nodes")} would be cut off`,
    `${count(body.objections.filter((one) => one.deletion === "asked_for").length, "statement", "statements")} asked for its deletion`,
  ].join(", "), ".");
}

const wish = (of) => form("What would break if this were deleted?", [keyField("of", "Provision", of, "uncc:art_6__para_2")], ({ of: key }) => impactView(key));

export async function impact({ of }) {
  if (!of) return { title: "What would break?", parts: [wish("")] };
  const target = `/v1/impact?of=${encodeURIComponent(of)}`;
  const [body, graph] = await Promise.all([ask(target), asGraph(target).catch(() => null)]);
  const { nodes, relationships, within } = body.dependents;
  remember(nodes);
  const byId = new Map([...within, ...relationships.flatMap((one) => one.references || [one])].map((one) => [one.id, one]));
  const further = nodes.filter((node) => node.depth > 1);
  const itself = nodes.find((node) => node.key === of);
  return { title: `Without ${itself ? itself.title : of}`, target, graph, centre: of, parts: [
    wish(of), notices(body), summary(body, further),
    section("References that would dangle", body.dangling.map((one) => relationshipItem(one))),
    section("Rests on it further away", further.map((node) => dependent(node, byId))),
    section("Cut off", body.cut_off.map((node) => cutOff(node, of))),
    section("Goes with it", body.gone.map((node) => nodeItem({ ...node, relationships: node.carried_by }))),
    section("Loses safeguards", body.safeguards_lost.map(loser)),
    section("Loses a definition", body.definitions_lost.map(user)),
    ...objections(body.objections),
  ] };
}
