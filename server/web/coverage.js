// Which safeguards reach which powers: a matrix with its marginals. A cell shows what witnesses it.
import { element } from "../../queries/formats/web/elements.js";
import { nodeLink, notices, relationshipItem, remember } from "./answers.js";
import { ask, coverageView } from "./ask.js";
import { choice, form, keyField } from "./fields.js";
import { treatyOptions } from "./treaties.js";

const REACH = {
  direct: ["●", "directly"],
  inherited: ["◐", "by what it stands in"],
  reference: ["○", "through a reference"],
  excluded: ["⊘", "not, because it prevails over what provides it"],
  none: ["·", "not at all"],
};
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const name = (row, column) => `${row}~${column}`;

const totals = (of) => ["direct", "inherited", "reference"].map((reach) => `${of[reach]}${REACH[reach][0]}`).join(" ");
const toldTotals = (of) => Object.entries(REACH).map(([reach, [, words]]) => `${of[reach]} ${words}`).join(", ");

/// Arrow keys walk the cells, of which one at a time is reached by Tab.
function walk(event, table) {
  const move = MOVES[event.key];
  if (!move || event.target.tagName !== "BUTTON") return;
  const row = event.target.closest("tr");
  const rows = [...table.tBodies[0].rows];
  const column = event.target.closest("td").cellIndex + move[1];
  const next = rows[rows.indexOf(row) + move[0]]?.cells[column]?.querySelector("button");
  if (!next) return;
  event.preventDefault();
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function matrix(body, onCell) {
  const cells = new Map(body.cells.map((cell) => [name(cell.row, cell.column), cell]));
  let first = true;
  const box = (row, column) => {
    const cell = cells.get(name(row.key, column.key));
    if (!cell) return element("td");
    const [sign, words] = REACH[cell.reach];
    const button = element("button", { type: "button", class: `cell ${cell.reach}`, tabindex: first ? 0 : -1, "data-cell": name(row.key, column.key),
      "aria-label": `${column.title} reaches ${row.title} ${words}`, title: `${row.title}: ${column.title}, ${words}`,
      onclick: () => onCell(cell, button) }, sign);
    first = false;
    return element("td", {}, button);
  };
  const head = element("tr", {}, element("td"),
    ...body.columns.map((column) => element("th", { scope: "col" }, element("div", {}, nodeLink(column.key, column.title)))), element("th", { scope: "col" }, element("div", {}, "all")));
  const rows = body.rows.map((row) => element("tr", {}, element("th", { scope: "row" }, nodeLink(row.key, row.title)),
    ...body.columns.map((column) => box(row, column)), element("td", { class: "total", title: toldTotals(row.totals) }, totals(row.totals))));
  const foot = element("tr", {}, element("th", { scope: "row" }, "all"),
    ...body.columns.map((column) => element("td", { class: "total", title: toldTotals(column.totals) }, `${column.totals.direct + column.totals.inherited + column.totals.reference}`)),
    element("td", { class: "total", title: toldTotals(body.totals) }, totals(body.totals)));
  const table = element("table", { class: "matrix" }, element("thead", {}, head), element("tbody", {}, ...rows), element("tfoot", {}, foot));
  table.addEventListener("keydown", (event) => walk(event, table));
  return table;
}

function witness(cell, relationships) {
  const [, words] = REACH[cell.reach];
  const steps = cell.witness.map((id) => relationships.get(id)).filter(Boolean);
  return [element("h2", {}, nodeLink(cell.column), " reaches ", nodeLink(cell.row), ` ${words}`),
    cell.holds_at ? element("p", { class: "quiet" }, "It holds at ", nodeLink(cell.holds_at.key, cell.holds_at.title), ".") : "",
    steps.length ? element("ol", {}, ...steps.map((one) => relationshipItem(one))) : element("p", { class: "quiet" }, "No chain of relationships leads from one to the other.")];
}

const ROWS = [["Power", "powers"], ["Offence", "offences"], ["Article", "articles"]];

async function wish({ rows, columns, treaty }) {
  return form("Which safeguards reach which powers, offences or provisions?", [
    keyField("rows", "Rows: a label, or keys", rows, ROWS.map(([label]) => label).join(", ")),
    keyField("columns", "Columns: a label, or keys", columns, "Safeguard"),
    choice("treaty", "Treaty", treaty, [["", "that of the rows"], ["all", "all, across treaties"], ...await treatyOptions()]),
  ], (filled) => coverageView(filled));
}

export async function coverage({ rows = "Power", columns = "Safeguard", treaty = "", cell = "" }) {
  const target = `/v1/coverage?${new URLSearchParams({ rows, columns, ...(treaty && { treaty }) })}`;
  const [answered, asked] = await Promise.all([ask(target).catch((problem) => ({ problem })), wish({ rows, columns, treaty })]);
  if (answered.problem) return { title: "Coverage by safeguards", target, parts: [asked, element("p", { role: "alert" }, answered.problem.message)] };
  const body = answered;
  remember([...body.rows, ...body.columns, ...body.cells.map((one) => one.holds_at).filter(Boolean)]);
  const relationships = new Map(body.relationships.flatMap((one) => one.references || [one]).map((one) => [one.id, one]));
  const told = element("section", { id: "witness", "aria-live": "polite" }, element("p", { class: "quiet" }, "Choose a cell to see what shows it; arrow keys walk."));
  let chosen = null;
  const choose = (one, button) => {
    chosen?.removeAttribute("aria-pressed");
    chosen = button;
    button.setAttribute("aria-pressed", "true");
    told.replaceChildren(...witness(one, relationships));
    history.replaceState(null, "", coverageView({ rows, columns, treaty, cell: button.dataset.cell }));
  };
  const table = matrix(body, choose);
  const kept = cell && table.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
  if (kept) kept.click();
  return { title: "Coverage by safeguards", target, parts: [
    asked, notices(body),
    element("p", { role: "status" }, `${body.rows.length} rows, ${body.columns.length} columns: ${toldTotals(body.totals)}.`),
    element("p", { class: "quiet" }, Object.values(REACH).map(([sign, words]) => `${sign} ${words}`).join("   ")),
    element("div", { class: "rows", tabindex: 0, role: "region", "aria-label": "Matrix" }, table),
    element("p", { class: "quiet" }, "Asked: ", element("a", { href: target }, target)), told,
  ] };
}
