// What the pages do beyond links and forms; each module finds its own elements and does nothing where there are none.
import "htmx.org";
import { focusSearch } from "./search_key.js";
import { lightFacts } from "./facts.js";
import { followOutline } from "./outline.js";
import { submitByKeys } from "./submit_keys.js";

focusSearch(document);
lightFacts(document);
followOutline(document);
submitByKeys(document);
