// Rows as a table. Of many rows those near the reader's place are there, in blocks; the others keep their room.
import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { FIRST_ROWS } from "./ask_cypher";
import { isNumeric, type Row } from "./values";
import { ValueCell, type OpenNode } from "./value_cell";

const BLOCK = 100;
const USUAL_ROW = 38;      // pixels, until a block has been measured
const NEAR = "1200px 0px";

interface BlockProps { rows: Row[]; from: number; to: number; numeric: boolean[]; openNode: OpenNode; always: boolean }

/// Whether a part of the table is near what is seen, and how high it was when it last was.
function useNearness(always: boolean, usual: number) {
  const part = useRef<HTMLTableSectionElement>(null);
  const height = useRef(usual);
  const [isNear, setNear] = useState(always);
  useEffect(() => {
    if (always) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const entry = entries[entries.length - 1];  // earlier ones say where it was before it moved on
      if (entry.target.childElementCount > 1) height.current = entry.boundingClientRect.height;
      setNear(entry.isIntersecting);
    }, { root: part.current!.closest(".rows.scrolls"), rootMargin: NEAR });
    observer.observe(part.current!);
    return () => observer.disconnect();
  }, [always]);
  return { part, isNear: always || isNear, height };
}

const Block = memo(({ rows, from, to, numeric, openNode, always }: BlockProps) => {
  const { part, isNear, height } = useNearness(always, (to - from) * USUAL_ROW);
  return (
    <tbody ref={part}>
      {!isNear && <tr aria-hidden="true"><td class="room" colSpan={numeric.length} style={{ height: height.current }} /></tr>}
      {isNear && rows.slice(from, to).map((row, index) => (
        <tr key={from + index} aria-rowindex={from + index + 2}>
          {row.map((value, column) => <td key={column} class={numeric[column] ? "number" : undefined}><ValueCell value={value} openNode={openNode} /></td>)}
        </tr>
      ))}
    </tbody>
  );
}, (was, is) => was.rows === is.rows && was.to === is.to);

/// The columns stay as wide as the first rows made them, so that rows which come and go move nothing.
function useWidths(isLong: boolean, rows: Row[]) {
  const head = useRef<HTMLTableRowElement>(null);
  const [widths, setWidths] = useState<{ of: Row[]; all: number[] } | null>(null);
  useLayoutEffect(() => {
    if (isLong && head.current) setWidths({ of: rows, all: [...head.current.children].map((one) => one.getBoundingClientRect().width) });
  }, [rows]);
  return { head, widths: isLong && widths?.of === rows ? widths.all : null };
}

export function ResultTable({ columns, rows, openNode }: { columns: string[]; rows: Row[]; openNode: OpenNode }) {
  const isLong = rows.length > FIRST_ROWS;
  const { head, widths } = useWidths(isLong, rows);
  const numeric = columns.map((_, column) => isNumeric(rows, column));
  const starts = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, index) => index * BLOCK);
  return (
    <div class={`rows ${isLong ? "scrolls" : ""}`} tabIndex={0} role="region" aria-label="Rows">
      <table aria-rowcount={rows.length + 1} class={widths ? "fixed" : undefined}>
        {widths && <colgroup>{widths.map((width, column) => <col key={column} style={{ width }} />)}</colgroup>}
        <thead><tr ref={head} aria-rowindex={1}>{columns.map((name, column) => <th key={column} scope="col" class={numeric[column] ? "number" : undefined}>{name}</th>)}</tr></thead>
        {starts.map((from) => (isLong && !widths && from > 0) ? null :
          <Block key={from} rows={rows} from={from} to={Math.min(from + BLOCK, rows.length)} numeric={numeric} openNode={openNode} always={!isLong || from === 0} />)}
      </table>
    </div>
  );
}
