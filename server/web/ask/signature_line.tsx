// Signatures over time, as a line that rises by each, with the numbers that were reported beside it; the same as a table.
import { dateInWords, plural } from "../names/names";

export interface Signatures { date: string; count: number }

/// By date, oldest first; those without a date come first, under "".
export function signaturesByDate(dates: (string | null)[]): Signatures[] {
  const counts = new Map<string, number>();
  for (const date of dates) if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => a.date.localeCompare(b.date));
}

/// A day, month or year as a point in time: what is known only by the month or year is at its end.
export function timeOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return day ? Date.UTC(year, month - 1, day) : month ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31);
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 200, 34, 110, 14, 26];

interface Props { dates: Signatures[]; reported: { date: string; reported: number; agrees: boolean }[] }

export function SignatureLine({ dates, reported }: Props) {
  const dated = dates.filter((one) => one.date).map((one) => ({ ...one, at: timeOf(one.date) })).sort((a, b) => a.at - b.at);
  const undated = dates.find((one) => !one.date)?.count ?? 0;
  if (!dated.length) return undated ? <p class="quiet">{plural(undated, "signature")} without a known date.</p> : null;
  const told = reported.filter((one) => one.date).map((one) => ({ ...one, at: timeOf(one.date) }));
  const first = dated[0].at - 5 * 86_400_000;
  const last = Math.max(...dated.map((one) => one.at), ...told.map((one) => one.at));
  let sum = undated;
  const steps = dated.map((one) => ({ ...one, sum: sum += one.count }));
  const most = Math.max(sum, ...told.map((one) => one.reported));
  const x = (at: number) => LEFT + (WIDTH - LEFT - RIGHT) * (at - first) / Math.max(1, last - first);
  const y = (count: number) => HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / Math.max(1, most);
  const line = steps.map((one) => `H${x(one.at).toFixed(1)}V${y(one.sum).toFixed(1)}`).join("");
  return (
    <figure class="signatures">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Signatures from ${dateInWords(dated[0].date)} to ${dateInWords(dated[dated.length - 1].date)}, in all ${sum}`}>
        {[0, Math.round(most / 2), most].map((count) => <g key={count}><line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(count)} y2={y(count)} /><text x={LEFT - 6} y={y(count) + 4} text-anchor="end">{count}</text></g>)}
        <path class="rise" d={`M${LEFT} ${y(undated)}${line}H${WIDTH - RIGHT}`} />
        {told.map((one, index) => <circle key={index} class={one.agrees ? "told" : "told no"} cx={x(one.at)} cy={y(one.reported)} r="4"><title>{`${one.reported} reported, ${dateInWords(one.date)}`}</title></circle>)}
        <text x={WIDTH - RIGHT + 8} y={y(sum) + 4}>{sum} listed</text>
        <text x={LEFT} y={HEIGHT - 6}>{dateInWords(dated[0].date)}</text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} text-anchor="end">{dateInWords([...dated, ...told].reduce((late, one) => one.at >= late.at ? one : late).date)}</text>
      </svg>
      <figcaption><span class="a-line" aria-hidden="true" /> Signatures listed here{told.length > 0 && <> · <span class="a-dot" aria-hidden="true" /> a number that was reported</>}{undated > 0 && ` · ${undated} without a known date are counted from the start`}
        <details class="also"><summary>Signatures by date</summary><table class="bars"><tbody>{dated.map((one) => <tr key={one.date}><th scope="row">{dateInWords(one.date)}</th><td class="number">{one.count}</td></tr>)}</tbody></table></details></figcaption>
    </figure>
  );
}
