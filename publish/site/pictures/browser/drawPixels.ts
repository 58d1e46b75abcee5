/** A drawn picture with at most 256 colours, its rows as a PNG keeps them. Runs in the browser. */
export interface DrawnPixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour. */
  readonly palette: readonly number[];
  /** Rows of palette places, each after a zero, deflated; base64. */
  readonly rows: string;
}

/** A flat picture needs few colours; the shades between two of them, at edges of letters, take the nearest. */
const colourCount = 256;

/** Draws an SVG at a multiple of its size. `faces` are `@font-face` rules that need no request. */
export async function drawPixels(svg: string, faces: string, scale: number): Promise<DrawnPixels> {
  const image = new Image();
  const source = svg.replace("<title>", `<style>${faces}</style><title>`);
  image.src = URL.createObjectURL(new Blob([source], {type: "image/svg+xml"}));
  await image.decode();
  const [width, height] = [image.width * scale, image.height * scale];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", {alpha: false, willReadFrequently: true})!;
  context.drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const colours = byFrequency(pixels);
  const palette = colours.slice(0, colourCount);
  return {
    width,
    height,
    palette: palette.flatMap((colour) => channels(colour)),
    rows: await deflated(rowsOf(pixels, placesOf(colours, palette), width, height))
  };
}

/** Each colour once, the most frequent first. Runs of one colour are counted at once. */
function byFrequency(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  let from = 0;
  for (let at = 1; at <= pixels.length; at++) {
    if (pixels[at] === pixels[from]) continue;
    counts.set(pixels[from]!, (counts.get(pixels[from]!) ?? 0) + at - from);
    from = at;
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([colour]) => colour);
}

function placesOf(colours: readonly number[], palette: readonly number[]): ReadonlyMap<number, number> {
  return new Map(colours.map((colour, at) => [colour, at < palette.length ? at : nearest(colour, palette)]));
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) => {
    const [a, b] = [channels(colour), channels(other)];
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

function rowsOf(
  pixels: Uint32Array,
  places: ReadonlyMap<number, number>,
  width: number,
  height: number
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [pixels[0]!, places.get(pixels[0]!)!];
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * width, y * (width + 1) + 1];
    for (let x = 0; x < width; x++) {
      const colour = pixels[from + x]!;
      if (colour !== last) [last, place] = [colour, places.get(colour)!];
      rows[to + x] = place;
    }
  }
  return rows;
}

async function deflated(rows: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
