// That something is under way, for how long, and a way out of it.
import { useEffect, useState } from "preact/hooks";

const QUICK = 300;

export function Running({ since, name, onCancel }: { since: number; name: string; onCancel: () => void }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(performance.now()), 100);
    return () => window.clearInterval(timer);
  }, [since]);
  const isSlow = now - since >= QUICK;
  return (
    <span class="running">
      {isSlow && <><span class="spinner" aria-hidden="true" /> <span role="status">{name} …</span> <span class="elapsed" aria-hidden="true">{((now - since) / 1000).toFixed(1)} s</span></>}
      {" "}<button type="button" onClick={onCancel}>Cancel</button>
    </span>
  );
}
