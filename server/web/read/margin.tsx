// The margin of the provision in view: what bears on it, each line with the words that show it.
import type { ComponentChildren } from "preact";
import { hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyMark } from "../api/treaties";
import type { Annotations, CarriedEntry, CitedEntry, CounterpartEntry, Group, Named, ReservationEntry, RestsOnEntry, SafeguardEntry, StatementEntry } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, citationOf, dateInWords, joined, plain, slugOfKey, words } from "../names/names";
import { NodeLink, NodeLinks } from "../parts/link";
import { Notices, Waiting } from "../parts/notice";
import { Quote } from "../parts/quote";
import { usePrinting } from "../parts/use_printing";

const isWholeTreaty = (one: Named) => one.key.startsWith("treaty:");
const place = (one: Named, home: string) => isWholeTreaty(one) && slugOfKey(one.key) === home ? <>the whole treaty</> : <NodeLink to={one} home={home} />;

const cited = (home: string) => (one: CitedEntry) =>
  <><NodeLink to={one.from} home={home} heading={false} /> <span class="how">{one.mode_in_words}</span> <NodeLinks to={one.to} home={home} /> <Quote words={one.quote} at={one.from.key} /></>;
const restsOn = (home: string, of: string) => (one: RestsOnEntry) =>
  <><NodeLink to={one.to} home={home} heading /> {one.cited_in.key !== of && <span class="by">by <NodeLink to={one.cited_in} home={home} /></span>} <Quote words={one.quote} at={one.cited_in.key} /></>;
const safeguard = (home: string) => (one: SafeguardEntry) =>
  <><NodeLink to={one.safeguard} home={home}>{capital(plain(one.safeguard.title))}</NodeLink> <span class="by">by <NodeLinks to={one.provided_by} home={home} />
    {one.how === "reference" ? ", by a reference" : one.how !== "direct" && one.holds_at && <>, for {place(one.holds_at, home)}</>}</span></>;
const carried = (home: string) => (one: CarriedEntry) =>
  <><NodeLink to={one.thing} home={home}>{capital(plain(one.thing.title))}</NodeLink> <span class="by">by <NodeLink to={one.by} home={home} /></span> <Quote words={one.quote} at={one.by.key} /></>;
const power = (home: string) => (one: CarriedEntry) =>
  <>{carried(home)(one)} <a class="by" href={hrefOfView("coverage", { rows: one.thing.key })}>Its safeguards</a></>;
const counterpart = (home: string) => (one: CounterpartEntry) =>
  <><NodeLink to={one.there} home={home} heading /> <span class="by">{joined(one.relation.map(words))}{one.confidence === "low" && ", unsure"}</span></>;

const reservation = (home: string) => (one: ReservationEntry) =>
  <><NodeLink to={one.who} /> <span class="by">{words(one.kind)} to <NodeLink to={one.to} home={home} />, {dateInWords(one.date) || "date not known"}</span> <Quote words={one.text} />{one.summary && <p>{plain(one.summary)}</p>}</>;

/// A statement may speak of a provision and of its parts, or of several drafts: it is one, with all that it speaks of.
function withPlaces(group: Group<StatementEntry>): Group<Said> {
  const byKey = new Map<string, Said>();
  for (const one of group?.shown ?? []) byKey.set(one.key, { ...one, places: [...byKey.get(one.key)?.places ?? [], one] });
  return group && { ...group, shown: [...byKey.values()] };
}
/// ", of art. 24(1) and art. 24(4) of the 2024-08 draft"
function placesInWords(places: StatementEntry[]): string {
  const byDraft = new Map<string, string[]>();
  for (const { addressed, by_draft } of places) if (by_draft) byDraft.set(slugOfKey(addressed.key), [...byDraft.get(slugOfKey(addressed.key)) ?? [], citationOf(addressed)]);
  return [...byDraft].map(([slug, citations]) => `, of ${joined(citations)} of the ${treatyMark(slug).split(" ").pop()} draft`).join("");
}

interface Said extends StatementEntry { places: StatementEntry[] }
function Statement({ one }: { one: Said }) {
  return (
    <>
      {one.speakers.map((speaker, index) => (
        <span key={speaker.key}>{index > 0 && ", "}<NodeLink to={speaker} />{speaker.signed ? <span class="by"> (signed {dateInWords(speaker.signed)})</span> : speaker.has_signed ? <span class="by"> (signed)</span> : null}</span>
      ))}
      {one.stance && <span class={`stance ${one.stance}`}>{words(one.stance)}</span>}
      {one.summary && <p>{plain(one.summary)}</p>}
      <p class="by">{dateInWords(one.date)}{placesInWords(one.places)}</p>
    </>
  );
}

interface GroupProps<Entry> { title: string; group: Group<Entry>; href: string; line: (entry: Entry) => ComponentChildren; open?: boolean }

function GroupView<Entry>({ title, group, href, line, open }: GroupProps<Entry>) {
  const isPrinting = usePrinting();
  if (!group || !group.total) return null;
  const further = group.total - group.shown.length;
  return (
    <details class="group" open={open || isPrinting}>
      <summary>{title} <span class="count">{group.total}</span></summary>
      <ul>{group.shown.map((entry, index) => <li key={index}>{line(entry)}</li>)}</ul>
      {further > 0 && (isPrinting ? <p class="all">and {further} more</p> : <a class="all" href={href}>All {group.total}</a>)}
    </details>
  );
}

/// The groups that an article has nothing in, as one sentence.
function missing(body: Annotations): string {
  const groups: [keyof Annotations, string][] = [["cited_by", "citations of it"], ["rests_on", "provisions that it rests on"], ["safeguards", "safeguards"],
    ["offences", "offences"], ["powers", "powers"], ["statements", "statements"], ["counterparts", "counterparts"]];
  const none = groups.filter(([name]) => !(body[name] as Group<unknown>)?.total).map(([, name]) => name);
  return none.length ? `No ${joined(none).replace(/ and ([^,]*)$/, " or $1")} are known.` : "";
}

export function Margin({ of, home, onShow }: { of: string; home: string; onShow?: number }) {
  const asked = useAnswer<Annotations>(of ? target("/v1/annotations", { of, limit: 8 }) : null);
  const { body } = asked;
  if (!body) return <div class="margin-body"><Waiting asked={asked} /></div>;
  const citation = capital(body.citation || plain(body.title).split(";")[0]);
  const isNamedTwice = plain(body.title).toLowerCase().startsWith("preamble");
  const all = (question: string, more: Record<string, string> = {}) => hrefOfView(question, { of: body.of, ...more });
  return (
    <div class="margin-body" data-of={body.of} data-shown={onShow}>
      <h2><NodeLink to={{ key: body.of, title: body.title, citation }} home={home} heading={!isNamedTwice} /></h2>
      <p class="actions">
        <a href={all("dependencies")}>What it rests on</a>
        <a href={all("dependencies", { direction: "in" })}>What rests on it</a>
        <a href={all("impact")}>What if it were deleted</a>
        <a href={hrefOfView("critics", { of: body.of })}>Who criticised it</a>
        <a href={hrefOfView("questions", { of: body.of })}>More questions</a>
      </p>
      <Waiting asked={asked} />
      <GroupView title="Rests on" group={body.rests_on} href={all("dependencies")} line={restsOn(home, body.of)} open />
      <GroupView title="Cited by" group={body.cited_by} href={all("about")} line={cited(home)} open />
      <GroupView title="Governed by" group={body.governed_by} href={all("dependencies", { relation: "governed_by" })} line={restsOn(home, body.of)} open />
      <GroupView title="Safeguards that reach it" group={body.safeguards} href={hrefOfView("coverage", { rows: body.of })} line={safeguard(home)} open />
      <GroupView title="Provides" group={body.provides} href={all("about")} line={carried(home)} open />
      {body.provides?.total ? <p class="reach"><a href={hrefOfView("coverage", { columns: body.of })}>Which powers its safeguards reach</a></p> : null}
      <GroupView title="Offences" group={body.offences} href={all("about")} line={carried(home)} open />
      <GroupView title="Powers" group={body.powers} href={all("about")} line={power(home)} open />
      <GroupView title="Defines" group={body.defines} href={all("about")} line={carried(home)} open />
      <GroupView title="Said about it" group={withPlaces(body.statements)} href={hrefOfView("statements", { about: body.of })} line={(one) => <Statement one={one} />} open />
      <GroupView title="Reservations and declarations" group={body.reservations} href={hrefOfView("participation", { treaty: home })} line={reservation(home)} open />
      <GroupView title="Counterparts" group={body.counterparts} href={all("about")} line={counterpart(home)} />
      <GroupView title="Uses the terms" group={body.uses} href={all("about")} line={carried(home)} />
      <GroupView title="Events" group={body.events} href={hrefOfView("events", { treaty: home })} line={(one) => <>{dateInWords(one.date)}: <NodeLink to={one} />{one.outcome && <span class="by"> {words(one.outcome)}</span>}</>} />
      <p class="quiet">{missing(body)}</p>
      <Notices of={body} />
    </div>
  );
}
