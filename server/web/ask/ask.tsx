// Answers to questions at their addresses; registry.tsx is where a question is added.
import { Questions } from "./questions";
import { REGISTRY } from "./registry";

export function Ask({ question, parameters }: { question: string; parameters: Record<string, string> }) {
  const Found = REGISTRY.find((one) => one.name === question)?.view ?? ((question ?? "questions") === "questions" ? Questions : null);
  return Found ? <Found key={question} parameters={parameters} /> : <main class="answer" tabIndex={-1}><h1 tabIndex={-1}>No such question</h1><p><a href="/ask/questions">All questions that can be asked</a></p></main>;
}
