// Asking and its outcomes: rows, a refusal with its place, a server that is away and is asked again.
import { useEffect, useRef, useState } from "preact/hooks";
import { askCypher, Refused, Unreachable } from "./ask_cypher";
import type { Answered } from "./result";
import type { Asked } from "./past";

export interface Run { asked: Asked; graph: boolean; rows: number }
export interface Running extends Run { since: number }
export interface Outcomes { onAnswer: (answered: Answered) => void; onRefused: (refused: Refused, run: Run) => void }

const LONGEST_PAUSE = 10_000;

export function useRun({ onAnswer, onRefused }: Outcomes) {
  const [running, setRunning] = useState<Running | null>(null);
  const [away, setAway] = useState(false);
  const controller = useRef<AbortController | null>(null);
  const timer = useRef(0);
  const stop = () => {
    window.clearTimeout(timer.current);
    controller.current?.abort();
    setRunning(null);
    setAway(false);
  };
  useEffect(() => stop, []);

  const attempt = async (run: Run, pause: number, mine: AbortController): Promise<void> => {
    try {
      const body = await askCypher(run.asked, run, mine.signal);
      if (mine.signal.aborted) return;
      setAway(false);
      setRunning(null);
      onAnswer({ asked: run.asked, body, rows: run.rows, at: new Date() });
    } catch (error) {
      if (mine.signal.aborted) return;
      setRunning(null);
      setAway(error instanceof Unreachable);
      if (error instanceof Unreachable) timer.current = window.setTimeout(() => attempt(run, Math.min(pause * 2, LONGEST_PAUSE), mine), pause);
      else onRefused(error instanceof Refused ? error : new Refused(0, String(error), null), run);
    }
  };
  const start = (run: Run) => {
    stop();
    const mine = controller.current = new AbortController();
    setRunning({ ...run, since: performance.now() });
    void attempt(run, 1_000, mine);
  };
  return { running, away, start, stop };
}
