// What was searched for: hits by name, of which treaty, what they are; facets that narrow; pages; what was read otherwise or not found.
import { hrefOfView } from "../address/address";
import { target } from "../api/client";
import { treatyMark, treatyName } from "../api/treaties";
import type { Answer, Node } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { capital, dateInWords, isProvisionKey, labelOf, plain, slugOfKey, words } from "../names/names";
import { NodeLink } from "../parts/link";
import { AnswerPage } from "./answer_page";
import { Pager } from "./pager";

interface Hit extends Omit<Node, "treaty"> { found_by: string; snippet?: string; snippet_marks?: { start: number; end: number }[]; what?: string; treaty?: { key: string; title: string } | string | null }
interface Facet { value: string; count: number }
interface Reading { typed: string; how: string; read_as: string[] }
interface Search extends Answer { total: number; total_is_exact: boolean; hits: Hit[]; facets?: { labels: Facet[]; treaties: Facet[]; modes: Facet[] }; readings?: Reading[] }

/// Every other part is what was found.
function Snippet({ text, marks }: { text: string; marks: { start: number; end: number }[] }) {
  const ends = [0, ...marks.flatMap(({ start, end }) => [start, end]), text.length];
  const parts = ends.slice(1).map((end, index) => text.slice(ends[index], end));
  return <p class="snippet"><bdi>{parts.map((part, index) => index % 2 ? <mark key={index}>{plain(part)}</mark> : part)}</bdi></p>;
}

/// "article, UN Convention against Cybercrime"
function what(hit: Hit): string {
  const slug = isProvisionKey(hit.key) || typeof hit.properties.treaty === "string" ? String(hit.properties.treaty ?? slugOfKey(hit.key)) : "";
  const told = typeof hit.treaty === "object" && hit.treaty ? plain(hit.treaty.title).split(";")[0] : slug && treatyName(slug);
  const kind = (hit.what ?? labelOf(hit).toLowerCase()).replace(/\d{4}-\d\d(?:-\d\d)?/g, dateInWords);
  return [kind, hit.key === `treaty:${slug}` ? "" : told].filter(Boolean).join(", ");
}

/// A concern alone says nothing that was not typed: then the summary tells more.
function tells(snippet: string | undefined): snippet is string {
  return Boolean(snippet?.replace(/[\u0002\u0003]|<\/?mark>/g, "").trim().includes(" "));
}

const HOW: Record<string, string> = { spelling: "as a slip for", kin: "as", translation: "as", treaty: "as the treaty" };

/// What was read in place of what was typed: never a silent replacement.
function Read({ of }: { of: Reading }) {
  const as = of.read_as.map((one) => `“${plain(one)}”`).join(", ");
  return <p class="notice">{of.read_as.length ? <>“<bdi>{plain(of.typed)}</bdi>” was read {HOW[of.how] ?? "also as"} {as}.</> : <>“<bdi>{plain(of.typed)}</bdi>” was not found.</>}</p>;
}

const FACETS = 10;

function Facets({ name, of, chosen, text, href }: { name: string; of: Facet[]; chosen?: string; text: (value: string) => string; href: (value: string) => string }) {
  if (!chosen && of.length < 2) return null;
  return (
    <section class="facet" aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {chosen && <li><a class="chosen" href={href("")} aria-label={`${text(chosen)}: no longer only this`}><bdi>{text(chosen)}</bdi> <span aria-hidden="true">×</span></a></li>}
        {of.filter((one) => one.value !== chosen).slice(0, FACETS).map((one) => <li key={one.value}><a href={href(one.value)}><bdi>{text(one.value)}</bdi></a> <span class="count">{one.count.toLocaleString("en")}</span></li>)}
      </ul>
    </section>
  );
}

const hasFacets = (body: Search, label?: string, treaty?: string) => Boolean(label || treaty) || [body.facets?.labels, body.facets?.treaties].some((of) => (of?.length ?? 0) > 1);

export function SearchView({ parameters }: { parameters: Record<string, string> }) {
  const { q = "", label, treaty, cursor } = parameters;
  const asks = q ? target("/v1/search", { q, label, treaty, cursor, limit: 25 }) : null;
  const asked = useAnswer<Search>(asks);
  const narrow = (more: Record<string, string>) => hrefOfView("search", { q, label, treaty, ...more });
  const title = q ? `“${q}”` : "Search";
  return (
    <AnswerPage title={<bdi>{title}</bdi>} tab={[title, treaty && treatyMark(treaty)].filter(Boolean).join(" · ")} asked={asked} target={asks} wide>
      {(body) => (
        <div class={`found ${hasFacets(body, label, treaty) ? "with-facets" : ""}`}>
          <div class="facets">
            <Facets name="What" of={body.facets?.labels ?? []} chosen={label} text={(value) => capital(words(value))} href={(value) => narrow({ label: value })} />
            <Facets name="Treaty" of={body.facets?.treaties ?? []} chosen={treaty} text={treatyName} href={(value) => narrow({ treaty: value })} />
          </div>
          <div>
            <p class="sentence" role="status">{body.total ? `${body.total_is_exact ? "" : "At least "}${body.total.toLocaleString("en")} found${label || treaty ? `, only ${[label && words(label), treaty && `of the ${treatyName(treaty)}`].filter(Boolean).join(" ")}` : ""}.` : "Nothing found."}{" "}
              {(label || treaty) && <a href={hrefOfView("search", { q })}>Without these limits</a>}</p>
            {body.readings?.filter((one) => one.how !== "kin").map((one) => <Read key={one.typed} of={one} />)}
            <ul class="lines hits">
              {body.hits.map((hit) => (
                <li key={hit.key}>
                  <p class="hit"><NodeLink to={{ key: hit.key, title: hit.title, citation: hit.citation }} home={slugOfKey(hit.key)} heading /> <span class="kind">{what(hit)}</span></p>
                  {tells(hit.snippet) ? <Snippet text={hit.snippet} marks={hit.snippet_marks ?? []} /> : hit.properties.summary ? <p class="snippet"><bdi>{plain(String(hit.properties.summary))}</bdi></p> : null}
                </li>
              ))}
            </ul>
            {!body.total && <p>Fewer words may find more. <a href="/ask/questions">What can be asked</a> of what is loaded.</p>}
            <Pager question="search" parameters={parameters} next={body.next_cursor} />
          </div>
        </div>
      )}
    </AnswerPage>
  );
}
