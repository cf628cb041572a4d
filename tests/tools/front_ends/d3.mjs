// d3-force (https://d3js.org/d3-force): nodes and links, arranged by the page itself.
import { forceCenter, forceLink, forceManyBody, forceSimulation } from "d3-force";
import { select } from "d3-selection";

const { nodes, links } = await (await fetch("/v1/dependencies?of=uncc:art_35&format=d3")).json();
const svg = select("#graph").append("svg").attr("width", 800).attr("height", 600);
forceSimulation(nodes).force("link", forceLink(links).id((node) => node.id)).force("charge", forceManyBody()).force("center", forceCenter(400, 300)).stop().tick(100);
svg.selectAll("line").data(links).join("line").attr("stroke", "#999")
  .attr("x1", (link) => link.source.x).attr("y1", (link) => link.source.y).attr("x2", (link) => link.target.x).attr("y2", (link) => link.target.y);
svg.selectAll("text").data(nodes).join("text").attr("x", (node) => node.x).attr("y", (node) => node.y).text((node) => node.label);
window.drawn = svg.selectAll("text").size();
