// vis-network (https://visjs.github.io/vis-network): data sets of nodes and edges.
import { DataSet } from "vis-data/peer";
import { Network } from "vis-network/peer";

const { nodes, edges } = await (await fetch("/v1/dependencies?of=uncc:art_35&format=visnetwork&layout=auto")).json();
const network = new Network(document.getElementById("graph"), { nodes: new DataSet(nodes), edges: new DataSet(edges) }, { physics: false });
window.drawn = Object.keys(network.getPositions()).length;
