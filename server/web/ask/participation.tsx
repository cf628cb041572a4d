// Who signed and who is bound: a sentence, the signatures over time, a table by State.
import { go, hrefOfView } from "../address/address";
import { isDraft, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Answer, Named, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { dateInWords, plain, plural } from "../names/names";
import { NodeLink } from "../parts/link";
import { Quote, Trust } from "../parts/quote";
import { useKept } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { Choice, FilterBar, hasWords, WithWords } from "./filters";
import { PickTreaty, treatyOf } from "./pick";
import { readable } from "./prose";
import { SignatureLine, signaturesByDate } from "./signature_line";

interface Participant { who: Named; signature?: Relationship; consent?: Relationship; domestic?: Relationship; reservations?: Relationship[]; withdrawal?: Relationship }
interface Reported { event: Named; date: string; what: string; reported: number; listed_at_least: number; listed_at_most: number; agrees: boolean }
interface Participation extends Answer {
  treaty: Named; signatories: number | null; consented_to_be_bound: number | null; counted_for_entry_into_force: number | null; consented_at_home_only: number | null;
  needed_for_entry_into_force: number | null; missing: number | null; entry_into_force: string | null; status: string; unknown_because: string | null; parties?: number | null;
  reported: Reported[]; participants: Participant[];
}

const STATUS: Record<string, string> = { in_force: "In force.", not_in_force: "Not in force.", unknown: "Whether it is in force is not known.", terminated: "No longer in force." };

function sentence(body: Participation): string {
  const force = body.entry_into_force ? `In force since ${dateInWords(body.entry_into_force)}.` : STATUS[body.status] ?? "";
  if (body.signatories === null && body.consented_to_be_bound === null) return `${force} Who signed, and who is bound, is not known${body.unknown_because ? `: ${readable(body.unknown_because).replace(/^[^:]*: /, "")}` : ""}.`.trim();
  const parts = [body.signatories === null ? "who signed is not known" : plural(body.signatories, "signatory", "signatories"),
    body.consented_to_be_bound === null ? "who is bound is not known" : `${plural(body.consented_to_be_bound, "State")} consented to be bound`];
  if (body.consented_at_home_only) parts.push(`${body.consented_at_home_only} more did at home alone`);
  if (body.needed_for_entry_into_force && body.missing) parts.push(`${body.missing} of the ${body.needed_for_entry_into_force} needed are missing`);
  return `${parts.join("; ")}. ${force}`;
}

function ReportedNumbers({ of }: { of: Reported[] }) {
  if (!of.length) return null;
  return (
    <details class="also" open={of.some((one) => !one.agrees)}><summary>What was reported, against what is listed here</summary>
      <div class="table-box"><table class="facts"><thead><tr><th scope="col">When</th><th scope="col">Reported by</th><th scope="col">Number</th><th scope="col">Listed here by then</th><th scope="col">Agrees</th></tr></thead>
        <tbody>{of.map((one, index) => <tr key={index}><td class="when">{dateInWords(one.date)}</td><th scope="row"><NodeLink to={one.event}>{plain(one.event.title)}</NodeLink></th><td data-head="Reported">{one.reported} {one.what}</td>
          <td data-head="Listed here by then">{one.listed_at_least === one.listed_at_most ? one.listed_at_most : `${one.listed_at_least} to ${one.listed_at_most}`}</td><td data-head="Agrees">{one.agrees ? "yes" : <strong class="no">no</strong>}</td></tr>)}</tbody></table></div></details>
  );
}

const ACTS: [keyof Participant, string][] = [["signature", "Signed"], ["consent", "Consent to be bound"], ["domestic", "At home"]];
const dateOf = (one: Participant, act: keyof Participant) => String((one[act] as Relationship | undefined)?.properties.date ?? "");

function States({ of }: { of: Participant[] }) {
  const [typed, setTyped] = useKept("words");
  const [act, setAct] = useKept("act");
  const [inOrder, sortBy] = useKept("order", "who");
  const order = { by: inOrder.replace(/-$/, ""), down: inOrder.endsWith("-") };
  const shown = of.filter((one) => hasWords(plain(one.who.title), typed) && (!act || (act === "reservations" ? Boolean(one.reservations?.length) : act === "not bound" ? !one.consent : Boolean(one[act as keyof Participant]))));
  const value = (one: Participant) => order.by === "who" ? plain(one.who.title) : dateOf(one, order.by as keyof Participant);
  const sorted = [...shown].sort((a, b) => Number(!value(a)) - Number(!value(b)) || value(a).localeCompare(value(b)) * (order.down ? -1 : 1) || plain(a.who.title).localeCompare(plain(b.who.title)));
  const hasReservations = of.some((one) => one.reservations?.length);
  const heads: [string, string][] = [["who", "Who"], ...ACTS];
  const options: [string, string][] = [...ACTS.map(([name, text]): [string, string] => [name, text.toLowerCase()]), ["not bound", "not bound"], ...hasReservations ? [["reservations", "with reservations"] as [string, string]] : []];
  return (
    <>
      <FilterBar shown={shown.length} total={of.length} onClear={() => { setTyped(""); setAct(""); }}>
        <WithWords label="State or organization" value={typed} onWords={setTyped} />
        <Choice label="Who" value={act} options={options} any="all" onPick={setAct} />
      </FilterBar>
      <div class="table-box"><table class="facts">
        <thead><tr>{heads.map(([name, text]) => <th key={name} scope="col" aria-sort={order.by === name ? (order.down ? "descending" : "ascending") : "none"}>
          <button type="button" class="sort" onClick={() => sortBy(order.by === name && !order.down ? `${name}-` : name)}>{text} <span aria-hidden="true">{order.by === name ? (order.down ? "↓" : "↑") : "↕"}</span></button></th>)}
          {hasReservations && <th scope="col">Reservations</th>}</tr></thead>
        <tbody>{sorted.map((one) => <tr key={one.who.key}><th scope="row"><NodeLink to={one.who} />{one.withdrawal && <p class="by">withdrew {dateInWords(one.withdrawal.properties.date)}</p>}</th>
          {ACTS.map(([name, text]) => { const found = one[name] as Relationship | undefined; return <td key={name} data-head={text}>{found ? <>{dateInWords(found.properties.date) || "date not known"} <Trust of={found.properties} />{found.properties.summary ? <p class="snippet"><bdi>{plain(String(found.properties.summary))}</bdi></p> : null}</> : <span class="quiet" aria-label="not known">—</span>}</td>; })}
          {hasReservations && <td data-head="Reservations">{one.reservations?.map((reservation) => <p key={reservation.id}><Quote words={reservation.properties.quote} /> {plain(String(reservation.properties.summary ?? ""))} <Trust of={reservation.properties} /></p>)}</td>}</tr>)}</tbody>
      </table></div>
      <p class="quiet">“—” says that none is known here, not that there was none.</p>
    </>
  );
}

export function ParticipationView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters.treaty);
  const asks = treaty ? `/v1/treaties/${encodeURIComponent(treaty)}/participation${parameters.as_of ? `?as_of=${encodeURIComponent(parameters.as_of)}` : ""}` : null;
  const asked = useAnswer<Participation>(asks);
  const title = `Who takes part in the ${treatyName(treaty)}?`;
  const change = (more: Record<string, string>) => go(hrefOfView("participation", { treaty, as_of: parameters.as_of, ...more }));
  const known = loadedTreaties().filter((one) => !isDraft(slugOf(one)) && one.signatories).map(slugOf);
  const told = [asked.body?.unknown_because, ...(asked.body?.reported ?? []).map((one) => one.event.key)].filter((one): one is string => Boolean(one));
  const form = (
    <form class="asked" onSubmit={(event) => event.preventDefault()}>
      <PickTreaty label="Treaty" value={treaty} onPick={(slug) => change({ treaty: slug })} />
      <label class="pick"><span>As of</span><input type="date" value={parameters.as_of ?? ""} onChange={(event) => change({ as_of: event.currentTarget.value })} /></label>
    </form>
  );
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} told={told} drawn={asked.body?.participants.length ? asks ?? undefined : undefined} centre={treaty && `treaty:${treaty}`} inTab wide>
      {(body) => (
        <>
          <p class="sentence">{parameters.as_of && `On ${dateInWords(parameters.as_of)}: `}{sentence(body)}</p>
          {!body.participants.length && known.length > 0 && !known.includes(treaty) && <p>It is known of {known.slice(0, 8).map((slug, index) => <span key={slug}>{index > 0 && ", "}<a href={hrefOfView("participation", { treaty: slug })}>{treatyName(slug)}</a></span>)}.</p>}
          {body.participants.length > 0 && <>
            <SignatureLine dates={signaturesByDate(body.participants.map((one) => one.signature ? dateOf(one, "signature") : null))} reported={body.reported.filter((one) => one.what === "signatories")} />
            <ReportedNumbers of={body.reported} />
            <States key={asked.of} of={body.participants} />
          </>}
        </>
      )}
    </AnswerPage>
  );
}
