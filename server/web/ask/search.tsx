// What was searched for: hits by name, of which treaty, what they are; facets that narrow; pages.
import { go, hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyName } from "../api/treaties";
import type { Answer, Node } from "../api/types";
import { useAnswer } from "../api/use_answer";
import { isProvisionKey, labelOf, plain, slugOfKey } from "../names/names";
import { NodeLink } from "../parts/link";
import { AnswerPage } from "./answer_page";

interface Hit extends Node { found_by: string; snippet?: string; what?: string }
interface Facet { label?: string; treaty?: string; name?: string; value?: string; count: number; title?: string }
interface Search extends Answer { total: number; hits: Hit[]; facets?: Record<string, Facet[]>; instead?: string[]; read_as?: unknown }

/// Words between U+0002 and U+0003 (or <mark>) are what was found.
function Snippet({ text }: { text: string }) {
  const parts = text.replace(/<\/?mark>/g, (tag) => tag === "<mark>" ? "\u0002" : "\u0003").split(/[\u0002\u0003]/);
  return <p class="snippet">{parts.map((part, index) => index % 2 ? <mark key={index}>{plain(part)}</mark> : part)}</p>;
}

function what(hit: Hit): string {
  const label = labelOf(hit).toLowerCase();
  if (label === "treaty") return hit.properties.loaded === false ? "cited, not loaded" : "treaty";
  return isProvisionKey(hit.key) || hit.properties.treaty ? `${label}, ${treatyName(String(hit.properties.treaty ?? slugOfKey(hit.key)))}` : label;
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
          {Object.entries(body.facets ?? {}).map(([name, facets]) => Array.isArray(facets) && facets.length > 1 && (
            <p key={name} class="facets"><span class="quiet">{name === "labels" || name === "label" ? "What" : name === "treaties" || name === "treaty" ? "Treaty" : name}:</span>{" "}
              {facets.slice(0, 8).map((one) => {
                const value = String(one.value ?? one.label ?? one.treaty ?? one.name ?? "");
                const isTreaty = name.startsWith("treat");
                const isLabel = name.startsWith("label");
                const text = <>{isTreaty ? treatyName(value) : value} <span class="count">{one.count}</span></>;
                return isTreaty || isLabel ? <a key={value} href={narrow(isTreaty ? { treaty: value } : { label: value })}>{text}</a> : <span key={value}>{text}</span>;
              })}</p>
          ))}
          <ul class="lines hits">
            {body.hits.map((hit) => (
              <li key={hit.key}>
                <p class="hit"><NodeLink to={hit} home={slugOfKey(hit.key)} heading /> <span class="kind">{what(hit)}</span></p>
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
