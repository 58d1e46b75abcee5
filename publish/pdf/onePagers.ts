/** Whether a page of the report is to stand on one page of paper: those below others, such as one for each profile. */
export function isOnePager(path: string): boolean {
  return path.includes("/");
}

/**
 * Makes a page ready to stand on one page of paper: a table shows its numbers, and in full, with intervals, it stands
 * among the values at the end of the report; of a recommendation it says what to do; what several figures note stands
 * once, at the foot.
 */
export function onePager(body: HTMLElement): void {
  shortenCards(body, /^(do this|where|when)\b/i);
  dropAudience(body);
  for (const figure of body.querySelectorAll("figure")) foldFullTable(figure);
  shareWords(body);
}

/** For whom a recommendation is, says the page already. */
function dropAudience(body: HTMLElement): void {
  for (const card of body.querySelectorAll(".recommendation")) card.querySelector("h2 + p, h3 + p")?.remove();
}

/** Of a recommendation's lines, those whose names fit; the rest is in the report, where the card stands whole. */
export function shortenCards(body: HTMLElement, kept: RegExp): void {
  for (const list of body.querySelectorAll(".recommendation > ul"))
    for (const item of [...list.children]) if (!kept.test(item.textContent?.trim() ?? "")) item.remove();
}

function foldFullTable(figure: Element): void {
  const table = figure.querySelector("details") ? null : figure.querySelector("table");
  const below = [...(table?.querySelectorAll(".below") ?? [])];
  if (!table || below.length === 0) return;
  const details = figure.ownerDocument.createElement("details");
  details.append(figure.ownerDocument.createElement("summary"), table.cloneNode(true));
  figure.append(details);
  for (const interval of below) interval.remove();
  table.classList.add("narrow");
}

/**
 * What figures of a page say alike, of their base under the headline and of how to read them in their notes, moves to
 * the foot of the page. Of what each says by itself, the first sentence stays, and the rest goes with its values.
 */
function shareWords(body: HTMLElement): void {
  const foot = [shareBase(body), ...shareNotes(body)].filter((text) => text !== "").join(" ");
  if (foot === "") return;
  const line = body.ownerDocument.createElement("p");
  line.setAttribute("class", "page-note");
  line.textContent = foot;
  body.append(line);
}

/** `Base: Pet owner, n = 87 customers.` where every figure says so; nothing otherwise. */
function shareBase(body: HTMLElement): string {
  const subtitles = [...body.querySelectorAll(".figure-subtitle")];
  const parts = subtitles.map(({textContent}) => (textContent ?? "").split(" · "));
  const shared = (parts[0] ?? []).filter((part) => parts.every((own) => own.includes(part)));
  if (subtitles.length < 2 || shared.length === 0) return "";
  subtitles.forEach((subtitle, at) => {
    subtitle.textContent = parts[at]!.filter((part) => !shared.includes(part)).join(" · ");
    // `8 measures`: the table shows as much.
    if (/^\d+ measures$|^$/.test(subtitle.textContent)) subtitle.remove();
  });
  const words = shared.join(", ");
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

function shareNotes(body: HTMLElement): string[] {
  const notes = [...body.querySelectorAll(".figure-note")].filter(({children}) => children.length === 0);
  const sentencesOf = new Map(notes.map((note) => [note, sentences(note.textContent ?? "")]));
  const counts = new Map<string, number>();
  for (const own of sentencesOf.values())
    for (const sentence of new Set(own)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  const shared = [...counts]
    .filter(([, count]) => count > 1 && count * 2 >= notes.length)
    .map(([sentence]) => sentence);
  for (const [note, own] of sentencesOf) {
    const details = note.closest("figure")?.querySelector("details");
    const first = own.slice(0, 1).filter((sentence) => !shared.includes(sentence));
    const rest = own.slice(1).filter((sentence) => !shared.includes(sentence));
    if (details && rest.length > 0) details.append(noteLike(note, rest));
    const kept = details ? first : [...first, ...rest];
    if (kept.length > 0) note.textContent = kept.join(" ");
    else note.remove();
  }
  return shared;
}

function noteLike(note: Element, own: readonly string[]): Element {
  const moved = note.cloneNode(false) as Element;
  moved.textContent = own.join(" ");
  return moved;
}

function sentences(text: string): string[] {
  return text
    .trim()
    .split(/(?<=[.!?]) +(?=[\p{Lu}“])/u)
    .filter((sentence) => sentence !== "");
}
