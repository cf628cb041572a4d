// All rows of a query as a file, and a copy of the link to it.
import { useEffect, useRef, useState } from "preact/hooks";
import { CopyButton, permalink } from "../parts/downloads";
import { download, save, type Form } from "./ask_cypher";
import { Running } from "./running";
import type { Asked } from "./past";

interface UnderWay { form: Form; since: number; bytes: number }
const size = (bytes: number) => bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
const NAMES: Record<Form, string> = { csv: "CSV", ndjson: "NDJSON" };

export function RowDownloads({ asked, snapshot }: { asked: Asked; snapshot: string }) {
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const [said, setSaid] = useState("");
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start = async (form: Form) => {
    controller.current?.abort();
    const mine = controller.current = new AbortController();
    setSaid("");
    setUnderWay({ form, since: performance.now(), bytes: 0 });
    try {
      const blob = await download(asked, form, snapshot, mine.signal, (bytes) => setUnderWay((was) => was && { ...was, bytes }));
      save(blob, `treatygraph-rows.${form}`);
      setSaid(`All rows are saved as ${NAMES[form]}, ${size(blob.size)}.`);
    } catch (error) {
      if (!mine.signal.aborted) setSaid(error instanceof Error ? error.message : String(error));
    }
    if (controller.current === mine) setUnderWay(null);
  };
  return (
    <footer class="downloads">
      <span>All rows as</span>
      {(["csv", "ndjson"] as const).map((form) => <button key={form} type="button" disabled={underWay !== null} onClick={() => start(form)}>{NAMES[form]}</button>)}
      <CopyButton text={permalink}>Copy link</CopyButton>
      {underWay && <Running since={underWay.since} name={`Fetching ${NAMES[underWay.form]}, ${size(underWay.bytes)}`} onCancel={() => { controller.current?.abort(); setUnderWay(null); }} />}
      <span role="status">{said}</span>
    </footer>
  );
}
