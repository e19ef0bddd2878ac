"""What a node or an edge says in RDF. What is known of a relation hangs on an `rdf:Statement`; evidence is a `prov:Quotation`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from urllib.parse import quote

from rdflib import PROV, RDF, RDFS, XSD, Graph, Literal, URIRef

from graph.exports.contents import GraphEdge, GraphNode, Properties
from schema import EdgeType, NodeType, Property, edge_type, node_id, ontology
from schema.ontology import attribute_of, class_of, relation_of, standard_term

THINGS = "urn:gangmu:"
PREFIXES = {**ontology.PREFIXES, "id": THINGS, "rdf": str(RDF), "rdfs": str(RDFS), "xsd": str(XSD)}
MARKERS_JOINED_BY = "/"

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def node_triples(node: GraphNode) -> Iterator[Triple]:
    """Its class, its label and its properties."""
    subject = _iri(node.id)
    yield subject, RDF.type, class_of(node.type.name)
    yield subject, RDF.type, standard_term(node.type.term)
    label = node.properties.get("name") or node.properties.get("title")
    if label:
        yield subject, RDFS.label, Literal(label)
    yield from _attributes(subject, node.properties, node.type)


def edge_triples(edge: GraphEdge) -> Iterator[Triple]:
    """The relation in our term and, in the direction that it has there, in the standard's; then what else is known of it."""
    declared = edge_type(edge.type)
    if declared is None:
        return
    source, target = _iri(edge.source), _iri(edge.target)
    yield source, relation_of(edge.type), target
    standard = standard_term(declared.term)
    yield (target, standard, source) if declared.inverse else (source, standard, target)
    if edge.type == "MENTIONED_IN":
        yield from _quotation(source, edge.target, edge.properties)
    else:
        yield from _statement(edge, declared)


def _statement(edge: GraphEdge, declared: EdgeType) -> Iterator[Triple]:
    statement = _iri(node_id("Statement", edge.type, edge.source, edge.target, *(str(edge.properties.get(name)) for name in declared.key)))
    yield statement, RDF.type, RDF.Statement
    yield statement, RDF.subject, _iri(edge.source)
    yield statement, RDF.predicate, relation_of(edge.type)
    yield statement, RDF.object, _iri(edge.target)
    yield from _attributes(statement, edge.properties, declared)
    if edge.properties.get("document"):
        yield from _quotation(statement, edge.properties["document"], edge.properties)


def _attributes(subject: URIRef, properties: Properties, declared: NodeType | EdgeType) -> Iterator[Triple]:
    for known in declared.properties:
        for value in _literals(properties.get(known.name), known):
            yield subject, attribute_of(known.name), value
            if known.term:
                yield subject, standard_term(known.term), value
    if properties.get("inferred"):
        yield subject, attribute_of("inferred"), Literal(True)
        yield subject, attribute_of("rule"), Literal(properties.get("rule") or "")


def _literals(value: object, known: Property) -> list[Literal]:
    """The value as literals of the declared type; the markers of a path are one literal, since their order counts."""
    if value is None:
        return []
    if isinstance(value, list):
        return [Literal(MARKERS_JOINED_BY.join(value))] if known.name == "path" else [Literal(item) for item in value]
    return [Literal(Decimal(str(value)) if known.type == "number" else value)]


def _quotation(subject: URIRef, document: str, properties: Properties) -> Iterator[Triple]:
    """The stretch of a document, its words and the rule that found it."""
    start, end, rule = properties.get("start"), properties.get("end"), properties.get("rule") or ""
    if start is None or end is None:
        return
    quotation = _iri(node_id("Quotation", document, start, end, rule))
    yield subject, PROV.qualifiedQuotation, quotation
    yield quotation, RDF.type, PROV.Quotation
    yield quotation, PROV.entity, _iri(document)
    for name, value in (("start", start), ("end", end), ("quote", properties.get("quote") or ""), ("rule", rule)):
        yield quotation, attribute_of(name), Literal(value)


def _iri(id_: str) -> URIRef:
    return URIRef(THINGS + quote(id_, safe="-"))


def turtle(triples: Iterable[Triple]) -> bytes:
    """The triples as Turtle without the prefixes, which stand once at the head of a file."""
    graph = Graph(bind_namespaces="none")
    for prefix, address in PREFIXES.items():
        graph.bind(prefix, address)
    for triple in triples:
        graph.add(triple)
    lines = iter(graph.serialize(format="turtle").split("\n"))
    first = next(line for line in lines if not line.startswith("@prefix"))
    return "\n".join((first, *lines)).strip().encode() + b"\n"
