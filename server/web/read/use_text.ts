// The text of a treaty, page by page: the article that is wanted first, the whole as it comes.
import { useEffect, useState } from "preact/hooks";
import { ask, NoAnswer, target } from "../api/client";
import type { Provision, Text } from "../shapes/answers";

export interface WholeText { about: Text | null; provisions: Provision[]; whole: boolean; error: NoAnswer | null; again: () => void }

const PAGE = 1_500;
const PAUSE = 3_000;
const targetOf = (key: string, cursor = "") => target("/v1/text", { of: key, limit: PAGE, cursor });
const articleOf = (eid: string) => eid.split("__para")[0].split("__point")[0];

/// What a reader waits for first: the article of the address; the treaty's beginning where it names none. The server
/// names it in the page's head too (server/api/routes.cpp).
export const firstWords = (slug: string, eid: string) => targetOf(eid ? `${slug}:${articleOf(eid)}` : `treaty:${slug}`);

const EMPTY = { about: null, provisions: [], whole: false, error: null };

export function useText(slug: string, wanted: string): WholeText {
  const [state, set] = useState<Omit<WholeText, "again">>(EMPTY);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const mine = new AbortController();
    let timer = 0;
    set((was) => was.about?.treaty.slug === slug ? was : EMPTY);
    const page = (wanted: string) => ask<Text>(wanted, { signal: mine.signal });
    const article = articleOf(wanted);
    async function first() {
      if (!article) return;
      const text = await page(firstWords(slug, wanted)).catch(() => null);
      if (text) set((was) => was.provisions.length ? was : { about: text, provisions: text.provisions, whole: false, error: null });
    }
    async function all() {
      let provisions: Provision[] = [];
      let cursor = "";
      do {
        const text = await page(targetOf(`treaty:${slug}`, cursor));
        provisions = provisions.concat(text.provisions);
        cursor = text.next_cursor ?? "";
        if (!cursor || !article) set({ about: text, provisions, whole: !cursor, error: null });
      } while (cursor);
    }
    const attempt = () => first().then(all).catch((failure: unknown) => {
      if (mine.signal.aborted) return;
      const error = failure instanceof NoAnswer ? failure : new NoAnswer(-1, String(failure));
      set((was) => ({ ...was, error }));
      if (error.unreachable) timer = window.setTimeout(attempt, PAUSE);
    });
    void attempt();
    return () => { mine.abort(); window.clearTimeout(timer); };
  }, [slug, turn]);
  return { ...state, again: () => setTurn(turn + 1) };
}
