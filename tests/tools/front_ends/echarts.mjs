// ECharts (https://echarts.apache.org): a graph series with its categories.
import * as echarts from "echarts";

const { nodes, links, categories } = await (await fetch("/v1/dependencies?of=uncc:art_35&format=echarts&layout=auto")).json();
const chart = echarts.init(document.getElementById("graph"));
chart.setOption({ legend: { data: categories.map(({ name }) => name) }, series: [{ type: "graph", layout: "none", roam: true, data: nodes, links, categories, label: { show: true }, edgeSymbol: ["none", "arrow"] }] });
window.drawn = chart.getModel().getSeriesByIndex(0).getData().count();
