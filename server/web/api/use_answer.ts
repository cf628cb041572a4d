// An answer in a component: what was shown stays until the next is there, a server that is down is asked again.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask, NoAnswer } from "./client";

export interface Asked<Body> {
  body: Body | null;
  of: string | null;      ///< the target that `body` answers
  error: NoAnswer | null;
  waiting: boolean;       ///< for longer than a reader thinks immediate
  cancel: () => void;
  again: () => void;
}

const QUICK = 250;          // milliseconds in which nothing need be said
const LONGEST_PAUSE = 30_000;

export function useAnswer<Body>(wanted: string | null, init?: RequestInit): Asked<Body> {
  const [state, set] = useState<Omit<Asked<Body>, "cancel" | "again">>({ body: null, of: null, error: null, waiting: false });
  const [turn, setTurn] = useState(0);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    if (wanted === null) return undefined;
    const mine = controller.current = new AbortController();
    let timer = window.setTimeout(() => set((was) => ({ ...was, waiting: true })), QUICK);
    let pause = 1_000;
    const attempt = () => ask<Body>(wanted, { ...init, signal: mine.signal }).then(
      (body) => { window.clearTimeout(timer); set({ body, of: wanted, error: null, waiting: false }); },
      (failure: unknown) => {
        window.clearTimeout(timer);
        if (mine.signal.aborted) return set((was) => ({ ...was, waiting: false }));
        const error = failure instanceof NoAnswer ? failure : new NoAnswer(-1, String(failure));
        set((was) => ({ ...was, error, waiting: false }));
        if (error.unreachable) timer = window.setTimeout(attempt, pause = Math.min(pause * 2, LONGEST_PAUSE));
      });
    void attempt();
    return () => { window.clearTimeout(timer); mine.abort(); };
  }, [wanted, turn]);
  return { ...state, cancel: () => controller.current?.abort(), again: () => setTurn(turn + 1) };
}
