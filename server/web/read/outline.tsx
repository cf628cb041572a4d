// The outline of a treaty: its divisions open on what is being read.
import { memo } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import { hrefOf } from "../address/address";
import type { Node } from "../shapes/answers";
import { headingOf, isShouted, isUnit, plain } from "../names/names";
import { Unfold } from "../parts/unfold";

export interface OutlineEntry extends Node { depth: number }
interface Branch { entry: OutlineEntry; below: Branch[] }

export function branchesOf(entries: OutlineEntry[]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const entry of entries) {
    const branch = { entry, below: [] };
    while (open.length && open[open.length - 1].entry.depth >= entry.depth) open.pop();
    (open.length ? open[open.length - 1].below : top).push(branch);
    if (!isUnit(entry.labels)) open.push(branch);
  }
  return top;
}

const contains = (branch: Branch, key: string): boolean => branch.entry.key === key || branch.below.some((one) => contains(one, key));

function Name({ entry }: { entry: OutlineEntry }) {
  const heading = headingOf(entry.title);
  const num = plain(String(entry.properties.num ?? ""));
  const isArticle = entry.labels.includes("Article");  // of another unit the number alone would not say what it is
  const name = isArticle ? num : plain(entry.title).replace(/ \(.*$/s, "").split(", ").pop()!.replace(/^./, (first) => first.toUpperCase());
  return <><span class={isArticle ? "name number" : "name"}>{name}</span> <bdi class={`heading ${isShouted(heading) ? "shouted" : ""}`}>{heading !== name ? heading : ""}</bdi></>;
}

function Entry({ branch, current }: { branch: Branch; current: string }) {
  const { entry, below } = branch;
  const link = <a href={hrefOf(entry.key)} aria-current={entry.key === current ? "location" : undefined}><Name entry={entry} /></a>;
  if (!below.length) return <li>{link}</li>;
  return (
    <li>
      <Unfold head={link} label={`Parts of ${plain(entry.title)}`} open={contains(branch, current)}>
        <ul>{below.map((one) => <Entry key={one.entry.key} branch={one} current={current} />)}</ul>
      </Unfold>
    </li>
  );
}

export const Outline = memo(function Outline({ entries, current }: { entries: OutlineEntry[]; current: string }) {
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = host.current?.querySelector<HTMLElement>("[aria-current]");
    const box = host.current?.closest<HTMLElement>(".outline");
    if (!link || !box) return;
    const { top, bottom } = link.getBoundingClientRect();
    const { top: from, bottom: to } = box.getBoundingClientRect();
    if (top < from || bottom > to) box.scrollTop += top - from - (to - from) / 3;
  }, [current, entries]);
  return <nav ref={host} aria-label="Outline"><ul>{branchesOf(entries).map((one) => <Entry key={one.entry.key} branch={one} current={current} />)}</ul></nav>;
});
