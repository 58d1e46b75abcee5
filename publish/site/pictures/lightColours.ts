/** Values of custom properties on paper: `--ink` → `#1b2127`. Dark ones are not among them. */
export type Colours = ReadonlyMap<string, string>;

/** Reads the light values of the tokens, those that name others followed to their colour. Later ones win. */
export function lightColours(css: string): Colours {
  const light = css.replace(/@(?:media|container|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  const written = new Map(
    [...light.matchAll(/--([\w-]+):\s*([^;}]+)/g)].map(([, name = "", value = ""]) => [name, value.trim()])
  );
  const followed = (value: string, depth: number): string => {
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return other === undefined || depth > 8 ? value : followed(written.get(other) ?? "", depth + 1);
  };
  return new Map([...written].map(([name, value]) => [name, followed(value, 0)]));
}

/** A drawing with the colours themselves in place of their names. @throws Error for a name without a colour */
export function inColours(svg: string, colours: Colours): string {
  return svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`no colour --${name}`);
    return value;
  });
}
