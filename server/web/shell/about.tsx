// What the data are, how they were read, and how else to have them.
import { useAnswer } from "../api/use_answer";
import type { Answer } from "../shapes/answers";
import { loadedTreaties, slugOf, treatyName } from "../api/treaties";
import { Waiting } from "../parts/notice";
import { useArrival, useTitle } from "../parts/use_title";

interface Service extends Answer { version: string; nodes: number; relationships: number }

export function About() {
  useTitle("About");
  useArrival("about");
  const asked = useAnswer<Service>("/v1");
  return (
    <main class="page" tabIndex={-1}>
      <h1 tabIndex={-1}>About these data</h1>
      <Waiting asked={asked} />
      {asked.body && <p>{asked.body.nodes.toLocaleString("en")} nodes and {asked.body.relationships.toLocaleString("en")} relationships,
        served by treatygraph {asked.body.version}. Snapshot <code>{asked.body.snapshot}</code>: the same data have the same name everywhere.</p>}
      <p>Every fact was either <strong>read from a text</strong> (¶), with its quoted words, or <strong>compiled by people</strong> (✎), with its source
        and how sure it is: the small mark beside a fact opens that. What is not known is said; nothing here is legal advice.</p>
      <h2>How well each treaty was read</h2>
      <ul>{loadedTreaties().map((one) => <li key={one.key}><a href={`/ask/quality?treaty=${slugOf(one)}`}>{treatyName(slugOf(one))}</a></li>)}</ul>
      <h2>The same for programs</h2>
      <p><a href="/v1">/v1</a> lists what can be asked, <a href="/openapi.json">/openapi.json</a> describes it. The whole graph:
        {" "}<a href="/v1/export?format=ndjson">NDJSON</a>, <a href="/v1/export?format=graphml">GraphML</a>, <a href="/v1/export?format=turtle">Turtle</a>.</p>
    </main>
  );
}
