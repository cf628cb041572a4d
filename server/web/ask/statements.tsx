// Who said what about which provision, who criticised it, and which of them signed: one table with filters.
import { useState } from "preact/hooks";
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { dateInWords, joined, plain, plural, slugOfKey, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { nameOfKey, PickProvision, useKey } from "./pick";

interface Acts { who: Named; signature?: Relationship; ratification?: Relationship; consent?: Relationship; reservations: Relationship[]; votes: Relationship[] }
interface Statement extends Node { speakers: Named[]; addressed: Named; carried_to?: { provision: Named; by: string; confidence: string }[]; rests_on?: unknown[]; acts?: Acts[] }
interface Statements extends Answer { total: number; total_addresses?: number; statements: Statement[] }
interface Critics extends Answer { of: Named; total: number; states: number; organizations: number; signatories: number; total_statements: number;
  critics: (Node & { signed: boolean | null; acts: Acts; statements: Statement[] })[] }

interface Row { who: Named[]; statement: Statement; signed: string }

const signedIn = (acts?: Acts) => acts?.signature ? `signed ${dateInWords(acts.signature.properties.date)}` : "";

function Where({ one }: { one: Statement }) {
  const carried = one.carried_to?.find((to) => to.provision.key !== one.addressed.key);
  return <><NodeLink to={one.addressed} home="" />{carried && <p class="by">now <NodeLink to={carried.provision} home={slugOfKey(one.addressed.key).split("@")[0]} />{carried.confidence !== "high" && ` (${carried.confidence} confidence)`}</p>}</>;
}

function Rows({ rows }: { rows: Row[] }) {
  const [who, setWho] = useState("");
  const [stance, setStance] = useState("");
  const [concern, setConcern] = useState("");
  const [signed, setSigned] = useState(false);
  const concernsOf = (one: Statement) => String(one.properties.concern ?? "").split(";").filter(Boolean);
  const options = (values: string[]) => [...new Set(values)].filter(Boolean).sort();
  const shown = rows.filter((row) => (!who || row.who.some((one) => one.title.toLowerCase().includes(who.toLowerCase()))) && (!stance || row.statement.properties.stance === stance) &&
    (!concern || concernsOf(row.statement).includes(concern)) && (!signed || row.signed));
  return (
    <>
      <form class="asked" onSubmit={(event) => event.preventDefault()}>
        <label class="pick"><span>Who</span><input type="search" value={who} onInput={(event) => setWho(event.currentTarget.value)} /></label>
        <label class="pick"><span>Stance</span><select value={stance} onChange={(event) => setStance(event.currentTarget.value)}><option value="">any</option>{options(rows.map((row) => String(row.statement.properties.stance ?? ""))).map((one) => <option key={one} value={one}>{words(one)}</option>)}</select></label>
        <label class="pick"><span>Concern</span><select value={concern} onChange={(event) => setConcern(event.currentTarget.value)}><option value="">any</option>{options(rows.flatMap((row) => concernsOf(row.statement))).map((one) => <option key={one} value={one}>{words(one)}</option>)}</select></label>
        <label><input type="checkbox" checked={signed} onChange={(event) => setSigned(event.currentTarget.checked)} /> Only who signed</label>
        <span class="quiet" role="status">{shown.length} of {rows.length} shown</span>
      </form>
      <div class="table-box"><table class="facts">
        <thead><tr><th scope="col">Who</th><th scope="col">Stance</th><th scope="col">What</th><th scope="col">Of</th><th scope="col">When</th><th scope="col">Signed?</th></tr></thead>
        <tbody>
          {shown.map(({ who: speakers, statement, signed: told }, index) => (
            <tr key={index}>
              <th scope="row">{speakers.map((one, place) => <span key={one.key}>{place > 0 && ", "}<NodeLink to={one} /></span>)}</th>
              <td>{words(String(statement.properties.stance ?? ""))}</td>
              <td><NodeLink to={statement}>{plain(statement.title)}</NodeLink> <Trust of={statement.properties} />{statement.properties.summary ? <p class="snippet">{plain(String(statement.properties.summary))}</p> : null}
                {concernsOf(statement).length > 0 && <p class="by">{joined(concernsOf(statement).map(words))}</p>}</td>
              <td><Where one={statement} /></td>
              <td class="when">{dateInWords(statement.properties.date)}</td>
              <td>{told || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table></div>
    </>
  );
}

export function StatementsView({ parameters }: { parameters: Record<string, string> }) {
  const { speaker, stance, include, treaty, cursor } = parameters;
  const about = useKey(parameters.about ?? "");
  const asks = (parameters.about && !about) ? null : target("/v1/statements", { about, speaker, stance, include, treaty, cursor, with: "acts", limit: 200 });
  const asked = useAnswer<Statements>(asks);
  const title = about ? `What was said about ${nameOfKey(about)}?` : speaker ? `What did ${asked.body?.statements[0]?.speakers.find((one) => one.key === speaker)?.title ?? "they"} say?` : treaty ? `What was said about the ${treatyName(treaty)}?` : "Who said what?";
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickProvision label="About" value={about} onPick={(key) => go(hrefOfView("statements", { about: key }))} /></form>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} wide>
      {(body) => {
        const rows = body.statements.map((statement): Row => ({ who: statement.speakers, statement, signed: (statement.acts ?? []).map((acts) => signedIn(acts) && `${statement.speakers.length > 1 ? `${plain(acts.who.title)} ` : ""}${signedIn(acts)}`).filter(Boolean).join("; ") }));
        return (
          <>
            <p class="sentence">{plural(body.total, "statement")}{body.total_addresses !== undefined && body.total_addresses !== body.total && `, on ${plural(body.total_addresses, "provision or draft", "provisions or drafts")}`}.
              {about && <> <a href={hrefOfView("critics", { of: about })}>Who criticised it, and which of them signed</a></>}</p>
            <Rows rows={rows} />
            {body.next_cursor && <p><a href={hrefOfView("statements", { about, speaker, stance, include, treaty, cursor: body.next_cursor })}>Next page</a></p>}
          </>
        );
      }}
    </AnswerPage>
  );
}

export function CriticsView({ parameters }: { parameters: Record<string, string> }) {
  const of = useKey(parameters.of ?? "");
  const asks = of ? target("/v1/critics", { of, signed: parameters.signed }) : null;
  const asked = useAnswer<Critics>(asks);
  const title = of ? `Who criticised ${nameOfKey(of)}, and which of them signed?` : "Who criticised a provision, and which of them signed?";
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickProvision label="Provision" value={of} onPick={(key) => go(hrefOfView("critics", { of: key }))} /></form>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} wide>
      {(body) => (
        <>
          <p class="sentence">{plural(body.total, "critic")}: {plural(body.states, "State")} and {plural(body.organizations, "organization")}. {body.signatories ? `${plural(body.signatories, "of them", "of them")} signed: ${joined(body.critics.filter((one) => one.signed).map((one) => `${plain(one.title)} (${dateInWords(one.acts.signature?.properties.date)})`))}.` : "None of them is known to have signed."}</p>
          <Rows rows={body.critics.flatMap((one) => one.statements.map((statement): Row => ({ who: [one], statement, signed: signedIn(one.acts) })))} />
        </>
      )}
    </AnswerPage>
  );
}
