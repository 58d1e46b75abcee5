/** From one stripe to the next, in pixels of the drawing. */
const step = 6;

/**
 * Draws hatched marks as lines: Chromium prints an SVG pattern as a picture of dots, hundreds of kilobytes for each
 * bar. Marks that are no rectangle keep the ground alone.
 */
export function printHatches(body: HTMLElement): void {
  for (const mark of body.querySelectorAll('svg [fill^="url("]')) {
    const pattern = body.querySelector(`[id="${/#([^)]*)/.exec(mark.getAttribute("fill") ?? "")?.[1]}"]`);
    if (pattern?.localName !== "pattern") continue;
    mark.setAttribute("fill", "var(--surface)");
    if (mark.localName === "rect")
      mark.after(stripes(mark, pattern.querySelector("[stroke]")?.getAttribute("stroke")));
  }
  for (const pattern of body.querySelectorAll("svg pattern")) pattern.remove();
}

function stripes(mark: Element, stroke = "currentColor" as string | null): Element {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
    Number(mark.getAttribute(name) ?? 0)
  ) as [number, number, number, number];
  const lines: string[] = [];
  // Rising lines that meet the bottom edge at `foot`, cut at the sides.
  for (let foot = x - height + step; foot < x + width; foot += step) {
    const [from, to] = [Math.max(foot, x), Math.min(foot + height, x + width)];
    const heightAt = (at: number) => short(y + height - (at - foot));
    lines.push(`M${short(from)},${heightAt(from)}L${short(to)},${heightAt(to)}`);
  }
  const path = mark.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", lines.join(""));
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", stroke ?? "currentColor");
  path.setAttribute("stroke-width", "0.75");
  const transform = mark.getAttribute("transform");
  if (transform) path.setAttribute("transform", transform);
  return path;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
