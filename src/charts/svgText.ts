import {escapeHtml} from "./escapeText.ts";

/** A drawn element as linkedom and the browser know it, as far as writing it needs. */
interface DrawnNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DrawnNode>;
  readonly attributes?: Iterable<{readonly name: string; readonly value: string}>;
}

const element = 1;
const text = 3;

/**
 * Writes a drawing as SVG text for a page. Own, and not `outerHTML`, because labels are hostile text there, because
 * styles would break a strict content security policy and the site's search, and because long decimals weigh.
 * A mark's own aria-label (Plot's channel) becomes `data-tip`; names of Plot's groups go.
 */
export function svgText(node: DrawnNode, attributes = ownAttributes(node)): string {
  const children = Array.from(node.childNodes, (child) => {
    if (child.nodeType === text) return escapeHtml(child.textContent ?? "");
    return child.nodeType === element && child.nodeName.toLowerCase() !== "style" ? svgText(child) : "";
  }).join("");
  const name = node.nodeName.toLowerCase();
  const head = [name, ...attributes.map(([key, value]) => `${key}="${escapeHtml(value)}"`)].join(" ");
  return children ? `<${head}>${children}</${name}>` : `<${head}/>`;
}

const dropped = new Set(["style", "class", "font-family", "aria-hidden", "aria-description"]);
const geometry = new Set(["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"]);

function ownAttributes(node: DrawnNode): [string, string][] {
  const isGroup = node.nodeName.toLowerCase() === "g";
  return Array.from(node.attributes ?? [], ({name, value}): [string, string] => [name, value])
    .filter(([name]) => !dropped.has(name) && !(isGroup && name === "aria-label"))
    .map(([name, value]): [string, string] => {
      if (name === "aria-label") return ["data-tip", value];
      return [name, geometry.has(name) ? shortDecimals(value) : value];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A hundredth of a pixel is as fine as anybody sees. */
function shortDecimals(value: string): string {
  return value.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
}
