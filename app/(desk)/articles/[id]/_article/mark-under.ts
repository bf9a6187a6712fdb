/** The claim or suggestion under a click in the text. A second click on the same place goes one mark outward. */
export function markUnder(target: EventTarget, selectedId: string | null): string | null {
  if (!document.getSelection()?.isCollapsed || !(target instanceof Element)) return null;
  const under: string[] = [];
  for (let mark = target.closest('mark'); mark; mark = mark.parentElement?.closest('mark') ?? null) {
    const id = mark.dataset.claim ?? mark.dataset.suggestion;
    if (id) under.push(id);
  }
  return under[(under.indexOf(selectedId ?? '') + 1) % under.length] ?? null;
}
