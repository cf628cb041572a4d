// What the explorer asks the API, and the addresses of its own views.

export async function ask(target, options = {}) {
  const response = await fetch(target, { ...options, headers: { Accept: "application/json", ...options.headers } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail || body.title || `${response.status} ${response.statusText}`);
  return body;
}

/// The same question's answer as a graph to draw.
export function asGraph(target) {
  return ask(`${target}${target.includes("?") ? "&" : "?"}format=cytoscape`, { headers: { Accept: "*/*" } });
}

export const nodeTarget = (key) => `/v1/nodes/${encodeURIComponent(key)}`;
export const nodeView = (key) => `#/node/${encodeURIComponent(key)}`;
export const searchView = (words) => `#/search/${encodeURIComponent(words)}`;
export const pathsView = (from, to) => `#/v1/paths?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&k=3`;
export const dependenciesView = (key, direction) => `#/v1/dependencies?of=${encodeURIComponent(key)}&direction=${direction}`;
export const governedView = (key) => `#/v1/dependencies?of=${encodeURIComponent(key)}&relation=governed_by`;
function viewWith(name, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return `#/${name}${given.length ? `?${new URLSearchParams(given)}` : ""}`;
}
export const impactView = (of) => viewWith("impact", { of });
export const coverageView = (parameters) => viewWith("coverage", parameters);
export const compareView = (parameters) => viewWith("compare", parameters);
export const cypherView = (query) => `#/cypher/${encodeURIComponent(query)}`;
