import type { Block, ReportModel, RichBlock, Run } from './model.ts';

/** Where a text that people wrote names a finding that the open edition leaves out: for them to look at. */
export interface Mention {
  place: Extract<Block, { kind: 'rich' }>['place'];
  account: string;
  /** What was found: the account's number or name. */
  words: string;
}

/** Names shorter than this are words of any text. */
const SHORTEST_NAME = 6;

/** Every such place; the words of a text are searched, not what its figures stand for. */
export function findMentions(model: ReportModel): Mention[] {
  const findings = new Set(model.redactions.filter(({ kind }) => kind === 'finding').map(({ target }) => target));
  const cards = model.document
    .flatMap((block) => (block.kind === 'plans' ? block.group.functions.flatMap((each) => each.cards) : []))
    .filter(({ account }) => findings.has(account));
  return model.document.flatMap((block) => {
    if (block.kind !== 'rich') return [];
    const said = wordsOf(block).toLowerCase();
    return cards.flatMap(({ account, accountName }) =>
      [account, ...(accountName.trim().length >= SHORTEST_NAME ? [accountName.trim()] : [])]
        .filter((words) => said.includes(words.toLowerCase()))
        .slice(0, 1)
        .map((words) => ({ place: block.place, account, words })),
    );
  });
}

/** All that a text says, in order. */
function wordsOf({ blocks, notes }: Extract<Block, { kind: 'rich' }>): string {
  const lines = [...blocks.flatMap(linesOfPart), ...notes.map(({ runs }) => runs)];
  return lines.map((runs) => runs.map(({ text }) => text).join('')).join('\n');
}

function linesOfPart(part: RichBlock): Run[][] {
  if (part.kind === 'paragraph') return [part.runs];
  return part.kind === 'list' ? part.items : [...(part.head ?? []), ...part.rows.flat()];
}
