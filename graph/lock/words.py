"""The lists of the lock: what may be called, what may stand before a bracket, and why the rest is refused."""

from __future__ import annotations

FUNCTIONS = frozenset({
    "abs", "acos", "all", "any", "asin", "atan", "atan2", "avg", "btrim", "ceil", "char_length", "character_length", "coalesce",
    "collect", "cos", "cot", "count", "date", "date.truncate", "datetime", "datetime.fromepoch", "datetime.fromepochmillis",
    "datetime.truncate", "degrees", "duration", "duration.between", "duration.indays", "duration.inmonths", "duration.inseconds", "e",
    "elementid", "endnode", "exists", "exp", "floor", "haversin", "head", "id", "isempty", "isnan", "keys", "labels", "last", "left",
    "length", "localdatetime", "localdatetime.truncate", "localtime", "localtime.truncate", "log", "log10", "lower", "ltrim", "max",
    "min", "nodes", "none", "normalize", "nullif", "percentilecont", "percentiledisc", "pi", "point", "point.distance",
    "point.withinbbox", "properties", "radians", "rand", "randomuuid", "range", "reduce", "relationships", "replace", "reverse",
    "right", "round", "rtrim", "shortestpath", "allshortestpaths", "sign", "sin", "single", "size", "split", "sqrt", "startnode",
    "stdev", "stdevp", "substring", "sum", "tail", "tan", "time", "time.truncate", "timestamp", "toboolean", "tobooleanlist",
    "tobooleanornull", "tofloat", "tofloatlist", "tofloatornull", "tointeger", "tointegerlist", "tointegerornull", "tolower",
    "tostring", "tostringlist", "tostringornull", "toupper", "trim", "type", "upper", "valuetype",
})
"""Functions of both engines that read their arguments and nothing else: not `file`, `linenumber`, `graph.*`, `sql.*`, `apoc.*`."""

PROCEDURES = frozenset({
    "db.labels", "db.relationshiptypes", "db.propertykeys", "db.index.fulltext.querynodes", "db.index.fulltext.queryrelationships",
})

BEFORE_BRACKET = frozenset({
    "and", "or", "xor", "not", "in", "where", "with", "contains", "distinct", "case", "when", "then", "else", "by", "from", "both",
    "leading", "trailing", "on", "is",
})
"""Bare words before `(` that call nothing."""

SUBQUERIES = frozenset({"exists", "count", "collect"})
TESTS = frozenset({"not", "null", "typed", "normalized", "nfc", "nfd", "nfkc", "nfkd"})
"""What may follow IS."""
TYPES = frozenset({
    "any", "array", "bool", "boolean", "date", "datetime", "duration", "edge", "float", "int", "integer", "list", "local", "map",
    "node", "nothing", "path", "point", "property", "relationship", "signed", "string", "time", "timestamp", "value", "varchar",
    "vertex", "zoned",
})
SELECTORS = frozenset({"all", "any", "shortest", "path", "paths", "group", "groups", "walk", "trail", "acyclic", "simple"})
"""Which paths of a pattern: ALL SHORTEST, ANY 3 PATHS …"""
HINTS = frozenset({"text", "range", "point", "index", "seek", "scan", "join", "on"})
DIRECTIONS = frozenset({"asc", "ascending", "desc", "descending"})

WRITES = frozenset({"create", "insert", "set", "delete", "detach", "nodetach", "merge", "remove", "foreach"})
LOADS = frozenset({"load"})
ADMINISTERS = frozenset({
    "drop", "alter", "grant", "deny", "revoke", "rename", "show", "terminate", "use", "start", "stop", "enable", "dryrun", "deallocate",
    "reallocate", "begin", "commit", "rollback", "session",
})

OTHER_LANGUAGES = frozenset({"select", "traverse", "update", "sql", "sqlscript", "gremlin", "graphql", "mongo"})

READING = "MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL, RETURN, ORDER BY, SKIP, LIMIT, UNION"


def reason(word: str) -> tuple[str, str] | None:
    """Why a word (case folded) is refused wherever a clause may begin, and what to do; None for a word that is merely misplaced."""
    shown = word.upper()
    if word in WRITES:
        return f"{shown} changes the graph, which can only be read here", "a property or name of that spelling is written in backticks"
    if word in LOADS:
        return f"{shown} reads files or addresses, which is closed here", "ask only for what is in the graph"
    if word in ADMINISTERS:
        return f"{shown} administers the engine, which is closed here", "ask only for what is in the graph"
    if word in OTHER_LANGUAGES:
        return f"{shown} is not Cypher", "write the query in Cypher: MATCH … RETURN …"
    if word == "cypher":
        return "options of the planner are not taken here", "begin with the query itself"
    return None


def misplaced(word: str) -> tuple[str, str]:
    """What is said of a word that is refused only for its place."""
    return f"{word} does not belong here", f"the reading clauses are {READING}"
