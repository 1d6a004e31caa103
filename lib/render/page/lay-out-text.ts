import type { RichText, TextNote } from '#lib/render/blocks.ts';
import type { Lead } from '#lib/render/leads.ts';
import { marksIn, numericColumns } from '#lib/render/rich-words.ts';
import type { RichBlock, Run } from '#lib/report/model.ts';

/** Words of one look. `lead`: where the figure that they state stands in the tables. */
export interface PageRun extends Run {
  lead?: Lead;
}

export type PageRich =
  | { kind: 'paragraph'; runs: PageRun[] }
  | { kind: 'list'; ordered: boolean; items: PageRun[][] }
  | { kind: 'table'; head: PageRun[][] | null; rows: PageRun[][][]; isNumeric: boolean[] };

/** What people wrote, as it is read; where it stands and whose it is. */
export interface PageText {
  kind: 'text';
  place: RichText['place'];
  owner: RichText['owner'];
  blocks: PageRich[];
  /** `isLinked`: its mark stands in the text, and can be gone back to. */
  notes: { mark: string; runs: PageRun[]; isLinked: boolean }[];
}

/** A text for the page, each figure with what it leads to. */
export function layText(
  blocks: readonly RichBlock[],
  notes: readonly TextNote[],
  { place, owner }: RichText,
  leads: ReadonlyMap<string, Lead>,
): PageText {
  const lead = (runs: readonly Run[]): PageRun[] =>
    runs.map((run) => {
      const found = run.figure === undefined ? undefined : leads.get(run.figure);
      return found ? { ...run, lead: found } : run;
    });
  const known = marksIn(blocks);
  return {
    kind: 'text',
    place,
    owner,
    blocks: blocks.map((block) => layBlock(block, lead)),
    notes: notes.map(({ mark, runs }) => ({ mark, runs: lead(runs), isLinked: known.has(mark) })),
  };
}

function layBlock(block: RichBlock, lead: (runs: readonly Run[]) => PageRun[]): PageRich {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', runs: lead(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(lead) };
    case 'table':
      return {
        kind: 'table',
        head: block.head?.map(lead) ?? null,
        rows: block.rows.map((row) => row.map(lead)),
        isNumeric: numericColumns(block),
      };
  }
}
