// Sigma.js (https://www.sigmajs.org): a serialised graphology graph, whose nodes always have positions.
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

const serialised = await (await fetch("/v1/dependencies?of=uncc:art_35&format=graphology")).json();
const graph = MultiDirectedGraph.from(serialised);
graph.forEachNode((key, { degree }) => graph.setNodeAttribute(key, "size", 4 + Math.sqrt(degree)));
new Sigma(graph, document.getElementById("graph"));
window.drawn = graph.order;
