import { MOVEMENT_REGISTERS } from '#lib/domain/register.ts';
import type { Block, ReportModel } from './model.ts';
import { CONTROL_HEADINGS, withoutDifferences } from './texts/control-texts.ts';
import { withoutNamedDocumentation, withoutPartialNet } from './texts/register-sections.ts';
import { joinWords } from './texts/words.ts';

/** Columns of the table of controls without which a sentence cannot say which transfer it is about. */
const NAMES = ['fagsystem', 'modtager'];
const AMOUNT = 'difference';

const HEADINGS: ReadonlySet<string> = new Set(Object.values(CONTROL_HEADINGS).map((id) => `afsnit-${id}`));

/**
 * The sentences on controls of transfers without what the open edition leaves out of their table: the amounts, or all of
 * them where it leaves out what the transfers are between. It says so, and on what ground. Other blocks stay.
 * @param columns `<table>.<column>` → ground
 * @param under the id of the heading that the block stands under
 */
export function openControls(
  { tables }: Pick<ReportModel, 'tables'>,
  columns: ReadonlyMap<string, string>,
  block: Extract<Block, { kind: 'paragraph' | 'list' }>,
  under: string,
): Block[] {
  if (!HEADINGS.has(under)) return [block];
  const left = (names: readonly string[]) => names.filter((name) => columns.has(`systemafstemninger.${name}`));
  const isNamed = left(NAMES).length === 0;
  const open = left([AMOUNT]).length > 0 ? withoutAmounts(block) : block;
  if (isNamed && open === block) return [block];
  const all = tables.find(({ id }) => id === 'systemafstemninger')?.columns ?? [];
  const told = all.filter(({ id }) => left([...NAMES, AMOUNT]).includes(id));
  const byGround = Map.groupBy(told, ({ id }) => columns.get(`systemafstemninger.${id}`) ?? '');
  return [
    ...(isNamed ? [open] : []),
    ...[...byGround].map(([ground, parts]) => ({
      kind: 'paragraph' as const,
      text: `I den åbne udgave er ${joinWords(parts.map(({ label }) => `”${label}”`))} udeladt af afsnittet efter ${ground}.`,
    })),
  ];
}

/**
 * A sentence on movements without what the open edition leaves out of their table: the amount of some of its lines, and
 * that their documentation is named there. Sums of all of them stand.
 * @param columns `<table>.<column>` → ground
 * @param under the id of the heading that it stands under
 */
export function openMovements(text: string, columns: ReadonlyMap<string, string>, under: string): string {
  const table = MOVEMENT_REGISTERS.find((register) => under === `afsnit-${register}`);
  if (!table) return text;
  const open = columns.has(`${table}.beloeb`) ? withoutPartialNet(text) : text;
  return columns.has(`${table}.dokumentation`) ? withoutNamedDocumentation(open) : open;
}

/** The block itself where it states no amount. */
function withoutAmounts(block: Extract<Block, { kind: 'paragraph' | 'list' }>): Block {
  const open =
    block.kind === 'list'
      ? { ...block, items: block.items.map(withoutDifferences) }
      : { ...block, text: withoutDifferences(block.text) };
  return JSON.stringify(open) === JSON.stringify(block) ? block : open;
}
