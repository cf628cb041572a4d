// Who signed and who is bound: a sentence, the dates as a line, a table by State.
import { useState } from "preact/hooks";
import { go, hrefOfView } from "../address/address";
import { loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { dateInWords, plain, plural } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { PickTreaty } from "./pick";

interface Participant { who: Named; signature?: Relationship; consent?: Relationship; domestic?: Relationship; reservations?: Relationship[]; withdrawal?: Relationship }
interface Participation extends Answer {
  treaty: Named; signatories: number | null; consented_to_be_bound: number | null; counted_for_entry_into_force: number | null; consented_at_home_only: number | null;
  needed_for_entry_into_force: number | null; missing: number | null; entry_into_force: string | null; status: string; unknown_because: string | null;
  reported: { event: Named; date: string; what: string; reported: number; listed_at_least: number; listed_at_most: number; agrees: boolean }[]; participants: Participant[];
}

const dateOf = (one?: Relationship) => String(one?.properties.date ?? "");

function sentence(body: Participation): string {
  if (body.unknown_because) return `Who takes part is not known: ${body.unknown_because}.`;
  const parts = [`${plural(body.signatories ?? 0, "signatory", "signatories")}`, `${plural(body.consented_to_be_bound ?? 0, "State")} consented to be bound`];
  if (body.needed_for_entry_into_force) parts.push(`${body.missing} of the ${body.needed_for_entry_into_force} needed are missing`);
  return `${parts.join("; ")}. ${body.entry_into_force ? `In force since ${dateInWords(body.entry_into_force)}.` : body.status === "not_in_force" ? "Not in force." : ""}`;
}

/// Signatures by the day or month on which they are known, as bars of a length that their number gives.
function Dates({ of }: { of: Participant[] }) {
  const counts = new Map<string, number>();
  for (const one of of) if (one.signature) counts.set(dateOf(one.signature), (counts.get(dateOf(one.signature)) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => a.localeCompare(b));
  const most = Math.max(1, ...counts.values());
  return (
    <table class="bars"><caption>Signatures by date</caption><tbody>
      {sorted.map(([date, count]) => <tr key={date}><th scope="row">{dateInWords(date) || "date not known"}</th><td><meter min={0} max={most} value={count}>{count}</meter> {count}</td></tr>)}
    </tbody></table>
  );
}

export function ParticipationView({ parameters }: { parameters: Record<string, string> }) {
  const known = [...loadedTreaties()].sort((a, b) => (b.signatories ?? 0) - (a.signatories ?? 0))[0];
  const treaty = parameters.treaty ?? (known ? slugOf(known) : "");
  const [filter, setFilter] = useState("");
  const [bound, setBound] = useState(false);
  const asks = treaty ? `/v1/treaties/${encodeURIComponent(treaty)}/participation${parameters.as_of ? `?as_of=${encodeURIComponent(parameters.as_of)}` : ""}` : null;
  const asked = useAnswer<Participation>(asks);
  const title = `Who takes part in the ${treatyName(treaty)}?`;
  const change = (more: Record<string, string>) => go(hrefOfView("participation", { treaty, as_of: parameters.as_of, ...more }));
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickTreaty label="Treaty" value={treaty} onPick={(slug) => change({ treaty: slug })} />
      <label class="pick"><span>As of</span><input type="date" value={parameters.as_of ?? ""} onChange={(event) => change({ as_of: event.currentTarget.value })} /></label>
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} wide>
      {(body) => {
        const shown = body.participants.filter((one) => plain(one.who.title).toLowerCase().includes(filter.toLowerCase()) && (!bound || one.consent))
          .sort((a, b) => plain(a.who.title).localeCompare(plain(b.who.title)));
        return (
          <>
            <p class="sentence">{sentence(body)}</p>
            {body.reported.filter((one) => !one.agrees).map((one) => <p class="notice" key={one.event.key}>{plain(one.event.title)}: {one.reported} {one.what} reported, {one.listed_at_least === one.listed_at_most ? one.listed_at_most : `${one.listed_at_least} to ${one.listed_at_most}`} listed.</p>)}
            <Dates of={body.participants} />
            <form class="asked" onSubmit={(event) => event.preventDefault()}><label class="pick"><span>State</span><input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} /></label>
              <label><input type="checkbox" checked={bound} onChange={(event) => setBound(event.currentTarget.checked)} /> Only who consented to be bound</label><span class="quiet" role="status">{shown.length} of {body.participants.length} shown</span></form>
            <div class="table-box"><table class="facts">
              <thead><tr><th scope="col">Who</th><th scope="col">Signed</th><th scope="col">Consent to be bound</th><th scope="col">At home</th></tr></thead>
              <tbody>{shown.map((one) => <tr key={one.who.key}><th scope="row"><NodeLink to={one.who} /></th>
                {[one.signature, one.consent, one.domestic].map((act, index) => <td key={index}>{act ? <>{dateInWords(act.properties.date) || "date not known"} <Trust of={act.properties} /></> : "—"}</td>)}</tr>)}</tbody>
            </table></div>
          </>
        );
      }}
    </AnswerPage>
  );
}
