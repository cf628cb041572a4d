// The words of a provision, with its citations and defined terms as links at their places, and one quote marked.
import type { ComponentChildren } from "preact";
import { hrefOf } from "../address/address";
import type { Mark } from "../shapes/answers";

interface Piece { start: number; end: number; mark: Mark | null; found: boolean }

/// `words` apart at the ends of marks and of the quote that is looked for.
export function pieces(words: string, marks: Mark[], quote: string): Piece[] {
  const at = quote ? words.replace(/\s/g, " ").indexOf(quote.replace(/\s+/g, " ")) : -1;
  const found = at < 0 ? null : { start: at, end: at + quote.length };
  const ends = new Set([0, words.length, ...marks.flatMap((mark) => [mark.start, mark.end]), ...found ? [found.start, found.end] : []]);
  const sorted = [...ends].filter((end) => end >= 0 && end <= words.length).sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1];
    const covers = (one: { start: number; end: number }) => one.start <= start && end <= one.end;
    return { start, end, mark: marks.find(covers) ?? null, found: found !== null && covers(found) };
  });
}

function Linked({ mark, index, children }: { mark: Mark; index: number; children: ComponentChildren }) {
  const [first] = mark.to;
  const properties = { class: `cited ${mark.kind}`, "data-mark": String(index) };
  return first ? <a href={hrefOf(first.key)} {...properties}>{children}</a> : <span tabIndex={0} {...properties}>{children}</span>;
}

export function MarkedWords({ words, marks, quote }: { words: string; marks: Mark[]; quote: string }) {
  return (
    <>
      {pieces(words, marks, quote).map(({ start, end, mark, found }) => {
        const text = words.slice(start, end);
        const shown = found ? <mark>{text}</mark> : text;
        return mark ? <Linked key={start} mark={mark} index={marks.indexOf(mark)}>{shown}</Linked> : shown;
      })}
    </>
  );
}
