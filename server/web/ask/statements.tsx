// Who said what about which provision, who criticised it, and which of them signed: one table with filters.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, dateInWords, joined, plain, plural, slugOfKey, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { useKept, useKeptFields } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { Choice, FilterBar, hasWords, WithWords } from "./filters";
import { Pager } from "./pager";
import { inSentence, nameOfKey, PickProvision, ReadAs, useResolved } from "./pick";

interface Acts { who: Named; signature?: Relationship; ratification?: Relationship; consent?: Relationship; domestic?: Relationship; reservations: Relationship[]; votes: Relationship[] }
interface Statement extends Node { speakers: Named[]; addressed: Named; addresses?: Relationship; carried_to?: { provision: Named; by: string; confidence: string }[]; rests_on?: Relationship[]; acts?: Acts[] }
interface Statements extends Answer { total: number; total_addresses?: number; statements: Statement[] }
interface Critics extends Answer { of: Named; total: number; states: number; organizations: number; signatories: number; total_statements: number;
  critics: (Node & { signed: boolean | null; acts: Acts; statements: Statement[] })[] }

/// One statement on one provision; `acts` are those of its speakers that are known.
interface Row { who: Named[]; statement: Statement; acts: Acts[] }

const boundBy = (acts: Acts) => acts.consent ?? acts.ratification;
const isState = (one: Named) => one.key.startsWith("state:");
const listOf = (value: unknown) => String(value ?? "").split(";").filter(Boolean);
const stanceOf = (one: Statement) => String(one.addresses?.properties.stance ?? one.properties.stance ?? "");
const concernsOf = (one: Statement) => listOf(one.addresses?.properties.concern ?? one.properties.concern);

function Where({ one }: { one: Statement }) {
  const home = slugOfKey(one.addressed.key);
  const carried = one.carried_to?.filter((to) => to.provision.key !== one.addressed.key) ?? [];
  return (
    <>
      <NodeLink to={one.addressed} home={home.includes("@") ? "" : home} />
      {carried.map((to) => <p class="by" key={to.provision.key}>now <NodeLink to={to.provision} home={home.split("@")[0]} />{to.confidence !== "high" && <>, {to.confidence === "low" ? "which is uncertain" : "probably"}</>}</p>)}
      {(one.rests_on?.length ?? 0) > 0 && <p class="by">on which it rests</p>}
    </>
  );
}

const SIGNED: [string, string][] = [["signed", "signed"], ["bound", "consented to be bound"], ["not", "not known to have signed"], ["cannot", "not a State"]];
function standing(row: Row): string[] {
  if (!row.who.some(isState)) return ["cannot"];
  const signed = row.acts.some((acts) => acts.signature);
  return [...signed ? ["signed"] : ["not"], ...row.acts.some(boundBy) ? ["bound"] : []];
}

function Signed({ row }: { row: Row }) {
  const acted = row.acts.filter((acts) => acts.signature || boundBy(acts));
  if (!row.who.some(isState)) return <span class="quiet">not a State</span>;
  if (!acted.length) return <span class="quiet">not known</span>;
  return <>{acted.map((acts) => (
    <p key={acts.who.key}>{row.who.length > 1 && <>{plain(acts.who.title)} </>}{acts.signature && <>signed {dateInWords(acts.signature.properties.date)} <Trust of={acts.signature.properties} /></>}
      {boundBy(acts) && <>{acts.signature && ", "}bound since {dateInWords(boundBy(acts)!.properties.date)} <Trust of={boundBy(acts)!.properties} /></>}</p>
  ))}</>;
}

const ORDERS: [string, string][] = [["", "as found"], ["date", "oldest first"], ["newest", "newest first"], ["who", "by who"], ["stance", "by stance"]];
const dated = (row: Row) => String(row.statement.properties.date ?? "");
const named = (row: Row) => plain(row.who[0]?.title ?? "");
const SORTS: Record<string, (a: Row, b: Row) => number> = {
  date: (a, b) => dated(a).localeCompare(dated(b)), newest: (a, b) => dated(b).localeCompare(dated(a)), who: (a, b) => named(a).localeCompare(named(b)),
  stance: (a, b) => stanceOf(a.statement).localeCompare(stanceOf(b.statement)),
};
const NOTHING = { who: "", kind: "", stance: "", concern: "", signed: "", year: "" };

function Rows({ rows }: { rows: Row[] }) {
  const [wanted, want] = useKeptFields(NOTHING);
  const [order, setOrder] = useKept("order");
  const options = (values: string[]): [string, string][] => [...new Set(values)].filter(Boolean).sort().map((one) => [one, words(one)]);
  const shown = rows.filter((row) => hasWords([...row.who.map((one) => plain(one.title)), plain(row.statement.title), row.statement.properties.summary ?? ""].join(" "), wanted.who)
    && (!wanted.kind || row.who.some((one) => isState(one) === (wanted.kind === "state"))) && (!wanted.stance || stanceOf(row.statement) === wanted.stance)
    && (!wanted.concern || concernsOf(row.statement).includes(wanted.concern)) && (!wanted.signed || standing(row).includes(wanted.signed)) && (!wanted.year || dated(row).startsWith(wanted.year)));
  const sorted = SORTS[order] ? [...shown].sort(SORTS[order]) : shown;
  if (!rows.length) return null;
  const has = new Set(rows.flatMap(standing));
  return (
    <>
      <FilterBar shown={shown.length} total={rows.length} noun={rows.length === 1 ? "line" : "lines"} onClear={() => want(NOTHING)}>
        <WithWords label="Who, or words" value={wanted.who} onWords={(who) => want({ who })} />
        <Choice label="Kind" value={wanted.kind} options={rows.some((row) => row.who.some(isState)) && rows.some((row) => !row.who.every(isState)) ? [["state", "States"], ["other", "organizations"]] : []} onPick={(kind) => want({ kind })} />
        <Choice label="Stance" value={wanted.stance} options={options(rows.map((row) => stanceOf(row.statement)))} onPick={(stance) => want({ stance })} />
        <Choice label="Concern" value={wanted.concern} options={options(rows.flatMap((row) => concernsOf(row.statement)))} onPick={(concern) => want({ concern })} />
        <Choice label="When" value={wanted.year} options={options(rows.map((row) => dated(row).slice(0, 4)))} onPick={(year) => want({ year })} />
        <Choice label="Signed?" value={wanted.signed} options={SIGNED.filter(([one]) => has.has(one))} onPick={(signed) => want({ signed })} />
        <Choice label="Order" value={order} any={null} options={ORDERS} onPick={setOrder} />
      </FilterBar>
      <div class="table-box"><table class="facts said">
        <thead><tr><th scope="col">Who</th><th scope="col">Stance</th><th scope="col">What</th><th scope="col">Of</th><th scope="col">When</th><th scope="col">Signed?</th></tr></thead>
        <tbody>
          {sorted.map((row, index) => {
            const { statement } = row;
            const stance = stanceOf(statement);
            return (
              <tr key={index}>
                <th scope="row">{row.who.map((one, place) => <span key={one.key}>{place > 0 && ", "}<NodeLink to={one} /></span>)}{!row.who.length && <span class="quiet">speaker not known</span>}</th>
                <td>{stance && <span class={`stance ${stance}`}>{words(stance)}</span>}</td>
                <td class="what"><NodeLink to={statement}>{plain(statement.title)}</NodeLink> <Trust of={statement.properties} />{statement.properties.summary ? <p class="snippet"><bdi>{plain(String(statement.properties.summary))}</bdi></p> : null}
                  {concernsOf(statement).length > 0 && <p class="by">{capital(joined(concernsOf(statement).map(words)))}</p>}</td>
                <td><Where one={statement} /></td>
                <td class="when">{dateInWords(statement.properties.date)}</td>
                <td class="acts"><Signed row={row} /></td>
              </tr>
            );
          })}
        </tbody>
      </table></div>
    </>
  );
}

const INCLUDE: [string, string][] = [["", "it and its parts"], ["parts,dependencies", "also what it rests on"]];

export function StatementsView({ parameters }: { parameters: Record<string, string> }) {
  const { speaker, stance, include, cursor, concern } = parameters;
  const read = useResolved(parameters.about ?? (parameters.treaty ? `treaty:${parameters.treaty}` : ""));
  const about = read.key;
  const asks = read.given && !about ? null : target("/v1/statements", { about, speaker, stance, include, concern, cursor, with: "acts", limit: 200 });
  const asked = useAnswer<Statements>(asks);
  const whole = about.startsWith("treaty:");
  const speaking = asked.body?.statements.flatMap((one) => one.speakers).find((one) => one.key === speaker)?.title;
  const title = speaker ? `What did ${speaking ? plain(speaking) : "they"} say?` : whole ? `What was said about the ${treatyName(slugOfKey(about))}?` : about ? `What was said about ${nameOfKey(about)}?` : "Who said what?";
  const change = (more: Record<string, string>) => hrefOfView("statements", { about: about || parameters.about, speaker, stance, include, concern, ...more });
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickProvision label="About" value={about} onPick={(key) => go(change({ about: key }))} />
      {about && !whole && <Choice label="Counting" value={include ?? ""} any={null} options={INCLUDE.some(([one]) => one === (include ?? "")) ? INCLUDE : [...INCLUDE, [include, "what it rests on"]]} onPick={(value) => go(change({ include: value }))} />}
      {stance && <p class="chosen-one">Only {words(stance).replaceAll(",", ", ")}. <a href={change({ stance: "" })}>All</a></p>}
      {speaker && about && <p class="chosen-one">Only {speaking ? plain(speaking) : "one speaker"}. <a href={change({ speaker: "" })}>All</a></p>}
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} read={<ReadAs of={read} other={(key) => change({ about: key })} />} drawn={asked.body?.statements.length ? asks ?? undefined : undefined} centre={about || speaker} inTab wide>
      {(body) => (
        <>
          <p class="sentence">{body.total ? plural(body.total, "statement") : "No statement is known"}{body.total_addresses !== undefined && body.total_addresses !== body.total && `, on ${plural(body.total_addresses, "provision or draft", "provisions or drafts")}`}.
            {about && !whole && body.total > 0 && <> <a href={hrefOfView("critics", { of: about })}>Who criticised it, and which of them signed</a></>}</p>
          <Rows key={asked.of} rows={body.statements.map((statement): Row => ({ who: statement.speakers, statement, acts: statement.acts ?? [] }))} />
          <Pager question="statements" parameters={parameters} next={body.next_cursor} />
        </>
      )}
    </AnswerPage>
  );
}

export function CriticsView({ parameters }: { parameters: Record<string, string> }) {
  const read = useResolved(parameters.of ?? "");
  const of = read.key;
  const { signed, include, cursor } = parameters;
  const asks = of ? target("/v1/critics", { of, signed, include, cursor }) : null;
  const asked = useAnswer<Critics>(asks);
  const title = of ? `Who criticised ${inSentence(of)}, and which of them signed?` : "Who criticised a provision, and which of them signed?";
  const change = (more: Record<string, string>) => hrefOfView("critics", { of: of || parameters.of, signed, include, ...more });
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickProvision label="Provision" value={of} onPick={(key) => go(change({ of: key }))} />
      <Choice label="Critics" value={signed ?? ""} any="all" options={[["true", "who signed"], ["false", "not known to have signed"]]} onPick={(value) => go(change({ signed: value }))} />
      <Choice label="Counting" value={include ?? ""} any={null} options={INCLUDE} onPick={(value) => go(change({ include: value }))} />
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} read={<ReadAs of={read} other={(key) => change({ of: key })} />} drawn={asked.body?.critics.length ? asks ?? undefined : undefined} centre={of} inTab wide>
      {(body) => {
        const signers = body.critics.filter((one) => one.signed);
        return (
          <>
            <p class="sentence">{body.total ? `${plural(body.total, "critic")}: ${plural(body.states, "State")} and ${plural(body.organizations, "organization")}.` : "No critic is known."}{" "}
              {signers.length ? <>{body.signatories} of them signed: {signers.map((one, index) => <span key={one.key}>{index > 0 && (index === signers.length - 1 ? " and " : ", ")}<NodeLink to={one} /> ({dateInWords(one.acts.signature?.properties.date) || "date not known"})</span>)}.</>
                : body.total ? "None of them is known to have signed." : ""}{" "}
              {body.total > 0 && <a href={hrefOfView("statements", { about: of })}>All that was said about it</a>}</p>
            <Rows key={asked.of} rows={body.critics.flatMap((one) => one.statements.map((statement): Row => ({ who: [one], statement, acts: [one.acts] })))} />
            <Pager question="critics" parameters={parameters} next={body.next_cursor} />
          </>
        );
      }}
    </AnswerPage>
  );
}
