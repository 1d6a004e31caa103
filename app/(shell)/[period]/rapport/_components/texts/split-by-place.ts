import { SHARED, TEXT_PLACES, type TextPlace } from '#lib/domain/report-text.ts';
import type { PageBlock } from '#lib/render/page/lay-out-page.ts';

/** A stretch of the report from a heading to the next, apart from what people wrote there. */
export interface Stretch {
  /** The place for text that it is; null where it is none. */
  place: TextPlace | null;
  title: string;
  /** Of its heading. */
  level: number;
  blocks: PageBlock[];
  shared: PageBlock[];
  own: PageBlock[];
}

const isOfText = (block: PageBlock) => block.kind === 'heading' && block.id.startsWith('tekst-');

/**
 * The report in stretches. At a place for text, what people wrote stands after all else: the text of all committees,
 * then the committee's own. A heading within a text belongs to the words that follow it.
 */
export function splitByPlace(blocks: readonly PageBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  let waiting: PageBlock[] = [];
  const settle = () => {
    const last = stretches.at(-1);
    // A text that ends with a heading: it stands with what was written last.
    if (last) (last.own.length > 0 ? last.own : last.shared).push(...waiting);
    waiting = [];
  };
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (isOfText(block)) waiting.push(block);
    else if (block.kind === 'text' && last) {
      (block.owner === SHARED ? last.shared : last.own).push(...waiting, block);
      waiting = [];
    } else if (block.kind === 'heading' || last === undefined) {
      settle();
      stretches.push({ ...headOf(block), blocks: [block], shared: [], own: [] });
    } else last.blocks.push(block);
  }
  settle();
  return stretches;
}

function headOf(block: PageBlock): Pick<Stretch, 'place' | 'title' | 'level'> {
  if (block.kind !== 'heading') return { place: null, title: '', level: 0 };
  return {
    place: TEXT_PLACES.find((place) => block.id === `afsnit-${place}`) ?? null,
    title: block.text,
    level: block.level,
  };
}
