/** A picture of the organisation, cleaned: SVG without scripts and references, PNG without what is not drawn. */
export interface Logo {
  readonly kind: "svg" | "png";
  readonly content: string | Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A face of headings: one that comes with Cartograph, or the analyst's own in a WOFF2 file. */
export type HeadingFace =
  | {readonly kind: "own"; readonly name: string; readonly path: string}
  | {readonly kind: "shipped"; readonly name: (typeof SHIPPED_FACES)[number]};

/** Faces that come with Cartograph. Text and charts are always set in Source Sans 3: drawings are measured with it. */
export const SHIPPED_FACES = ["Source Serif 4", "Source Sans 3"] as const;

/** Exact type of `config/brand.yaml`: how a report looks like its organisation's. */
export interface Brand {
  /** Beside or instead of the logo; default: the organisation of report.yaml. */
  readonly name?: string;
  readonly logo?: Logo;
  /** `#rrggbb`, readable as text on the light and on the dark ground. */
  readonly accent?: {readonly light: string; readonly dark: string};
  readonly headings?: HeadingFace;
}
