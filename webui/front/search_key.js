// The key "/" goes to the search field, unless the visitor is writing somewhere.

const WRITING = "input, textarea, select, [contenteditable]";

export function focusSearch(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(WRITING)) return;
    event.preventDefault();
    page.getElementById("quick-search")?.select();
    page.getElementById("quick-search")?.focus();
  });
}
