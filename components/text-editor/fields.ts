import type { Inline } from '#lib/domain/report-text.ts';

export type FigureField = Extract<Inline, { kind: 'figure' }>;
export type ChoiceField = Extract<Inline, { kind: 'choice' }>;

/** A figure that can be put into a text. */
export interface FigureOption {
  key: string;
  /** What it counts or sums, for people. */
  label: string;
  /** As it stands today, with its unit. */
  printed: string;
  /** An amount can be written in other units; a count cannot. */
  isAmount: boolean;
}

/** What a text's figures are today: given by whoever shows the editor. */
export interface FigureSource {
  /** Null where there is no such figure. */
  find: (key: string) => FigureOption | null;
  /** The best first. */
  search: (query: string) => readonly FigureOption[];
  /** How a figure is written; null where there is no such figure. */
  write: (field: Pick<FigureField, 'key' | 'unit' | 'absolute'>) => string | null;
  /** The words of a choice that hold today, in the line that it stands in; null where there is no such figure. */
  choose: (field: Pick<ChoiceField, 'key' | 'choice'>, line: readonly Inline[]) => string | null;
}

/** A source that can be replaced while the editor is open; those who show its figures hear of it. */
export class LiveFigures {
  private source: FigureSource;
  private readonly listeners = new Set<() => void>();

  constructor(source: FigureSource) {
    this.source = source;
  }

  get current(): FigureSource {
    return this.source;
  }

  replace(source: FigureSource): void {
    if (source === this.source) return;
    this.source = source;
    for (const listener of this.listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
