"""load_graph.py FORMAT FILE: loads a graph with the tool that the format is for, and prints how many nodes and edges it has."""
import json
import subprocess
import sys


def cytoscape(path):
    elements = json.load(open(path, encoding="utf-8"))["elements"]
    ids = {node["data"]["id"] for node in elements["nodes"]}
    assert all(edge["data"][end] in ids for edge in elements["edges"] for end in ("source", "target"))
    return len(ids), len({edge["data"]["id"] for edge in elements["edges"]})


def graphml(path):
    import igraph
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    other = igraph.Graph.Read_GraphML(path)
    assert (other.vcount(), other.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    return graph.number_of_nodes(), graph.number_of_edges()


def gexf(path):
    import networkx
    graph = networkx.read_gexf(path, version="1.2draft")
    return graph.number_of_nodes(), graph.number_of_edges()


def dot(path):
    counts = subprocess.run(["gc", "-n", "-e", path], check=True, capture_output=True, text=True).stdout.split()
    return int(counts[0]), int(counts[1])


def rdf(path, syntax):
    import rdflib
    graph = rdflib.Graph().parse(path, format=syntax)
    nodes = {s for s, _, _ in graph.triples((None, rdflib.RDFS.label, None)) if isinstance(s, rdflib.URIRef)}
    statements = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    return len(nodes), len(statements)


def lists(path, pick):
    nodes, edges = pick(json.load(open(path, encoding="utf-8")))
    return len(nodes), len(edges)


LOADERS = {
    "cytoscape": cytoscape,
    "graphml": graphml,
    "gexf": gexf,
    "dot": dot,
    "turtle": lambda path: rdf(path, "turtle"),
    "jsonld": lambda path: rdf(path, "json-ld"),
    "graphology": lambda path: lists(path, lambda g: (g["nodes"], g["edges"])),
    "jgf": lambda path: lists(path, lambda g: (g["graph"]["nodes"], g["graph"]["edges"])),
}
print(*LOADERS[sys.argv[1]](sys.argv[2]))
