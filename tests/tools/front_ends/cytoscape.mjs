// Cytoscape.js (https://js.cytoscape.org): elements with their positions.
import cytoscape from "cytoscape";

const { elements } = await (await fetch("/v1/dependencies?of=uncc:art_35&format=cytoscape&layout=auto")).json();
const graph = cytoscape({
  container: document.getElementById("graph"), elements, layout: { name: "preset" },
  style: [{ selector: "node", style: { label: "data(label)" } }, { selector: "edge", style: { "target-arrow-shape": "triangle", "curve-style": "bezier" } }],
});
window.drawn = graph.nodes().length;
