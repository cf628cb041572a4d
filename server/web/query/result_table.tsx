// Rows as a table. Many rows come in blocks, one a frame, so that the page stays at hand while they do.
import { memo } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { isNumeric, type Row } from "./values";
import { ValueCell, type OpenNode } from "./value_cell";

const BLOCK = 100;

interface BlockProps { rows: Row[]; from: number; to: number; numeric: boolean[]; openNode: OpenNode }
const Block = memo(({ rows, from, to, numeric, openNode }: BlockProps) => (
  <tbody>
    {rows.slice(from, to).map((row, index) => (
      <tr key={from + index}>
        {row.map((value, column) => <td key={column} class={numeric[column] ? "number" : undefined}><ValueCell value={value} openNode={openNode} /></td>)}
      </tr>
    ))}
  </tbody>
), (was, is) => was.rows === is.rows && was.to === is.to);

export function ResultTable({ columns, rows, openNode }: { columns: string[]; rows: Row[]; openNode: OpenNode }) {
  const [shown, setShown] = useState({ of: rows, count: BLOCK });
  const count = shown.of === rows ? shown.count : BLOCK;
  useEffect(() => {
    if (count >= rows.length) return undefined;
    const frame = requestAnimationFrame(() => setShown({ of: rows, count: count + BLOCK }));
    return () => cancelAnimationFrame(frame);
  }, [rows, count]);
  const numeric = columns.map((_, column) => isNumeric(rows, column));
  const starts = Array.from({ length: Math.ceil(Math.min(count, rows.length) / BLOCK) }, (_, index) => index * BLOCK);
  return (
    <div class="rows" tabIndex={0} role="region" aria-label="Rows">
      <table aria-rowcount={rows.length + 1}>
        <thead><tr>{columns.map((name, column) => <th key={column} scope="col" class={numeric[column] ? "number" : undefined}>{name}</th>)}</tr></thead>
        {starts.map((from) => <Block key={from} rows={rows} from={from} to={Math.min(from + BLOCK, rows.length)} numeric={numeric} openNode={openNode} />)}
      </table>
    </div>
  );
}
