// Which safeguards reach which powers: a heat map whose cells open their witness; for one power, or one safeguard, a list.
import { useMemo, useRef, useState } from "preact/hooks";
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { joined, capital, citationOfKey, plain, plural, slugOfKey } from "../names/names";
import { Chain, relationshipsById } from "../parts/chain";
import { NodeLink } from "../parts/link";
import { Unfold } from "../parts/unfold";
import { useKept } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { FilterBar, hasWords, WithWords } from "./filters";
import { nameOfKey, PickTreaty, ReadAs, treatyOf, useResolved } from "./pick";

type Reach = "direct" | "inherited" | "reference" | "excluded" | "none";
interface Head extends Named { totals: Record<Reach, number> }
interface Cell { row: string; column: string; reach: Reach; holds_at?: Named; witness: string[] }
interface Coverage extends Answer { rows: Head[]; columns: Head[]; totals: Record<Reach, number>; cells: Cell[]; relationships: Relationship[] }

const REACH: Record<Reach, { mark: string; told: string }> = {
  direct: { mark: "●", told: "its own words condition it" }, inherited: { mark: "◐", told: "it holds for what contains it" },
  reference: { mark: "○", told: "a binding reference carries it" }, excluded: { mark: "×", told: "an exception takes it away" }, none: { mark: "", told: "not known to reach it" },
};
const ORDER: Reach[] = ["direct", "inherited", "reference", "excluded"];
const REACHING: Reach[] = ["direct", "inherited", "reference"];
const reachedOf = (head: Head) => REACHING.reduce((sum, reach) => sum + head.totals[reach], 0);

/// The server tells it from the power.
const fromSafeguard = (cell: Cell) => [...cell.witness].reverse();

/// Where a safeguard or power is: the provision that provides or grants it.
function homes(body: Coverage): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of body.relationships) if (/^(PROVIDES|GRANTS|ESTABLISHES)$/.test(one.type) && !found.has(one.to)) found.set(one.to, one.from);
  return found;
}

/// The names of heads; equal ones are told apart by the provision that has them, else by a number.
function distinct(heads: Head[], at: Map<string, string>): string[] {
  const names = heads.map((one) => capital(plain(one.title)));
  const told = heads.map((one, index) => names.indexOf(names[index]) === names.lastIndexOf(names[index]) ? names[index]
    : at.has(one.key) ? `${names[index]}, ${citationOfKey(at.get(one.key)!)}` : /-(art_.*)$/.test(one.key) ? `${names[index]}, ${citationOfKey(`x:${/-(art_.*)$/.exec(one.key)![1]}`)}` : names[index]);
  return told.map((name, index) => told.indexOf(name) === told.lastIndexOf(name) ? name : `${name} (${told.slice(0, index + 1).filter((one) => one === name).length})`);
}

function HoldsAt({ at, home }: { at?: Named; home: string }) {
  if (!at) return null;
  return <>, for {at.key === `treaty:${home}` ? "the whole treaty" : <NodeLink to={at} home={home} />}</>;
}

function Legend() {
  return <ul class="reach-legend" aria-label="Legend">{ORDER.map((reach) => <li key={reach}><span class={`reach-key ${reach}`} aria-hidden="true">{REACH[reach].mark}</span> <strong>{capital(reach)}</strong>: {REACH[reach].told}</li>)}<li><span class="reach-key" aria-hidden="true" /> Empty: not known to reach it</li></ul>;
}

interface Shown { row: Head; column: Head; cell?: Cell; rowName: string; columnName: string }

function Witness({ of: { row, column, cell, rowName, columnName }, body, home, onClose }: { of: Shown; body: Coverage; home: string; onClose: () => void }) {
  const known = useMemo(() => relationshipsById(body.relationships), [body]);
  const names = useMemo(() => new Map<string, Named>([...body.rows, ...body.columns].map((one) => [one.key, one])), [body]);
  const reach = cell?.reach ?? "none";
  return (
    <>
      <button type="button" class="close" onClick={onClose}>Close</button>
      <h2><NodeLink to={column}>{columnName}</NodeLink> <span aria-label="for">→</span> <NodeLink to={row}>{rowName}</NodeLink></h2>
      <p><span class={`reach-key ${reach}`} aria-hidden="true">{REACH[reach].mark}</span> {reach === "none" ? "Not known to reach it." : <>{capital(reach)}: {REACH[reach].told}<HoldsAt at={cell?.holds_at} home={home} />.</>}</p>
      {cell && cell.witness.length > 0 && <Chain ids={fromSafeguard(cell)} known={known} names={names} home={home} />}
      <p class="by"><a href={hrefOfView("coverage", { rows: row.key })}>All safeguards of this power</a> · <a href={hrefOfView("coverage", { columns: column.key })}>All powers that this safeguard reaches</a></p>
    </>
  );
}

const MOVES: Record<string, [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -1e6], End: [0, 1e6], PageUp: [-8, 0], PageDown: [8, 0] };
const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));

function Matrix({ body, home }: { body: Coverage; home: string }) {
  const [power, setPower] = useKept("power");
  const [safeguard, setSafeguard] = useKept("safeguard");
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const [open, setOpen] = useState<{ row: string; column: string } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const cells = useMemo(() => new Map(body.cells.map((cell) => [`${cell.row} ${cell.column}`, cell])), [body]);
  const [rowNames, columnNames] = useMemo(() => {
    const provided = homes(body);
    const named = (heads: Head[]) => { const names = distinct(heads, provided); return new Map(heads.map((one, index) => [one.key, names[index]])); };
    return [named(body.rows), named(body.columns)];
  }, [body]);
  const rows = body.rows.filter((one) => hasWords(rowNames.get(one.key)!, power));
  const columns = body.columns.filter((one) => hasWords(columnNames.get(one.key)!, safeguard));
  const here: [number, number] = [within(at[0], rows.length), within(at[1], columns.length)];
  const move = (event: KeyboardEvent) => {
    const step = MOVES[event.key];
    if (!step || !(event.target as HTMLElement).dataset.cell) return;
    event.preventDefault();
    const next: [number, number] = [within(here[0] + step[0], rows.length), within(here[1] + step[1], columns.length)];
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
  };
  const shown = open && rowNames.has(open.row) ? { row: body.rows.find((one) => one.key === open.row)!, column: body.columns.find((one) => one.key === open.column)!, cell: cells.get(`${open.row} ${open.column}`),
    rowName: rowNames.get(open.row)!, columnName: columnNames.get(open.column)! } : null;
  const close = () => { setOpen(null); table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(); };
  return (
    <>
      <FilterBar shown={rows.length * columns.length} total={body.rows.length * body.columns.length} noun="pairs" onClear={() => { setPower(""); setSafeguard(""); }}>
        <WithWords label="Powers with" value={power} onWords={setPower} />
        <WithWords label="Safeguards with" value={safeguard} onWords={setSafeguard} />
      </FilterBar>
      <Legend />
      <div class={`heat ${shown ? "has-witness" : ""}`}>
        <div class="matrix-box" tabIndex={-1}>
          <table class="matrix" ref={table} onKeyDown={move}>
            <caption class="visually-hidden">Powers as rows, safeguards as columns, each with how many reach it. Arrow keys walk from cell to cell, Enter shows what witnesses it.</caption>
            <thead><tr><td />{columns.map((column) => <th key={column.key} scope="col"><a tabIndex={-1} href={hrefOfView("coverage", { columns: column.key })}><span>{columnNames.get(column.key)}</span></a></th>)}<th scope="col" class="sum"><span>Reached by</span></th></tr></thead>
            <tbody>
              {rows.map((row, rowIndex) => (
                <tr key={row.key} class={here[0] === rowIndex ? "here" : ""}>
                  <th scope="row"><a tabIndex={-1} href={hrefOfView("coverage", { rows: row.key })}>{rowNames.get(row.key)}</a></th>
                  {columns.map((column, index) => {
                    const cell = cells.get(`${row.key} ${column.key}`);
                    const reach = cell?.reach ?? "none";
                    return <td key={column.key}><button type="button" class={`cell ${reach}`} data-cell={`${rowIndex} ${index}`} tabIndex={here[0] === rowIndex && here[1] === index ? 0 : -1} aria-pressed={open?.row === row.key && open.column === column.key}
                      title={`${columnNames.get(column.key)} → ${rowNames.get(row.key)}`} aria-label={`${columnNames.get(column.key)} for ${rowNames.get(row.key)}: ${reach === "none" ? REACH.none.told : reach}`}
                      onFocus={() => setAt([rowIndex, index])} onClick={() => setOpen({ row: row.key, column: column.key })}>{REACH[reach].mark}</button></td>;
                  })}
                  <td class="sum">{reachedOf(row)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot><tr><th scope="row">Reaches</th>{columns.map((column) => <td key={column.key} class="sum">{reachedOf(column)}</td>)}<td class="sum">{REACHING.reduce((sum, reach) => sum + body.totals[reach], 0)}</td></tr></tfoot>
          </table>
        </div>
        <aside class="witness" aria-live="polite" aria-label="What witnesses it" onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
          {shown ? <Witness of={shown} body={body} home={home} onClose={close} /> : <p class="quiet">Choose a cell to see the evidence for it, from the safeguard to the power.</p>}
        </aside>
      </div>
    </>
  );
}

function Lines({ body, home, byRow }: { body: Coverage; home: string; byRow: boolean }) {
  const known = useMemo(() => relationshipsById(body.relationships), [body]);
  const provided = useMemo(() => homes(body), [body]);
  const names = new Map<string, Named>([...body.rows, ...body.columns].map((one) => [one.key, one]));
  const none = body.cells.filter((cell) => cell.reach === "none").map((cell) => names.get(byRow ? cell.column : cell.row)!);
  return (
    <>
      {ORDER.map((reach) => {
        const found = body.cells.filter((cell) => cell.reach === reach);
        return found.length > 0 && (
          <section key={reach}><h2><span class={`reach-key ${reach}`} aria-hidden="true">{REACH[reach].mark}</span> {capital(reach)} <span class="count">{found.length}</span></h2><p class="quiet">{capital(REACH[reach].told)}.</p>
            <ul class="lines">{found.map((cell) => {
              const one = names.get(byRow ? cell.column : cell.row)!;
              const provider = cell.witness.find((id) => id.includes(">PROVIDES>") || (id.includes(">GRANTS>") && !byRow))?.split(">")[0] ?? provided.get(one.key);
              return <li key={`${cell.row} ${cell.column}`}><Unfold class="line" label={`What witnesses ${plain(one.title)}`} head={<><NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink>{" "}
                <span class="by">{provider && <>by <NodeLink to={{ key: provider, title: nameOfKey(provider) }} home={home} /></>}<HoldsAt at={cell.holds_at} home={home} /></span></>}>
                <Chain ids={fromSafeguard(cell)} known={known} names={names} home={home} /></Unfold></li>;
            })}</ul></section>
        );
      })}
      {none.length > 0 && <details class="also"><summary>{byRow ? plural(none.length, "safeguard is", "safeguards are") : plural(none.length, "power is", "powers are")} not known to reach it</summary>
        <ul class="lines">{none.map((one) => <li key={one.key}><NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink></li>)}</ul></details>}
    </>
  );
}

const IN_SENTENCE: Record<string, string> = { direct: "by their own words", inherited: "by what contains them", reference: "by a reference", excluded: "taken away by an exception" };

function sentence(body: Coverage): string {
  const how = joined(ORDER.filter((reach) => body.totals[reach]).map((reach) => `${body.totals[reach].toLocaleString("en")} ${IN_SENTENCE[reach] ?? reach}`));
  const reached = REACHING.reduce((sum, reach) => sum + body.totals[reach], 0);
  if (!body.rows.length || !body.columns.length) return !body.rows.length ? "No power is known here: so nothing can be said of what conditions one." : "No safeguard is known here.";
  if (body.rows.length === 1) return `${reached} of ${plural(body.columns.length, "safeguard")} reach it${how && `: ${how}`}.`;
  if (body.columns.length === 1) return `It reaches ${reached} of ${plural(body.rows.length, "power or provision", "powers or provisions")}${how && `: ${how}`}.`;
  return `${plural(body.columns.length, "safeguard")}, ${plural(body.rows.length, "power")}: of ${(body.rows.length * body.columns.length).toLocaleString("en")} pairs ${reached ? `${reached.toLocaleString("en")} are known to hold: ${how}` : "none is known to hold"}.`;
}

const slugless = (key: string) => key.slice(key.indexOf(":") + 1);

export function CoverageView({ parameters }: { parameters: Record<string, string> }) {
  const rowsRead = useResolved(parameters.rows ?? "");
  const columnsRead = useResolved(parameters.columns ?? "");
  const [rows, columns] = [rowsRead.key, columnsRead.key];
  const one = rows || columns;
  const isOne = Boolean(parameters.rows || parameters.columns);
  const treaty = parameters.treaty || !isOne ? treatyOf(parameters.treaty) : "";
  const asks = one || (treaty && !isOne) ? target("/v1/coverage", { rows, columns, treaty: treaty || slugOfKey(one) }) : null;
  const asked = useAnswer<Coverage>(asks);
  const home = one ? slugOfKey(one) : treaty;
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickTreaty label="Treaty" value={home} onPick={(slug) => go(hrefOfView("coverage", { treaty: slug }))} /></form>;
  const heads = asked.of === asks && asked.body ? (rows ? asked.body.rows : asked.body.columns) : [];
  const named = heads.length === 1 ? plain(heads[0].title) : one && nameOfKey(one);
  const title = rows ? `Which safeguards reach ${named}?` : columns ? (/safeguard/.test(slugless(columns)) ? `Which powers does “${capital(named)}” reach?` : `Which powers do the safeguards of ${named} reach?`) : `Which safeguards of the ${treatyName(treaty)} reach which of its powers?`;
  const read = <><ReadAs of={rowsRead} other={(key) => hrefOfView("coverage", { rows: key })} /><ReadAs of={columnsRead} other={(key) => hrefOfView("coverage", { columns: key })} /></>;
  const isList = (body: Coverage) => body.rows.length < 2 || body.columns.length < 2;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={isOne ? undefined : form} read={read} told={[": no such node"]} wide={!isOne || (asked.body !== null && !isList(asked.body))}>
      {(body) => (
        <>
          <p class="sentence">{sentence(body)} {isOne && home && <a href={hrefOfView("coverage", { treaty: home })}>The whole treaty</a>}</p>
          {isList(body) ? <Lines body={body} home={home} byRow={body.rows.length === 1} /> : <Matrix key={asked.of} body={body} home={home} />}
        </>
      )}
    </AnswerPage>
  );
}
