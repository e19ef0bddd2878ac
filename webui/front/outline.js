// The outline shows where in the text the visitor is.

export function followOutline(page) {
  const links = new Map([...page.querySelectorAll(".outline a")].map((link) => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver((entries) => {
    const top = entries.find((entry) => entry.isIntersecting);
    if (!top) return;
    for (const link of links.values()) link.removeAttribute("aria-current");
    links.get(top.target.id).setAttribute("aria-current", "location");
  }, { rootMargin: "0px 0px -70% 0px" });
  for (const id of links.keys()) {
    const paragraph = page.getElementById(id);
    if (paragraph) watcher.observe(paragraph);
  }
}
