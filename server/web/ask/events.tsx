// How a treaty was made: its events by date, with who took part.
import { useState } from "preact/hooks";
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { dateInWords, plain, plural, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { useKept } from "../parts/use_kept";
import { AnswerPage } from "./answer_page";
import { FilterBar, hasWords, WithWords } from "./filters";
import { nameOfKey, PickTreaty, treatyOf } from "./pick";

type Event = Node & { relationships?: Relationship[] };
interface Events extends Answer { ends?: Named[]; nodes: Event[] }

const FEW = 8;

/// "decided", with those who did: each role is said once.
function TookPart({ event, named, home }: { event: Event; named: (key: string) => Named; home: string }) {
  const [all, setAll] = useState(false);
  const roles = new Map<string, Named[]>();
  for (const one of event.relationships ?? []) {
    const role = [one.properties.role, one.properties.vote].map((value) => words(String(value ?? ""))).find(Boolean) ?? (one.type === "PRODUCED" ? "led to" : "took part");
    roles.set(role, [...roles.get(role) ?? [], named(one.from === event.key ? one.to : one.from)]);
  }
  if (!roles.size) return null;
  return <>{[...roles].map(([role, who]) => (
    <p class="by" key={role}>{role}: {(all ? who : who.slice(0, FEW)).map((one, index) => <span key={one.key}>{index > 0 && ", "}<NodeLink to={one} home={home} /></span>)}
      {!all && who.length > FEW && <> <button type="button" class="inline" onClick={() => setAll(true)}>and {who.length - FEW} more</button></>}</p>
  ))}</>;
}

function Timeline({ body, treaty }: { body: Events; treaty: string }) {
  const [typed, setTyped] = useKept("words");
  const ends = new Map(body.ends?.map((one) => [one.key, one]));
  const named = (key: string): Named => ends.get(key) ?? { key, title: nameOfKey(key) };
  const all = [...body.nodes].sort((a, b) => String(a.properties.date ?? "").localeCompare(String(b.properties.date ?? "")));
  const whoOf = (event: Event) => (event.relationships ?? []).map((one) => named(one.from === event.key ? one.to : one.from).title);
  const shown = all.filter((one) => hasWords([one.title, one.properties.summary ?? "", ...whoOf(one), dateInWords(one.properties.date)].join(" "), typed));
  const years = [...new Set(shown.map((one) => String(one.properties.date ?? "").slice(0, 4)))];
  if (!all.length) return null;
  return (
    <>
      <FilterBar shown={shown.length} total={all.length} noun="events" onClear={() => setTyped("")}><WithWords label="Only with a word or a State" value={typed} onWords={setTyped} /></FilterBar>
      {years.map((year) => (
        <section key={year}><h2 class="year">{year || "Date not known"}</h2>
          <ol class="timeline">{shown.filter((one) => String(one.properties.date ?? "").slice(0, 4) === year).map((event) => (
            <li key={event.key}><time dateTime={String(event.properties.date ?? "")}>{dateInWords(event.properties.date)}</time>
              <div><NodeLink to={event}>{plain(event.title)}</NodeLink> <Trust of={event.properties} />
                {event.properties.summary ? <p class="snippet"><bdi>{plain(String(event.properties.summary))}</bdi></p> : null}
                <TookPart event={event} named={named} home={treaty} /></div></li>
          ))}</ol></section>
      ))}
    </>
  );
}

export function EventsView({ parameters }: { parameters: Record<string, string> }) {
  const treaty = treatyOf(parameters.treaty);
  const asks = treaty ? target("/v1/nodes", { label: "Event", treaty, with: "TOOK_PART_IN,PRODUCED", limit: 1000 }) : null;
  const asked = useAnswer<Events>(asks);
  const title = `How was the ${treatyName(treaty)} made?`;
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickTreaty label="Treaty" value={treaty} onPick={(slug) => go(hrefOfView("events", { treaty: slug }))} /></form>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form} told={["nodes were looked at"]}>
      {(body) => {
        const dates = body.nodes.map((one) => String(one.properties.date ?? "")).filter(Boolean).sort();
        return (
          <>
            <p class="sentence">{body.nodes.length ? `${plural(body.nodes.length, "event")}${dates.length ? `, ${dateInWords(dates[0])} to ${dateInWords(dates[dates.length - 1])}` : ""}.` : "No events are known of its making."}</p>
            <Timeline key={asked.of} body={body} treaty={treaty} />
          </>
        );
      }}
    </AnswerPage>
  );
}
