// What is wrong with a query, or odd about it, beneath the editor; each leads to its place and mends what can be mended.
import type { Problem } from "./editor";
import { lineAndColumn, type Place } from "./places";

interface Props { problems: Problem[]; text: string; onGo: (place: Place) => void; onMend: (problem: Problem) => void }

export function Problems({ problems, text, onGo, onMend }: Props) {
  return (
    <div class="problems" role="alert">
      {problems.map((problem, index) => {
        const place = problem.places[0];
        const at = place && lineAndColumn(text, place.from);
        return (
          <p key={index} class={`problem ${problem.severity}`}>
            <strong>{problem.severity === "error" ? "Error" : "Warning"}</strong>
            {at && <> <button type="button" class="place" onClick={() => onGo(place)}>line {at.line}, column {at.column}</button></>}
            {" "}<span>{problem.message}</span>
            {problem.instead !== null && place && <> <button type="button" class="mend" onClick={() => onMend(problem)}>Change to {problem.instead}</button></>}
          </p>
        );
      })}
    </div>
  );
}
