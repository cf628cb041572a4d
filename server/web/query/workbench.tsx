// A workbench for openCypher: an editor, what came of asking, and the queries before.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Graph } from "../draw/graph";
import { FIRST_ROWS, MOST_ROWS, type Refused } from "./ask_cypher";
import { createEditor, type Editor, type Problem } from "./editor";
import { examplesOf } from "./examples";
import { Menu } from "./menu";
import { readParameters } from "./parameters";
import { ParametersField } from "./parameters_field";
import { inOneLine, type Asked } from "./past";
import { messageOf, placeOf, suggestionIn, warningIn } from "./places";
import { Problems } from "./problems";
import "./query.css";
import { Result, type Answered, type Shown } from "./result";
import { Running } from "./running";
import { parametersIn } from "./tokens";
import { loadedNames, useNames } from "./use_names";
import { usePast } from "./use_past";
import { useRun, type Run } from "./use_run";

export interface WorkbenchProps {
  query: string;
  parameters: string;  ///< JSON, or nothing
  shown: Shown;
  onAddress: (next: { query: string; parameters: string; shown: string }) => void;
  openNode: (key: string) => string;
  drawing: (graph: Graph) => ComponentChildren;
}

function refusedProblem(text: string, refused: Refused): Problem {
  const message = messageOf(refused.message);
  return { severity: "error", message, places: refused.position ? [placeOf(text, refused.position)] : [], instead: refused.position ? suggestionIn(message) : null };
}
/// `text` is what was asked, if it is still in the editor; else there is no place to show.
const warningProblems = (text: string | null, warnings: string[]): Problem[] =>
  warnings.map((message) => ({ severity: "warning", ...(text === null ? { message, places: [], instead: null } : warningIn(text, message)) }));
const isSame = (a: Asked | null, b: Asked) => a !== null && a.query === b.query && a.parameters === b.parameters;

export function Workbench({ query, parameters: given, shown, onAddress, openNode, drawing }: WorkbenchProps) {
  const [text, setText] = useState(query);
  const [parameters, setParameters] = useState(given);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const { names, slug } = useNames();
  const { past, keep, forget } = usePast();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const attempted = useRef<Asked | null>(null);
  const pastAt = useRef(-1);

  const say = (next: Problem[]) => { setProblems(next); editor.current?.show(next); };
  const isUnchanged = (asked: Asked) => editor.current?.text() === asked.query;
  const { running, away, start, stop } = useRun({
    onAnswer: (next) => {
      setAnswered(next);
      say(warningProblems(isUnchanged(next.asked) ? next.asked.query : null, next.body.warnings));
    },
    onRefused: (refused, { asked }) => say([isUnchanged(asked) ? refusedProblem(asked.query, refused) : { severity: "error", message: messageOf(refused.message), places: [], instead: null }]),
  });

  const ask = (asked: Asked, run: Partial<Run> = {}) => {
    const read = readParameters(asked.parameters);
    if (read.error) return say([{ severity: "error", message: `The parameters are not a JSON object: ${read.error}`, places: [], instead: null }]);
    attempted.current = asked;
    pastAt.current = -1;
    say([]);
    start({ asked, graph: shown === "graph", rows: FIRST_ROWS, ...run });
    return undefined;
  };
  const runWritten = () => {
    const asked = { query: editor.current?.text() ?? text, parameters };
    if (!asked.query.trim()) return;
    keep(asked);
    ask(asked);
    onAddress({ ...asked, shown });
  };
  const write = (asked: Asked) => {
    editor.current?.setText(asked.query);
    setParameters(asked.parameters);
    say([]);
  };
  const walkPast = (back: boolean) => {
    const next = pastAt.current + (back ? 1 : -1);
    if (next < 0 || next >= past.length) return;
    write(past[next]);
    pastAt.current = next;
  };

  const latest = useRef({ runWritten, walkPast, parameters });
  latest.current = { runWritten, walkPast, parameters };
  useLayoutEffect(() => {
    const made = createEditor(host.current!, {
      text: query, onText: setText, onProblems: setProblems,
      names: async () => ({ names: await loadedNames(), parameters: readParameters(latest.current.parameters).names }),
      onRun: () => latest.current.runWritten(), onPast: (back) => latest.current.walkPast(back),
    });
    editor.current = made;
    return () => { made.destroy(); editor.current = null; };
  }, []);

  useEffect(() => {
    const wanted = { query, parameters: given };
    if (isSame(attempted.current, wanted) || (attempted.current === null && !query)) return;
    if (editor.current?.text() !== query || parameters !== given) write(wanted);
    if (query) return ask(wanted);
    stop();
    attempted.current = null;
    setAnswered(null);
  }, [query, given]);
  useEffect(() => {
    if (shown === "graph" && answered && !answered.body.graph && !running) start({ asked: answered.asked, graph: true, rows: answered.rows });
  }, [shown, answered]);

  const examples = useMemo(() => examplesOf(names, slug), [names, slug]);
  const isBefore = answered !== null && !isSame(attempted.current, answered.asked);
  return (
    <div class="workbench">
      <div class="bench">
        <div class="editor" ref={host} />
        <p class="quiet keys"><kbd>Ctrl</kbd>+<kbd>Enter</kbd> runs · <kbd>Ctrl</kbd>+<kbd>Space</kbd> completes · <kbd>Ctrl</kbd>+<kbd>↑</kbd> the query before · <kbd>F8</kbd> the next problem · <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves the editor</p>
        <div class="actions">
          <button type="button" class="run" onClick={runWritten} disabled={!text.trim()}>Run</button>
          {running && <Running since={running.since} name="Running" onCancel={stop} />}
          <Menu name="Examples" entries={examples} show={(one) => one.title} empty="No example fits these data." onChoose={({ query: chosen }) => { write({ query: chosen, parameters: "" }); editor.current?.focus(); keep({ query: chosen, parameters: "" }); ask({ query: chosen, parameters: "" }); onAddress({ query: chosen, parameters: "", shown }); }} />
          <Menu name="History" entries={past} show={(one) => <code>{inOneLine(one.query)}</code>} empty="Nothing has been asked yet." onChoose={(one) => { write(one); editor.current?.focus(); }}>
            {past.length > 0 && <button type="button" class="forget" onClick={forget}>Forget all</button>}
          </Menu>
        </div>
        <ParametersField value={parameters} wanted={parametersIn(text)} onValue={setParameters} onRun={runWritten} />
        <Problems problems={problems} text={text} onGo={(place) => editor.current?.goTo(place)} onMend={(problem) => editor.current?.mend(problem)} />
        {away && <p class="notice" role="alert">The server does not answer; it is asked again until it does.{answered && " What you see was found before."} <button type="button" onClick={() => attempted.current && ask(attempted.current)}>Ask now</button> <button type="button" onClick={stop}>Stop</button></p>}
      </div>
      {answered && <Result answered={answered} shown={shown} isBefore={isBefore} openNode={openNode} drawing={drawing}
        onShown={(next) => onAddress({ ...(attempted.current ?? answered.asked), shown: next })} onAll={() => ask(answered.asked, { rows: MOST_ROWS })} />}
    </div>
  );
}
export default Workbench;
