import {elements} from "./describeElement.ts";

const attributes = ["src", "href", "poster", "data"];

/** What the page would load from another address, now or later; links a reader may follow are no resources. */
export function resourceFaults(): string[] {
  return elements("[src], link[href], image[href], use[href], [poster], object[data]").flatMap((element) => {
    const written = attributes.map((name) => element.getAttribute(name)).find(Boolean) ?? "";
    const {origin, protocol} = new URL(written, document.baseURI);
    return protocol === "data:" || origin === location.origin ? [] : [`needs another address: ${written}`];
  });
}
