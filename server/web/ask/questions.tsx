// All questions that can be asked of what is loaded; with a provision at hand, filled with it.
import { address, go, hrefOfView } from "../address/address";
import { isDraft, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import { slugOfKey } from "../names/names";
import { useArrival, useTitle } from "../parts/use_title";
import "./ask.css";
import { nameOfKey, PickProvision } from "./pick";

interface Question { text: string; href: string }

const about = (of: string): Question[] => [
  { text: "What does it rest on, all the way down?", href: hrefOfView("dependencies", { of }) },
  { text: "What rests on it?", href: hrefOfView("dependencies", { of, direction: "in" }) },
  { text: "What governs it?", href: hrefOfView("dependencies", { of, relation: "governed_by" }) },
  { text: "What would be lost if it were deleted?", href: hrefOfView("impact", { of }) },
  { text: "Which safeguards reach it?", href: hrefOfView("coverage", { rows: of }) },
  { text: "Which powers do its safeguards reach?", href: hrefOfView("coverage", { columns: of }) },
  { text: "What was said about it?", href: hrefOfView("statements", { about: of }) },
  { text: "Who criticised it, and which of them signed?", href: hrefOfView("critics", { of }) },
  { text: "Which criticism touches something that it rests on?", href: hrefOfView("statements", { about: of, include: "dependencies", stance: "critical" }) },
  { text: "How does it lead to another provision?", href: hrefOfView("paths", { from: of }) },
  { text: "All that bears on it", href: hrefOfView("about", { of }) },
];

function ofTreaty(treaty: string): Question[] {
  const one = loadedTreaties().find((loaded) => slugOf(loaded) === treaty);
  const draft = loadedTreaties().find((loaded) => slugOf(loaded).startsWith(`${treaty}@`));
  return [
    { text: "Which safeguards reach which powers?", href: hrefOfView("coverage", { treaty }) },
    { text: "Which provisions carry the most?", href: hrefOfView("rank", { treaty }) },
    { text: "Which provisions depend on each other in a ring?", href: hrefOfView("cycles", { treaty }) },
    ...one?.signatories ? [{ text: "Who signed, who is bound, is it in force?", href: hrefOfView("participation", { treaty }) }, { text: "How was it made, and by whom?", href: hrefOfView("events", { treaty }) },
      { text: "Who said what about it?", href: hrefOfView("statements", { treaty }) }] : [],
    ...draft ? [{ text: "What changed from a draft to the final text?", href: hrefOfView("compare", { left: slugOf(draft), right: treaty }) }] : [],
    { text: "How well is it known?", href: hrefOfView("quality", { treaty }) },
  ];
}

const Group = ({ title, of }: { title: string; of: Question[] }) => <section><h2>{title}</h2><ul class="lines">{of.map((one) => <li key={one.href}><a href={one.href}>{one.text}</a></li>)}</ul></section>;

export function Questions({ parameters }: { parameters: Record<string, string> }) {
  useTitle("Questions");
  useArrival("questions");
  const treaties = loadedTreaties().filter((one) => !isDraft(slugOf(one)));
  const first = [...treaties].sort((a, b) => (b.signatories ?? 0) - (a.signatories ?? 0) || b.references - a.references)[0];
  const of = parameters.of ?? "";
  const treaty = of ? slugOfKey(of) : parameters.treaty ?? (first ? slugOf(first) : "");
  return (
    <main class="answer" tabIndex={-1}>
      <div class="told">
        <h1 tabIndex={-1}>{of ? `Questions about ${nameOfKey(of)}` : "What can be asked"}</h1>
        <form class="asked" onSubmit={(event) => event.preventDefault()}>
          <PickProvision label="About a provision" value={of} onPick={(key) => go(hrefOfView("questions", { of: key }))} />
          <label class="pick"><span>About a treaty</span><select value={treaty} onChange={(event) => go(hrefOfView("questions", { treaty: event.currentTarget.value }))}>{treaties.map((one) => <option key={one.key} value={slugOf(one)}>{treatyName(slugOf(one))}</option>)}</select></label>
        </form>
        {of && <Group title={`About ${nameOfKey(of)}`} of={about(of)} />}
        {treaty && <Group title={`About the ${treatyName(treaty)}`} of={ofTreaty(treaty)} />}
        <Group title="Between two" of={[{ text: "How does one provision lead to another?", href: hrefOfView("paths") }, { text: "Two treaties or versions side by side", href: hrefOfView("compare", { right: treaty }) }]} />
        <p class="quiet">Whatever else: <a href="/query">a query in openCypher</a>. {address.value.query.size === 0 && "Choose a provision above to fill the questions with it."}</p>
      </div>
    </main>
  );
}
