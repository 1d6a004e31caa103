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

/** The product's own colour: 9:1 against white. */
const OWN_COLOUR = '#0b4a58';

/** What rules, links and bars are drawn in, as `#rrggbb`. */
export const accentOf = ({ colour }: Pick<Brand, 'colour'>): string =>
  colour !== null && /^#[0-9a-f]{6}$/i.test(colour) ? colour : OWN_COLOUR;

/** WCAG 2.1 AA for text (1.4.3): what the report's headings are set in must be told from white paper. */
export const LEAST_CONTRAST = 4.5;

/** Contrast of `#rrggbb` against white, from 1 to 21 (WCAG 2.1, relative luminance). */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
