// Pages of an answer that has a cursor: on, and back by the cursors in the address.
import { hrefOfView } from "../address/address";

interface Props { question: string; parameters: Record<string, string>; next?: string | null }

export function Pager({ question, parameters, next }: Props) {
  const { cursor = "", before } = parameters;
  const trail = before ? before.split("~") : [];
  const isFirst = !cursor;
  if (isFirst && !next) return null;
  const to = (given: string, left: string[]) => hrefOfView(question, { ...parameters, cursor: given, before: left.join("~"), data: "" });
  return (
    <nav class="pager" aria-label="Pages">
      {!isFirst && <a href={to(trail.at(-1) ?? "", trail.slice(0, -1))} rel="prev">Previous page</a>}
      {!isFirst && <span class="quiet">page {trail.length + 2}</span>}
      {next && <a href={to(next, isFirst ? [] : [...trail, cursor])} rel="next">Next page</a>}
    </nav>
  );
}
