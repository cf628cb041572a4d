// How a treaty was made: its events by date, with who took part.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Answer, Named, Node, Relationship } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { dateInWords, plain, plural, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { Trust } from "../parts/quote";
import { AnswerPage } from "./answer_page";
import { nameOfKey, PickTreaty } from "./pick";

interface Events extends Answer { ends?: Named[]; nodes: (Node & { relationships?: Relationship[] })[] }

export function EventsView({ parameters }: { parameters: Record<string, string> }) {
  const first = [...loadedTreaties()].sort((a, b) => (b.signatories ?? 0) - (a.signatories ?? 0))[0];
  const treaty = parameters.treaty ?? (first ? slugOf(first) : "");
  const asks = treaty ? target("/v1/nodes", { label: "Event", treaty, with: "TOOK_PART_IN,PRODUCED", limit: 1000 }) : null;
  const asked = useAnswer<Events>(asks);
  const title = `How was the ${treatyName(treaty)} made?`;
  const form = <form class="asked" onSubmit={(event) => event.preventDefault()}><PickTreaty label="Treaty" value={treaty} onPick={(slug) => go(hrefOfView("events", { treaty: slug }))} /></form>;
  return (
    <AnswerPage title={title} tab={title} asked={asked} target={asks} form={form}>
      {(body) => {
        const ends = new Map(body.ends?.map((one) => [one.key, one]));
        const named = (key: string): Named => ends.get(key) ?? { key, title: nameOfKey(key) };
        const events = [...body.nodes].sort((a, b) => String(a.properties.date ?? "").localeCompare(String(b.properties.date ?? "")));
        return (
          <>
            <p class="sentence">{events.length ? `${plural(events.length, "event")}, ${dateInWords(events[0].properties.date)} to ${dateInWords(events[events.length - 1].properties.date)}.` : "No events are known."}</p>
            <ol class="timeline">
              {events.map((event) => (
                <li key={event.key}><time>{dateInWords(event.properties.date)}</time>
                  <div><NodeLink to={event}>{plain(event.title)}</NodeLink> <Trust of={event.properties} />
                    {event.properties.summary ? <p class="snippet">{plain(String(event.properties.summary))}</p> : null}
                    {(event.relationships ?? []).length > 0 && <p class="by">{event.relationships!.slice(0, 12).map((one, index) => {
                      const other = one.from === event.key ? one.to : one.from;
                      return <span key={one.id}>{index > 0 && ", "}<NodeLink to={named(other)} home={treaty} />{one.properties.role ? ` (${words(String(one.properties.role))})` : ""}</span>;
                    })}{event.relationships!.length > 12 && ` and ${event.relationships!.length - 12} more`}</p>}
                  </div></li>
              ))}
            </ol>
          </>
        );
      }}
    </AnswerPage>
  );
}
