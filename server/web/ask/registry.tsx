// All questions that can be asked: each with its view, what it takes, and the sentences that offer it for what is at hand.
import type { JSX } from "preact";
import { hrefOfView } from "../address/address";
import { isDraft, loadedTreaties, slugOf, treatyName } from "../api/treaties";
import type { Treaty } from "../shapes/answers";
import { AboutProvision } from "./about_provision";
import { CyclesView, QualityView, RankView, TreatiesView } from "./analyses";
import { CompareView } from "./compare";
import { CoverageView } from "./coverage";
import { Dependencies } from "./dependencies";
import { EventsView } from "./events";
import { Impact } from "./impact";
import { ParticipationView } from "./participation";
import { Paths } from "./paths";
import { SearchView } from "./search";
import { CriticsView, StatementsView } from "./statements";

export const GROUPS = ["provision", "treaty", "two", "said", "signed", "data"] as const;
export type Group = typeof GROUPS[number];

/// What questions are made from: `of` is the provision at hand, "" where there is none; `treaty` is the one at hand.
/// `has` tells whether the treaty has nodes of a label.
export interface AtHand { of: string; treaty: string; loaded: Treaty | undefined; drafts: string[]; has: (label: string) => boolean }
/// `counted` names the group of a provision's notes that says how much the answer holds.
export interface Question { group: Group; sentence: string; href: string; counted?: string }
export type View = (props: { parameters: Record<string, string> }) => JSX.Element;
export interface Entry { name: string; parameters: string[]; view: View; offers: (at: AtHand) => Question[] }

const about = (at: AtHand, questions: Question[]) => at.of ? questions : [];
const make = (group: Group, sentence: string, name: string, parameters: Record<string, string>, counted?: string): Question => ({ group, sentence, href: hrefOfView(name, parameters), counted });

export const REGISTRY: Entry[] = [
  { name: "dependencies", parameters: ["of", "direction", "relation", "depth", "into", "modes"], view: Dependencies, offers: (at) => about(at, [
    make("provision", "What does it rest on, all the way down?", "dependencies", { of: at.of }, "rests_on"),
    make("provision", "What rests on it?", "dependencies", { of: at.of, direction: "in" }),
    make("provision", "What governs it?", "dependencies", { of: at.of, relation: "governed_by" }, "governed_by")]) },
  { name: "impact", parameters: ["of"], view: Impact, offers: (at) => about(at, [make("provision", "What would be lost if it were deleted?", "impact", { of: at.of })]) },
  { name: "coverage", parameters: ["treaty", "rows", "columns"], view: CoverageView, offers: (at) => [
    ...about(at, [make("provision", "Which safeguards reach it?", "coverage", { rows: at.of }, "safeguards"), make("provision", "Which powers do its safeguards reach?", "coverage", { columns: at.of }, "provides")]),
    ...at.has("Power") && at.has("Safeguard") ? [make("treaty", "Which safeguards reach which powers?", "coverage", { treaty: at.treaty })] : []] },
  { name: "about", parameters: ["of"], view: AboutProvision, offers: (at) => about(at, [make("provision", "All that bears on it", "about", { of: at.of })]) },
  { name: "rank", parameters: ["treaty", "by"], view: RankView, offers: (at) => at.loaded?.references ? [make("treaty", "Which provisions carry the most?", "rank", { treaty: at.treaty })] : [] },
  { name: "cycles", parameters: ["treaty"], view: CyclesView, offers: (at) => at.loaded?.references ? [make("treaty", "Which provisions depend on each other in a ring?", "cycles", { treaty: at.treaty })] : [] },
  { name: "events", parameters: ["treaty"], view: EventsView, offers: (at) => at.has("Event") ? [make("treaty", "How was it made, and by whom?", "events", { treaty: at.treaty })] : [] },
  { name: "quality", parameters: ["treaty"], view: QualityView, offers: (at) => [make("treaty", "How well is it known?", "quality", { treaty: at.treaty })] },
  { name: "paths", parameters: ["from", "to", "k"], view: Paths, offers: (at) => [make("two", at.of ? "How does it lead to another provision?" : "How does one provision lead to another?", "paths", at.of ? { from: at.of } : {})] },
  { name: "compare", parameters: ["left", "right", "of", "shown"], view: CompareView, offers: (at) => [
    ...at.drafts.map((draft) => make("two", `What changed from the ${draft === at.drafts[0] ? "last draft" : `draft of ${draft.split("@")[1]}`} to the final text?`, "compare", { left: draft, right: at.treaty })),
    ...loadedTreaties().filter((one) => !isDraft(slugOf(one))).length > 1 ? [make("two", `The ${treatyName(at.treaty)} and another treaty, side by side`, "compare", { right: at.treaty })] : []] },
  { name: "statements", parameters: ["about", "speaker", "stance", "concern", "include", "treaty"], view: StatementsView, offers: (at) => [
    ...about(at, [make("said", "What was said about it?", "statements", { about: at.of }, "statements"),
      make("said", "Which criticism touches something that it rests on?", "statements", { about: at.of, include: "parts,dependencies", stance: "critical,opposes,calls_for_change" })]),
    ...at.has("Statement") ? [make("said", `Who said what about the ${treatyName(at.treaty)}?`, "statements", { about: `treaty:${at.treaty}` })] : []] },
  { name: "critics", parameters: ["of", "signed", "include"], view: CriticsView, offers: (at) => [
    ...about(at, [make("said", "Who criticised it, and which of them signed?", "critics", { of: at.of }, "statements")]),
    ...at.has("Statement") && at.loaded?.signatories ? [make("said", `Which critics of the ${treatyName(at.treaty)} signed it?`, "critics", { of: `treaty:${at.treaty}`, signed: "true" })] : []] },
  { name: "participation", parameters: ["treaty", "as_of"], view: ParticipationView, offers: (at) => at.loaded && !isDraft(at.treaty) ? [
    make("signed", at.loaded.signatories ? "Who signed, who is bound, is it in force?" : "Is it in force, as far as is known?", "participation", { treaty: at.treaty })] : [] },
  { name: "treaties", parameters: [], view: TreatiesView, offers: () => [make("data", "Which treaties are loaded?", "treaties", {})] },
  { name: "search", parameters: ["q", "label", "treaty"], view: SearchView, offers: () => [] },
];

/// The last draft that has articles first, then the one before it.
export function draftsOf(treaty: string): string[] {
  return loadedTreaties().filter((one) => slugOf(one).startsWith(`${treaty}@`) && isDraft(slugOf(one)) && one.articles > 0).sort((a, b) => slugOf(b).localeCompare(slugOf(a))).map(slugOf).slice(0, 2);
}

export const atHand = (of: string, treaty: string, has: AtHand["has"]): AtHand => ({ of, treaty, has, loaded: loadedTreaties().find((one) => slugOf(one) === treaty), drafts: draftsOf(treaty) });
