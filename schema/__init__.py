"""What exists in Gangmu: node and edge types, records and their stream, ids, validation, errors. Everything else builds on this package."""

from schema.constraints import FULLTEXT_INDEX, cypher_constraints, cypher_fulltext, sql_fulltext, sql_types
from schema.data_folder import data_folder
from schema.edges import EDGE_TYPES, EdgeType, edge_type
from schema.errors import EngineError, GangmuError, InputError, ModelError, QueryError, RecordError, SettingError
from schema.ids import node_id, type_of_id
from schema.jsonl import decode, encode, read_records, write_records
from schema.nodes import NODE_TYPES, NodeType, node_type, node_type_of_prefix
from schema.properties import Property
from schema.records import BEYOND_DOCUMENTS, Edge, End, Evidence, Issue, Node, Record, Value
from schema.secrecy import INTERNAL, SECRECY_GRADES, STATE_SECRETS
from schema.validation import validate

__all__ = [
    "BEYOND_DOCUMENTS", "EDGE_TYPES", "FULLTEXT_INDEX", "INTERNAL", "NODE_TYPES", "SECRECY_GRADES", "STATE_SECRETS", "Edge",
    "EdgeType", "End", "EngineError", "Evidence", "GangmuError", "InputError", "Issue", "ModelError", "Node", "NodeType",
    "Property", "QueryError", "Record", "RecordError", "SettingError", "Value", "cypher_constraints", "cypher_fulltext",
    "data_folder", "decode", "edge_type", "encode", "node_id", "node_type", "node_type_of_prefix", "read_records", "sql_fulltext",
    "sql_types", "type_of_id", "validate", "write_records",
]
