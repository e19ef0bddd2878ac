// A fact and its words light each other up, under the pointer and under the keyboard's focus.

export function lightFacts(page) {
  const cards = new Map([...page.querySelectorAll("[data-fact]")].map((card) => [card.dataset.fact, card]));
  if (cards.size === 0) return;
  const words = wordsByFact(page);
  for (const [fact, card] of cards) {
    const group = [card, ...(words.get(fact) ?? [])];
    for (const element of group) light(element, group);
  }
}

function wordsByFact(page) {
  const found = new Map();
  for (const element of page.querySelectorAll("[data-of]")) {
    for (const fact of element.dataset.of.split(" ")) {
      found.set(fact, [...(found.get(fact) ?? []), element]);
    }
  }
  return found;
}

function light(element, group) {
  const lit = (on) => () => group.forEach((one) => one.classList.toggle("lit", on));
  for (const begin of ["mouseenter", "focusin"]) element.addEventListener(begin, lit(true));
  for (const end of ["mouseleave", "focusout"]) element.addEventListener(end, lit(false));
}
