// The provisions of a text as the blocks that a reader sees: a heading of a division, or an article with all its parts.
import type { Provision } from "../shapes/answers";

export interface Block { key: string; head: Provision; parts: Provision[]; isDivision: boolean; words: number }

const HEADED = /^(article|rule|regulation|standard|guideline|principle|preamble|clause)$/;
const DIVISION = /^(treaty|part|chapter|section|subsection|title|annex|schedule|appendix|book|protocol|division)$/;

export function blocksOf(provisions: Provision[]): Block[] {
  const blocks: Block[] = [];
  for (const one of provisions) {
    const isDivision = DIVISION.test(one.kind) && !one.continues;
    const begins = isDivision || (HEADED.test(one.kind) && !one.continues) || blocks.length === 0;
    if (begins) blocks.push({ key: one.key, head: one, parts: [], isDivision, words: one.words.length });
    else {
      const last = blocks[blocks.length - 1];
      last.parts.push(one);
      last.words += one.words.length;
    }
  }
  return blocks;
}

/// The block of a provision; the first where none has it.
export function blockWith(blocks: Block[], key: string): number {
  const exact = blocks.findIndex((block) => block.key === key || block.parts.some((part) => part.key === key));
  if (exact >= 0) return exact;
  const containing = key.split("__").map((_, index, parts) => parts.slice(0, parts.length - index).join("__"));
  return Math.max(0, blocks.findIndex((block) => containing.includes(block.key)));
}

/// "Article 24", "Chapter IV", "Annex III": what a block is called before its heading.
export function nameOf({ kind, num, eid }: Provision): string {
  const name = kind.charAt(0).toUpperCase() + kind.slice(1);
  return num ? `${name} ${num}` : eid === "preamble" ? "Preamble" : name;
}

/// "1." and "(a)", as treaties print them.
export function numberOf({ kind, num, continues }: Provision): string {
  if (!num || continues) return "";
  return kind === "paragraph" ? `${num}.` : `(${num})`;
}
