import { isEmptyText, type ReportText, SHARED, type TextOwner, type TextPlace } from '#lib/domain/report-text.ts';
import type { Figure } from '../figures/figure.ts';
import type { Block } from '../model.ts';
import { indexFigures, resolveText } from './resolve-text.ts';

type HeadingBlock = Extract<Block, { kind: 'heading' }>;

/** The place whose sentence says that there is nothing to tell: what people write there stands instead of it. */
const REPLACED: TextPlace = 'aendret-regnskabspraksis';

/**
 * The report's document with what people wrote in it: at each place after all that the report itself says and shows
 * under that heading, the text of all committees first, then the committee's own (product.md, the annual report of a
 * committee). Footnotes are numbered through the whole of it. A place is the heading of its name.
 */
export function placeTexts(
  document: readonly Block[],
  texts: readonly ReportText[],
  figures: readonly Figure[],
  committee: TextOwner,
): Block[] {
  const index = indexFigures(figures);
  const written = texts.filter((text) => !isEmptyText(text.document));
  const placed: Block[] = [];
  let notes = 0;
  for (const { heading, blocks } of splitByHeading(document)) {
    if (heading) placed.push(heading);
    const own = [SHARED, committee].flatMap((owner) =>
      written.filter((text) => heading?.id === `afsnit-${text.place}` && text.owner === owner),
    );
    if (own.length === 0 || own[0]?.place !== REPLACED) placed.push(...blocks);
    let headings = 0;
    for (const { place, owner, document: content } of own) {
      let hasUpper = false;
      const parts = resolveText(content, index, notes);
      for (const [at, part] of parts.entries()) {
        if (part.kind === 'heading') {
          hasUpper ||= part.level === 1;
          headings += 1;
          const below = part.level === 2 && hasUpper ? 2 : 1;
          const level = Math.min(3, (heading?.level ?? 1) + below) as HeadingBlock['level'];
          const id = `tekst-${place}-${headings}`;
          const runs = part.runs.some(({ figure }) => figure !== undefined) ? { runs: part.runs } : {};
          const whose = parts[at + 1]?.kind === 'rich' ? {} : { owner };
          placed.push({ kind: 'heading', level, id, number: '', text: part.text, ...runs, ...whose });
        } else {
          placed.push({ kind: 'rich', place, owner, blocks: part.blocks, notes: part.notes });
          notes += part.notes.length;
        }
      }
    }
  }
  return placed;
}

/** The document in stretches: a heading, and all until the next. */
function splitByHeading(document: readonly Block[]): { heading: HeadingBlock | null; blocks: Block[] }[] {
  const parts: { heading: HeadingBlock | null; blocks: Block[] }[] = [{ heading: null, blocks: [] }];
  for (const block of document) {
    if (block.kind === 'heading') parts.push({ heading: block, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}
