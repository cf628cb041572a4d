// One article with its parts, or the heading of a division.
import { memo } from "preact/compat";
import { hrefOf } from "../address/address";
import type { Provision } from "../shapes/answers";
import { isShouted, plain } from "../names/names";
import { nameOf, numberOf, type Block } from "./blocks";
import { MarkedWords } from "./marked_words";

interface Props { block: Block; chosen: string; quote: string; onCite: (provision: Provision) => void }

interface PartProps { part: Provision; depth: number; chosen: string; quote: string; hasParts?: boolean }

function Part({ part, depth, chosen, quote, hasParts }: PartProps) {
  const number = numberOf(part);
  const isChosen = part.key === chosen && !part.continues;
  if (!part.words && !number) return null;
  return (
    <div class={`part ${isChosen ? "chosen" : ""} ${part.words_are}`} data-key={part.key} data-depth={Math.min(depth, 5)} id={part.continues ? undefined : part.eid}>
      {number && <a class="number" href={hrefOf(part.key)} title={`Read ${part.citation} by itself; its address is a permalink`}>{number}</a>}
      <p>{part.heading && <span class="run-in"><bdi>{plain(part.heading)}</bdi>. </span>}
        {part.words ? <MarkedWords words={part.words} marks={part.marks} quote={isChosen ? quote : ""} /> : hasParts ? "\u00a0" : <span class="quiet" title="No words of this provision are held, only that it exists">…</span>}</p>
    </div>
  );
}

/// Under the treaty's own, each division one below what contains it.
const levelOf = (depth: number) => `h${Math.min(6, Math.max(2, depth + 1))}` as "h2";

function Head({ block: { head }, chosen, onCite }: Props) {
  const name = nameOf(head);
  const Level = levelOf(head.depth);
  const heading = head.heading && head.heading !== name ? plain(head.heading) : "";
  return (
    <header>
      <Level id={head.eid} class={head.key === chosen ? "chosen" : ""}>
        <a href={hrefOf(head.key)} title="Permalink"><span class="name">{name}</span>{heading && <bdi class={`heading ${isShouted(heading) ? "shouted" : ""}`}>{heading}</bdi>}</a>
      </Level>
      <button type="button" class="cite" onClick={() => onCite(head)} aria-label={`Cite ${name}`}>Cite</button>
    </header>
  );
}

export const BlockView = memo(function BlockView(props: Props) {
  const { block, chosen, quote } = props;
  const base = block.head.depth;
  return (
    <section class={`block ${block.isDivision ? "division" : "article"}`} data-block={block.key} aria-label={block.head.title}>
      {block.head.kind !== "treaty" && <Head {...props} />}
      {block.head.words && <Part part={{ ...block.head, num: null, heading: null, continues: false }} depth={0} chosen={chosen} quote={quote} />}
      {block.parts.map((part, index) => <Part key={`${part.key}${index}`} part={part} depth={part.depth - base} chosen={chosen} quote={quote} hasParts={block.parts[index + 1]?.parent === part.key} />)}
    </section>
  );
}, (a, b) => a.block === b.block && (a.chosen === b.chosen || !(has(a.block, a.chosen) || has(b.block, b.chosen))) && a.quote === b.quote);

function has(block: Block, key: string): boolean {
  return block.key === key || block.parts.some((part) => part.key === key);
}
