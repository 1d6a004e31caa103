/** How the municipality looks in what it publishes. */
export interface Brand {
  /** `#rrggbb`, dark enough for text on white; null: the product's own. */
  colour: string | null;
  logo: Logo | null;
}

/** The image for the front page; its width and height are in pixels and say only its shape. */
export interface Logo {
  type: 'image/png' | 'image/jpeg';
  base64: string;
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  alternativeText: string;
}

export const NO_BRAND: Brand = { colour: null, logo: null };
