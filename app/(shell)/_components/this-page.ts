import { useSyncExternalStore } from 'react';
import type { TypedOn } from '#lib/schemas/draft.ts';

const BROWSER_KEY = 'afstemt-browser';
/** In this order: each names those after it in its own words too. */
const BROWSERS: readonly [mark: RegExp, name: string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [mark: RegExp, name: string][] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/Linux/, 'Linux'],
];

let page: TypedOn | null = null;

/** By which this page tells itself from a person's other ones: its own name, that of its browser, and the latter in words. */
export function nameThisPage(): TypedOn {
  if (page === null) {
    const find = (known: typeof BROWSERS) => known.find(([mark]) => mark.test(navigator.userAgent))?.[1];
    const name = [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined).join(', ');
    page = { browser: nameBrowser(), tab: crypto.randomUUID(), name };
  }
  return page;
}

const never = () => () => undefined;

/** As nameThisPage, for what is shown: null while the server renders, which knows of no browser. */
export function useThisPage(): TypedOn | null {
  return useSyncExternalStore(never, nameThisPage, () => null);
}

function nameBrowser(): string {
  try {
    const known = window.localStorage.getItem(BROWSER_KEY);
    if (known !== null) return known;
    const given = crypto.randomUUID();
    window.localStorage.setItem(BROWSER_KEY, given);
    return given;
  } catch {
    // Its storage is shut off: it is a new one each time.
    return '';
  }
}
