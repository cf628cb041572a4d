// Answers to questions, one view each: this table is where a question is added.
import type { JSX } from "preact";
import { AboutProvision } from "./about_provision";
import { CyclesView, QualityView, RankView } from "./analyses";
import { CompareView } from "./compare";
import { CoverageView } from "./coverage";
import { Dependencies } from "./dependencies";
import { EventsView } from "./events";
import { Impact } from "./impact";
import { ParticipationView } from "./participation";
import { Paths } from "./paths";
import { Questions } from "./questions";
import { SearchView } from "./search";
import { CriticsView, StatementsView } from "./statements";

type View = (props: { parameters: Record<string, string> }) => JSX.Element;

const VIEWS: Record<string, View> = {
  about: AboutProvision, compare: CompareView, coverage: CoverageView, critics: CriticsView, cycles: CyclesView, dependencies: Dependencies, events: EventsView,
  impact: Impact, participation: ParticipationView, paths: Paths, quality: QualityView, questions: Questions, rank: RankView, search: SearchView, statements: StatementsView,
};

export function Ask({ question, parameters }: { question: string; parameters: Record<string, string> }) {
  const Found = VIEWS[question];
  return Found ? <Found key={question} parameters={parameters} /> : <main class="answer" tabIndex={-1}><h1>No such question</h1><p><a href="/ask/questions">All questions that can be asked</a></p></main>;
}
