// What every page runs: parts of a page that are fetched and swapped without a reload.
import htmx from "htmx.org";

// The Content Security Policy allows neither evaluated code nor styles written into the page.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
