// Shows the value of a mark on hover, on touch, and with the arrow keys once a chart has the focus.
// Small and without dependency: it listens on the document, so pages need no start-up work of their own.
const tip = document.createElement("div");
tip.className = "tip";
tip.setAttribute("role", "status");
let current;

function show(mark) {
  if (mark === current) return;
  current?.classList.remove("tip-on");
  current = mark;
  tip.textContent = mark?.dataset.tip ?? "";
  if (!mark) return;
  mark.classList.add("tip-on");
  place();
}

function place() {
  if (!current) return;
  const box = current.getBoundingClientRect();
  const {offsetWidth: width, offsetHeight: height} = tip;
  const left = box.left + box.width / 2 - width / 2;
  const above = box.top - height - 6;
  tip.style.left = `${Math.max(6, Math.min(innerWidth - width - 6, left))}px`;
  tip.style.top = `${above > 6 ? above : Math.min(innerHeight - height - 6, box.bottom + 6)}px`;
}

/** The chart or table around an element, and its marks that are to be seen. */
function marksAround(element) {
  const chart = element?.closest?.("[data-steps]");
  return chart ? [...chart.querySelectorAll("[data-tip]")].filter((mark) => mark.getClientRects().length) : [];
}

function step(event) {
  const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
  if (event.key === "Escape") return show();
  const marks = by ? marksAround(event.target) : [];
  if (marks.length === 0) return;
  event.preventDefault();
  const at = marks.indexOf(current);
  show(marks[at < 0 ? 0 : (at + by + marks.length) % marks.length]);
}

/** Charts whose marks have values can be reached by keyboard; without this script they need not be. */
function makeReachable() {
  for (const chart of document.querySelectorAll(".chart, .figure .table-scroll")) {
    if (!chart.querySelector("[data-tip]")) continue;
    chart.dataset.steps = "";
    chart.tabIndex = 0;
    chart.setAttribute("role", "group");
    chart.setAttribute("aria-label", "Chart: arrow keys step through its values");
  }
}

export function startTooltips() {
  document.body.append(tip);
  makeReachable();
  const follow = (event) => show(event.target.closest?.("[data-tip]") ?? undefined);
  document.addEventListener("pointerover", follow);
  document.addEventListener("pointerdown", follow);
  document.addEventListener("keydown", step);
  document.addEventListener("focusout", () => show());
  document.addEventListener("scroll", place, {capture: true, passive: true});
}
