// The first view: what can be read, and what can be asked.
import { loadedTreaties, isDraft, slugOf, treatyName } from "../api/treaties";
import { plural } from "../names/names";
import { hrefOfView } from "../address/address";
import { useTitle, useArrival } from "../parts/use_title";
import { useState } from "preact/hooks";
import { firstQuestions } from "./first_questions";

const FIRST = 24;

export function Start() {
  useTitle("");
  useArrival("start");
  const [all, setAll] = useState(false);
  const list = loadedTreaties().filter((one) => !isDraft(slugOf(one)));
  const shown = all ? list : [...list].sort((a, b) => Number(b.signatories ?? 0) - Number(a.signatories ?? 0) || b.references - a.references).slice(0, FIRST);
  return (
    <main class="start" tabIndex={-1}>
      <h1 tabIndex={-1}>Read treaties, and see how their provisions depend on each other</h1>
      <p class="lead">Each provision with what it rests on, what rests on it, which safeguards reach it, who said what about it, and the words that show it.</p>
      <section aria-labelledby="treaties">
        <h2 id="treaties">Treaties</h2>
        <ul class="cards">
          {shown.map((one) => (
            <li key={one.key}>
              <a href={`/read/${slugOf(one)}`}><bdi>{treatyName(slugOf(one))}</bdi></a>
              <p class="quiet">{[one.properties.year ? String(one.properties.year) : "", plural(one.articles, "article"), plural(one.references, "reference")].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
        {shown.length < list.length && <button type="button" onClick={() => setAll(true)}>All {list.length} treaties</button>}
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <ul class="ask-list">
          {firstQuestions(loadedTreaties()).map((one) => <li key={one.href}><a href={one.href}>{one.text}</a></li>)}
          <li><a href={hrefOfView("questions")}>All questions that can be asked</a></li>
        </ul>
      </section>
    </main>
  );
}
