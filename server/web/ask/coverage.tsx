// Which safeguards reach which powers: a heat map whose cells open their witness; for one power, or one safeguard, a list.
import { useMemo, useState } from "preact/hooks";
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { isDraft, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, plain, plural, slugOfKey } from "../names/names";
import { Chain, relationshipsById } from "../parts/chain";
import { NodeLink } from "../parts/link";
import { Unfold } from "../parts/unfold";
import { AnswerPage } from "./answer_page";
import { nameOfKey, PickTreaty } from "./pick";

type Reach = "direct" | "inherited" | "reference" | "excluded" | "none";
interface Head extends Named { totals: Record<Reach, number> }
interface Cell { row: string; column: string; reach: Reach; holds_at?: Named; witness: string[] }
interface Coverage extends Answer { rows: Head[]; columns: Head[]; totals: Record<Reach, number>; cells: Cell[]; relationships: Relationship[] }

const REACH: Record<Reach, { mark: string; told: string }> = {
  direct: { mark: "●", told: "its own words condition it" }, inherited: { mark: "◐", told: "it holds for what contains it" },
  reference: { mark: "○", told: "a binding reference carries it" }, excluded: { mark: "×", told: "excluded" }, none: { mark: "", told: "not known to reach it" },
};
const ORDER: Reach[] = ["direct", "inherited", "reference", "excluded"];

function Witness({ cell, body, home }: { cell: Cell; body: Coverage; home: string }) {
  const known = useMemo(() => relationshipsById(body.relationships), [body]);
  const names = useMemo(() => new Map<string, Named>([...body.rows, ...body.columns].map((one) => [one.key, one])), [body]);
  const row = names.get(cell.row)!;
  const column = names.get(cell.column)!;
  return (
    <section id="witness" class="witness" aria-live="polite">
      <h2>{capital(plain(column.title))} → {plain(row.title)}</h2>
      <p><span aria-hidden="true">{REACH[cell.reach].mark}</span> {capital(cell.reach)}: {REACH[cell.reach].told}{cell.holds_at && <>, as it holds for {cell.holds_at.key === `treaty:${home}` ? "the whole treaty" : <NodeLink to={cell.holds_at} home={home} heading />}</>}.</p>
      <Chain ids={cell.witness} known={known} names={names} home={home} />
    </section>
  );
}

/// The names of heads; equal ones are told apart by their provision, or by a number.
function distinct(heads: Head[]): string[] {
  const names = heads.map((one) => capital(plain(one.title)));
  return names.map((name, index) => names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${names.slice(0, index + 1).filter((one) => one === name).length})`);
}

const MOVES: Record<string, [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

function Matrix({ body, home }: { body: Coverage; home: string }) {
  const [filter, setFilter] = useState("");
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const [open, setOpen] = useState<Cell | null>(null);
  const cells = useMemo(() => new Map(body.cells.map((cell) => [`${cell.row} ${cell.column}`, cell])), [body]);
  const wanted = (head: Head) => !filter || head.title.toLowerCase().includes(filter.toLowerCase());
  const anyRow = body.rows.some(wanted);
  const rows = body.rows.filter((one) => !anyRow || wanted(one));
  const columns = anyRow ? body.columns : body.columns.filter(wanted);
  const columnNames = distinct(columns);
  const rowNames = distinct(rows);
  const move = (event: KeyboardEvent) => {
    const step = MOVES[event.key];
    if (!step) return;
    event.preventDefault();
    const next: [number, number] = [Math.min(rows.length - 1, Math.max(0, at[0] + step[0])), Math.min(columns.length - 1, Math.max(0, at[1] + step[1]))];
    setAt(next);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
  };
  return (
    <>
      <form class="asked" onSubmit={(event) => event.preventDefault()}><label class="pick"><span>Only powers or safeguards with</span><input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} /></label>
        <p class="legend">{ORDER.map((reach) => <span key={reach} class={`reach ${reach}`}><span aria-hidden="true">{REACH[reach].mark}</span> {reach}: {REACH[reach].told} </span>)}</p></form>
      <div class="matrix-box">
        <table class="matrix" onKeyDown={move}>
          <caption class="visually-hidden">Powers as rows, safeguards as columns; arrow keys walk from cell to cell, Enter shows what witnesses it</caption>
          <thead><tr><td />{columns.map((column, index) => <th key={column.key} scope="col"><a href={hrefOfView("coverage", { columns: column.key })}><span>{columnNames[index]}</span></a></th>)}</tr></thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.key}>
                <th scope="row"><a href={hrefOfView("coverage", { rows: row.key })}>{rowNames[rowIndex]}</a></th>
                {columns.map((column, index) => {
                  const cell = cells.get(`${row.key} ${column.key}`);
                  const reach = cell?.reach ?? "none";
                  return <td key={column.key}><button type="button" class={`cell ${reach}`} data-cell={`${rowIndex} ${index}`} tabIndex={at[0] === rowIndex && at[1] === index ? 0 : -1} aria-pressed={open !== null && open === cell}
                    aria-label={`${columnNames[index]} for ${rowNames[rowIndex]}: ${reach}`} onFocus={() => setAt([rowIndex, index])} onClick={() => setOpen(cell && reach !== "none" ? cell : null)}>{REACH[reach].mark}</button></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open ? <Witness cell={open} body={body} home={home} /> : <p class="quiet">Choose a cell to see what witnesses it.</p>}
    </>
  );
}

function Lines({ body, home, byRow }: { body: Coverage; home: string; byRow: boolean }) {
  const known = useMemo(() => relationshipsById(body.relationships), [body]);
  const names = new Map<string, Named>([...body.rows, ...body.columns].map((one) => [one.key, one]));
  return (
    <>
      {ORDER.map((reach) => {
        const found = body.cells.filter((cell) => cell.reach === reach);
        return found.length > 0 && (
          <section key={reach}><h2><span aria-hidden="true">{REACH[reach].mark}</span> {capital(reach)} <span class="count">{found.length}</span></h2><p class="quiet">{capital(REACH[reach].told)}.</p>
            <ul class="lines">{found.map((cell) => {
              const one = names.get(byRow ? cell.column : cell.row)!;
              const provider = cell.witness.find((id) => id.includes(">PROVIDES>") || id.includes(">GRANTS>") && !byRow)?.split(">")[0];
              return <li key={`${cell.row} ${cell.column}`}><Unfold class="line" label={`What witnesses ${plain(one.title)}`} head={<><NodeLink to={one} home={home}>{capital(plain(one.title))}</NodeLink>{" "}
                <span class="by">{provider && <>by <NodeLink to={{ key: provider, title: provider }} home={home} /></>}{cell.holds_at && <>, for {cell.holds_at.key === `treaty:${home}` ? "the whole treaty" : <NodeLink to={cell.holds_at} home={home} />}</>}</span></>}>
                <Chain ids={cell.witness} known={known} names={names} home={home} /></Unfold></li>;
            })}</ul></section>
        );
      })}
    </>
  );
}

export function CoverageView({ parameters }: { parameters: Record<string, string> }) {
  const { rows, columns } = parameters;
  const first = [...loadedTreaties()].filter((one) => !isDraft(slugOf(one))).sort((a, b) => (b.signatories ?? 0) - (a.signatories ?? 0))[0];
  const treaty = parameters.treaty ?? (rows || columns ? "" : first ? slugOf(first) : "");
  const asks = rows || columns || treaty ? target("/v1/coverage", { rows, columns, treaty }) : null;
  const asked = useAnswer<Coverage>(asks);
  const one = rows || columns || "";
  const home = one ? slugOfKey(one) : treaty;
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickTreaty label="Treaty" value={home} onPick={(slug) => go(hrefOfView("coverage", { treaty: slug }))} /></form>;
  const named = asked.body && (rows ? asked.body.rows : asked.body.columns).length === 1 ? plain((rows ? asked.body.rows : asked.body.columns)[0].title) : one && nameOfKey(one);
  const title = rows ? `Which safeguards reach ${named}?` : columns ? `Which powers do the safeguards of ${named} reach?` : `Which safeguards of the ${treatyName(treaty)} reach which of its powers?`;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={one ? undefined : form} wide={!one}>
      {(body) => {
        const isList = body.rows.length === 1 || body.columns.length === 1;
        const reached = ORDER.slice(0, 3).reduce((sum, reach) => sum + body.totals[reach], 0);
        return (
          <>
            <p class="sentence">{isList ? body.rows.length === 1 ? `${reached} of ${plural(body.columns.length, "safeguard")} reach it` : `It reaches ${reached} of ${plural(body.rows.length, "power or provision", "powers or provisions")}`
              : `${plural(body.columns.length, "safeguard")}, ${plural(body.rows.length, "power")}: of ${(body.rows.length * body.columns.length).toLocaleString("en")} pairs`}
              {": "}{ORDER.filter((reach) => body.totals[reach]).map((reach) => `${body.totals[reach]} ${reach}`).join(", ") || "none"}.</p>
            {isList ? <Lines body={body} home={home} byRow={body.rows.length === 1} /> : <Matrix body={body} home={home} />}
          </>
        );
      }}
    </AnswerPage>
  );
}
