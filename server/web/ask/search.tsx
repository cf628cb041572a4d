// What was searched for: hits by name, of which treaty, what they are; facets that narrow; pages.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Node } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { labelOf, plain, slugOfKey, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { AnswerPage } from "./answer_page";

interface Hit extends Omit<Node, "treaty"> { found_by: string; snippet?: string; what?: string; treaty?: { key: string; title: string } | null }
interface Facet { value: string; count: number }
interface Reading { typed: string; how: string; read_as: string[] }
interface Search extends Answer { total: number; hits: Hit[]; facets?: { labels: Facet[]; treaties: Facet[]; modes: Facet[] }; readings?: Reading[] }

/// Words between U+0002 and U+0003 (or <mark>) are what was found.
function Snippet({ text }: { text: string }) {
  const parts = text.replace(/<\/?mark>/g, (tag) => tag === "<mark>" ? "\u0002" : "\u0003").split(/[\u0002\u0003]/);
  return <p class="snippet">{parts.map((part, index) => index % 2 ? <mark key={index}>{plain(part)}</mark> : part)}</p>;
}

function what(hit: Hit): string {
  return [hit.what ?? labelOf(hit).toLowerCase(), hit.treaty && hit.treaty.key !== hit.key ? plain(hit.treaty.title) : ""].filter(Boolean).join(", ");
}

/// What was read in place of what was typed: never a silent replacement.
function Read({ of }: { of: Reading }) {
  const as = of.read_as.map((one) => `“${plain(one)}”`).join(", ");
  return <p class="notice">{of.read_as.length ? <>“<bdi>{plain(of.typed)}</bdi>” was read {of.how === "slip" ? "as a slip for" : of.how === "kin" ? "as" : "also as"} {as}.</> : <>“<bdi>{plain(of.typed)}</bdi>” was not found.</>}</p>;
}

function Facets({ name, of, text, href }: { name: string; of: Facet[]; text: (value: string) => string; href: (value: string) => string }) {
  if (of.length < 2) return null;
  return <p class="facets"><span class="quiet">{name}:</span> {of.slice(0, 8).map((one) => <a key={one.value} href={href(one.value)}>{text(one.value)} <span class="count">{one.count}</span></a>)}</p>;
}

export function SearchView({ parameters }: { parameters: Record<string, string> }) {
  const { q = "", label, treaty, cursor } = parameters;
  const asks = q ? target("/v1/search", { q, label, treaty, cursor, limit: 25 }) : null;
  const asked = useAnswer<Search>(asks);
  const narrow = (more: Record<string, string>) => hrefOfView("search", { q, label, treaty, ...more });
  return (
    <AnswerPage title={<>“<bdi>{q}</bdi>”</>} tab={`“${q}”`} asked={asked} target={asks}>
      {(body) => (
        <>
          <p class="sentence" role="status">{body.total ? `${body.total.toLocaleString("en")} found.` : "Nothing found."} {(label || treaty) && <a href={hrefOfView("search", { q })}>Without filters</a>}</p>
          {body.readings?.filter((one) => one.how !== "kin").map((one) => <Read key={one.typed} of={one} />)}
          <Facets name="What" of={body.facets?.labels ?? []} text={(value) => words(value)} href={(value) => narrow({ label: value })} />
          <Facets name="Treaty" of={body.facets?.treaties ?? []} text={treatyName} href={(value) => narrow({ treaty: value })} />
          <ul class="lines hits">
            {body.hits.map((hit) => (
              <li key={hit.key}>
                <p class="hit"><NodeLink to={{ key: hit.key, title: hit.title, citation: hit.citation }} home={slugOfKey(hit.key)} heading /> <span class="kind">{what(hit)}</span></p>
                {hit.snippet ? <Snippet text={hit.snippet} /> : hit.properties.summary ? <p class="snippet">{plain(String(hit.properties.summary))}</p> : null}
              </li>
            ))}
          </ul>
          {body.next_cursor && <p><button type="button" onClick={() => go(narrow({ cursor: body.next_cursor! }))}>Next page</button></p>}
        </>
      )}
    </AnswerPage>
  );
}
