"""load_graph.py TOOL FILE: loads a graph with the tool that its format is for and prints all that the tool knows of it.

A line is a JSON array ["node" or "edge", key or id, property, value as text]. TOOL "json" reads the API's own JSON: what
the others must equal. Nodes have the properties "label" (their title) and "labels", edges "type", "from" and "to".
"""
import json
import math
import subprocess
import sys
import urllib.parse


def text(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # A list is a set in RDF and joined text in XML.
    return "; ".join(sorted(value if isinstance(value, list) else str(value).split("; ")))


def lines_of(nodes, edges):
    """Each a list of (key or id, properties); labels as "A;B" or a list."""
    for kind, elements in (("node", nodes), ("edge", edges)):
        for name, properties in elements:
            labels = properties.get("labels")
            if labels is not None:
                properties["labels"] = sorted(labels.split(";") if isinstance(labels, str) else labels)
            for key, value in properties.items():
                if value is not None:
                    yield [kind, name, key, text(value)]


def answer(path):
    body = json.load(open(path, encoding="utf-8"))
    depth = lambda node: {"depth": node["depth"]} if "depth" in node else {}
    return ([(n["key"], {**n["properties"], **depth(n), "label": n["title"], "labels": n["labels"]}) for n in body["nodes"]],
            [(r["id"], {**r["properties"], "type": r["type"], "from": r["from"], "to": r["to"]})
             for r in body["relationships"]])


def networkx_graph(graph):
    return ([(n, dict(data)) for n, data in graph.nodes(data=True)],
            [(data.pop("id", key), {**data, "type": data.pop("label", data.get("type")), "from": a, "to": b})
             for a, b, key, data in graph.edges(data=True, keys=True)])


def networkx_graphml(path):
    import networkx
    return networkx_graph(networkx.read_graphml(path, force_multigraph=True))


def networkx_gexf(path):
    import networkx
    graph = networkx.read_gexf(path, version="1.2draft")
    nodes, edges = networkx_graph(networkx.MultiDiGraph(graph))
    for _, properties in edges:
        properties.pop("label", None)
    return nodes, edges


def igraph_graphml(path):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    # To igraph a boolean that is absent is false.
    absent = lambda value: value is False or value == "" or isinstance(value, float) and math.isnan(value)
    given = lambda attributes: {k: v for k, v in attributes.items() if k != "id" and not absent(v)}
    name = lambda index: graph.vs[index]["id"]
    return ([(v["id"], given(v.attributes())) for v in graph.vs],
            [(e["id"], {**given(e.attributes()), "from": name(e.source), "to": name(e.target)}) for e in graph.es])


GVPR = r"""
BEG_G { string a; }
N { for (a = fstAttr($G, "N"); a != ""; a = nxtAttr($G, "N", a)) printf("N\037%s\037%s\037%s\036", $.name, a, aget($, a)); }
E { for (a = fstAttr($G, "E"); a != ""; a = nxtAttr($G, "E", a))
      printf("E\037%s\037%s\037%s\037%s\037%s\036", aget($, "id"), $.tail.name, $.head.name, a, aget($, a)); }
"""


def graphviz(path):
    listed = subprocess.run(["gvpr", GVPR, path], check=True, capture_output=True, text=True).stdout
    nodes, edges = {}, {}
    for record in listed.split("\036")[:-1]:
        kind, name, *rest = record.split("\037")
        *ends, attribute, value = rest
        properties = (nodes if kind == "N" else edges).setdefault(name, {})
        if ends:
            properties["from"], properties["to"] = ends
        if attribute == "label":
            properties["label" if kind == "N" else "type"] = value.replace('\\"', '"')
        elif attribute.startswith("tg_") and value != "":
            properties[attribute[3:]] = value.replace('\\"', '"')
    return nodes.items(), edges.items()


def rdf(path, syntax):
    import rdflib
    from rdflib.namespace import DCTERMS, RDF, RDFS
    graph = rdflib.Graph().parse(path, format=syntax)
    ours = "https://treatygraph.org/ns#"
    local = lambda iri, part: urllib.parse.unquote(str(iri).removeprefix(f"https://treatygraph.org/{part}/"))

    def own(subject):
        properties = {}
        for predicate, value in graph.predicate_objects(subject):
            if predicate.startswith(ours) and isinstance(value, rdflib.Literal):
                properties.setdefault(predicate.removeprefix(ours), []).append(value.toPython())
        return {name: values[0] if len(values) == 1 else [str(v) for v in values] for name, values in properties.items()}

    nodes, edges = [], []
    for subject, title in graph.subject_objects(RDFS.label):
        labels = [t.removeprefix(ours) for t in graph.objects(subject, RDF.type) if t.startswith(ours)]
        assert str(graph.value(subject, DCTERMS.identifier)) == local(subject, "id")
        nodes.append((local(subject, "id"), {**own(subject), "label": str(title), "labels": labels}))
    for statement in graph.subjects(RDF.type, RDF.Statement):
        start, kind, end = (graph.value(statement, p) for p in (RDF.subject, RDF.predicate, RDF.object))
        assert (start, kind, end) in graph
        edges.append((local(statement, "relationship"), {**own(statement), "type": kind.removeprefix(ours),
                                                         "from": local(start, "id"), "to": local(end, "id")}))
    return nodes, edges


TOOLS = {
    "json": answer,
    "networkx-graphml": networkx_graphml,
    "networkx-gexf": networkx_gexf,
    "igraph-graphml": igraph_graphml,
    "graphviz-dot": graphviz,
    "rdflib-turtle": lambda path: rdf(path, "turtle"),
    "rdflib-jsonld": lambda path: rdf(path, "json-ld"),
}
for line in sorted(lines_of(*TOOLS[sys.argv[1]](sys.argv[2]))):
    print(json.dumps(line, ensure_ascii=False))
