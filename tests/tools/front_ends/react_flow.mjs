// React Flow (https://reactflow.dev): nodes with positions and data, edges by id.
import { ReactFlow } from "@xyflow/react";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const { nodes, edges } = await (await fetch("/v1/dependencies?of=uncc:art_35&format=reactflow")).json();
createRoot(document.getElementById("graph")).render(createElement(ReactFlow, { nodes, edges, fitView: true }));
await new Promise((resolve) => setTimeout(resolve, 800));
window.drawn = document.querySelectorAll(".react-flow__node").length;
