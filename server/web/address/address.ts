// The address bar and the views: every view has an address, and following a link inside the page loads nothing anew.
import { signal } from "@preact/signals";
import { eidOfKey, isProvisionKey, slugOfKey } from "../names/names";

export interface Address { path: string[]; query: URLSearchParams; fragment: string }

const parse = (url: URL): Address => ({
  path: url.pathname.split("/").filter(Boolean).map(decodeURIComponent),
  query: url.searchParams, fragment: url.hash.slice(1),
});

/// Links of an earlier page: "#/node/KEY", "#/search/WORDS", "#/cypher/QUERY", "#/v1/...".
function fromOldLink(url: URL): URL {
  const [, view, rest] = /^#\/(node|search|cypher)\/(.*)$/s.exec(url.hash) ?? [];
  if (!view || url.pathname !== "/") return url;
  const text = decodeURIComponent(rest);
  const now = { node: () => hrefOf(text), search: () => hrefOfView("search", { q: text }), cypher: () => `/query?${new URLSearchParams({ q: text })}` };
  return new URL(now[view as keyof typeof now](), url);
}

export const hrefOf = (key: string): string => {
  if (!isProvisionKey(key)) return `/node/${encodeURIComponent(key)}`;
  const eid = eidOfKey(key);
  const slug = encodeURIComponent(slugOfKey(key)).replaceAll("%40", "@");
  return eid ? `/read/${slug}/${encodeURIComponent(eid)}` : `/read/${slug}`;
};
export function hrefOfView(question: string, parameters: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams(Object.entries(parameters).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return `/ask/${question}${query.size ? `?${query}` : ""}`.replaceAll("%3A", ":").replaceAll("%40", "@");
}

function start(): Address {
  const url = fromOldLink(new URL(location.href));
  if (url.href !== location.href) history.replaceState(null, "", url);
  return parse(url);
}
export const address = signal<Address>(start());

interface Kept { scroll?: number }
const keepPlace = () => history.replaceState({ ...(history.state as Kept | null), scroll: window.scrollY }, "");

/// Whether the last change of address came from "back" or "forward": then the place comes back too.
export const placeToRestore = signal<number | null>(null);

export function go(href: string, { replace = false } = {}): void {
  if (!replace) keepPlace();
  history[replace ? "replaceState" : "pushState"](null, "", href);
  placeToRestore.value = null;
  address.value = parse(new URL(location.href));
}

/// Puts these into the query of the link, and takes out those that are empty; the view stays.
export function keepInLink(parameters: Record<string, string>): void {
  const query = new URLSearchParams(address.peek().query);
  for (const [name, value] of Object.entries(parameters)) value ? query.set(name, value) : query.delete(name);
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%40", "@");
  const place = placeToRestore.value;
  go(`/${address.peek().path.map(encodeURIComponent).join("/")}${text && `?${text}`}`, { replace: true });
  placeToRestore.value = place;
}

export function listen(): void {
  history.scrollRestoration = "manual";
  window.addEventListener("popstate", () => {
    placeToRestore.value = (history.state as Kept | null)?.scroll ?? 0;
    address.value = parse(new URL(location.href));
  });
  let timer = 0;
  window.addEventListener("scroll", () => { window.clearTimeout(timer); timer = window.setTimeout(keepPlace, 200); }, { passive: true });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest?.("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (/^\/(v1|openapi|db|healthz)/.test(link.pathname)) return;
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("#")) return;
    event.preventDefault();
    go(href);
  });
}
