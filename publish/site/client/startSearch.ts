/**
 * Loads the search module and its index when the reader first turns to the search field: a page without a
 * search weighs nothing more. The slash key goes to the field, as on many sites.
 */
export function startSearch(): void {
  const search = document.querySelector<HTMLElement>("#observablehq-search");
  const input = search?.querySelector("input");
  const module = search?.dataset.module;
  if (!input || !module) return;
  const address = new URL(module, document.baseURI).href;
  const load = () => import(address).catch(() => sayUnavailable(input));
  if (document.activeElement === input) load();
  else input.addEventListener("focus", load, {once: true});
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    const menu = document.querySelector<HTMLElement>("#observablehq-sidebar");
    if (input.offsetParent === null) menu?.showPopover();
    input.focus();
  });
}

/** Browsers load no modules from the file system. */
function sayUnavailable(input: HTMLInputElement): void {
  const results = document.querySelector("#observablehq-search-results");
  if (results) results.textContent = "Search works when the report is opened from a web address.";
  input.disabled = true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
