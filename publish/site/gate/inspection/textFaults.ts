import {describeElement, elements, textOf} from "./describeElement.ts";

const fault = /\{\{|\bundefined\b|\bNaN\b|\[object \w+\]|\bInfinity\b/;

/**
 * Words that a program wrote and no person meant. A product may be called "NaN": names head the rows of a
 * table, and what heads a row is a name wherever it stands.
 */
export function textFaults(): string[] {
  const names = elements("th")
    .map(textOf)
    .filter((text) => fault.test(text));
  return textNodes().flatMap(({text, inside}) => {
    const found = fault.exec(names.reduce((rest, name) => rest.replaceAll(name, ""), text))?.[0];
    return found ? [`shows "${found}" to its reader: ${describeElement(inside)}`] : [];
  });
}

function textNodes(): {text: string; inside: Element}[] {
  const found: {text: string; inside: Element}[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = node.parentElement;
    if (inside && !inside.closest("script, style, code, pre, th"))
      found.push({text: node.nodeValue ?? "", inside});
  }
  return found;
}
