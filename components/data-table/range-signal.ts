import type { CellRect } from './cell-range.ts';

/** Tells what is selected to those who show it, so that a moving cursor draws only the grid and them anew. */
export class RangeSignal {
  #rect: CellRect | null = null;
  #listeners = new Set<() => void>();

  get = (): CellRect | null => this.#rect;

  set = (rect: CellRect | null): void => {
    this.#rect = rect;
    for (const listener of this.#listeners) listener();
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
