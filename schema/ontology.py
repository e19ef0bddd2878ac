"""The declarations as an OWL ontology with SHACL shapes, through rdflib."""

from __future__ import annotations

from rdflib import OWL, RDF, RDFS, SH, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from schema.edges import EDGE_TYPES, EdgeType
from schema.nodes import NODE_TYPES, NodeType
from schema.properties import Property, PropertyType

GANGMU = Namespace("urn:gangmu:schema:")
"""Terms of our own; a URN, since nothing is published under a web address."""

PREFIXES: dict[str, str] = {
    "gangmu": str(GANGMU),
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "spdx": "http://spdx.org/rdf/terms#",
    "sh": str(SH),
}

DATATYPES: dict[PropertyType, URIRef] = {
    "text": XSD.string, "texts": XSD.string, "date": XSD.string, "integer": XSD.integer, "number": XSD.decimal, "boolean": XSD.boolean,
}


def ontology() -> Graph:
    """One graph: a class and a shape for every node type, an object property for every edge type, datatype properties for the rest."""
    graph = Graph()
    for prefix, address in PREFIXES.items():
        graph.bind(prefix, address, replace=True)
    graph.add((URIRef(str(GANGMU)), RDF.type, OWL.Ontology))
    for node in NODE_TYPES:
        _add_class(graph, node)
        _add_shape(graph, node)
    for edge in EDGE_TYPES:
        _add_relation(graph, edge)
    return graph


def class_of(node_type: str) -> URIRef:
    """The class that stands for a node type."""
    return GANGMU[node_type]


def relation_of(edge_type: str) -> URIRef:
    """The object property that stands for an edge type: LEADS → gangmu:leads."""
    head, *rest = edge_type.lower().split("_")
    return GANGMU[head + "".join(part.capitalize() for part in rest)]


def attribute_of(name: str) -> URIRef:
    """The datatype property that stands for a property's name."""
    return GANGMU[f"property-{name}"]


def standard_term(term: str) -> URIRef:
    """The address of a standard's term that the declarations name: dcterms:title."""
    prefix, _, local = term.partition(":")
    return URIRef(PREFIXES[prefix] + local)


def _label(graph: Graph, subject: URIRef, declared: NodeType | EdgeType | Property) -> None:
    graph.add((subject, RDFS.label, Literal(declared.zh, lang="zh")))
    graph.add((subject, RDFS.label, Literal(declared.en, lang="en")))
    graph.add((subject, RDFS.comment, Literal(declared.meaning, lang="en")))


def _add_class(graph: Graph, declared: NodeType) -> None:
    subject = class_of(declared.name)
    graph.add((subject, RDF.type, OWL.Class))
    graph.add((subject, RDFS.subClassOf, standard_term(declared.term)))
    _label(graph, subject, declared)


def _add_relation(graph: Graph, declared: EdgeType) -> None:
    subject = relation_of(declared.name)
    graph.add((subject, RDF.type, OWL.ObjectProperty))
    graph.add((subject, RDFS.subPropertyOf, _forwards(graph, declared)))
    graph.add((subject, RDFS.domain, _union(graph, declared.sources)))
    graph.add((subject, RDFS.range, _union(graph, declared.targets)))
    _label(graph, subject, declared)
    for known in declared.properties:
        _add_attribute(graph, known)


def _forwards(graph: Graph, declared: EdgeType) -> Term:
    """The standard's property in the direction of ours."""
    term = standard_term(declared.term)
    if not declared.inverse:
        return term
    turned = BNode()
    graph.add((turned, OWL.inverseOf, term))
    return turned


def _union(graph: Graph, names: tuple[str, ...]) -> Term:
    if len(names) == 1:
        return class_of(names[0])
    union, members = BNode(), BNode()
    Collection(graph, members, [class_of(name) for name in names])
    graph.add((union, RDF.type, OWL.Class))
    graph.add((union, OWL.unionOf, members))
    return union


def _add_shape(graph: Graph, declared: NodeType) -> None:
    shape = GANGMU[f"{declared.name}Shape"]
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, class_of(declared.name)))
    for known in declared.properties:
        _add_property_shape(graph, shape, known)
    for edge in EDGE_TYPES:
        if declared.name in edge.sources:
            _add_relation_shape(graph, shape, edge)


def _add_attribute(graph: Graph, known: Property) -> None:
    subject = attribute_of(known.name)
    graph.add((subject, RDF.type, OWL.DatatypeProperty))
    _label(graph, subject, known)
    if known.term:
        graph.add((subject, RDFS.subPropertyOf, standard_term(known.term)))


def _add_property_shape(graph: Graph, shape: URIRef, known: Property) -> None:
    constraint = BNode()
    _add_attribute(graph, known)
    graph.add((shape, SH.property, constraint))
    graph.add((constraint, SH.path, attribute_of(known.name)))
    graph.add((constraint, SH.datatype, DATATYPES[known.type]))
    if known.type != "texts":
        graph.add((constraint, SH.maxCount, Literal(1)))
    if known.type == "date":
        graph.add((constraint, SH.pattern, Literal(r"^\d{4}(-\d{2}(-\d{2})?)?$")))


def _add_relation_shape(graph: Graph, shape: URIRef, edge: EdgeType) -> None:
    constraint, choices = BNode(), BNode()
    options: list[Term] = []
    for name in edge.targets:
        option = BNode()
        graph.add((option, SH["class"], class_of(name)))
        options.append(option)
    Collection(graph, choices, options)
    graph.add((shape, SH.property, constraint))
    graph.add((constraint, SH.path, relation_of(edge.name)))
    graph.add((constraint, SH["or"], choices))
