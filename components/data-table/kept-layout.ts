/** How a list looked when it was left: what one chose of its columns. Widths in px, by column. */
interface KeptLayout {
  columns: readonly string[] | null;
  widths: Record<string, number>;
}

export type Density = 'compact' | 'comfortable';

/** In px. */
export const ROW_HEIGHTS: Record<Density, number> = { compact: 28, comfortable: 36 };

const DENSITY_KEY = 'afstemt.density';
const keyOf = (list: string) => `afstemt.list.${list}`;

/** What this browser keeps under a key; null where it keeps nothing, or is told to keep nothing. */
function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Keeps a text where the browser lets it: without, the list opens as it does the first time. */
function write(key: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The layout that was kept of a list. What does not read as one is none. */
export function readKept(list: string): KeptLayout {
  const none = { columns: null, widths: {} };
  const text = read(keyOf(list));
  if (text === null) return none;
  const [columns, widths] = text.split('|');
  if (columns === undefined || widths === undefined) return none;
  return {
    columns: columns === '' ? null : columns.split(','),
    widths: Object.fromEntries(
      widths.split(',').flatMap((part) => {
        const [id, width] = part.split('=');
        return id && Number(width) > 0 ? [[id, Number(width)]] : [];
      }),
    ),
  };
}

export function writeKept(list: string, { columns, widths }: KeptLayout): void {
  const sizes = Object.entries(widths).map(([id, width]) => `${id}=${width}`);
  const text = `${columns?.join(',') ?? ''}|${sizes.join(',')}`;
  write(keyOf(list), text === '|' ? null : text);
}

export function readDensity(): Density {
  return read(DENSITY_KEY) === 'comfortable' ? 'comfortable' : 'compact';
}

export function writeDensity(density: Density): void {
  write(DENSITY_KEY, density);
}
