// Ctrl+Enter (⌘+Enter) in a text area sends its form.

export function submitByKeys(page) {
  for (const form of page.querySelectorAll('form[data-submit="ctrl-enter"]')) {
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
  }
}
