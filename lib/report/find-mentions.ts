import { TEXT_PLACES, type TextPlace } from '#lib/domain/report-text.ts';
import { openEdition, REGISTER_TABLES } from './edition.ts';
import { SHORTEST_NAME } from './left-out-across.ts';
import type { Block, PlanGroup, ReportModel, RichBlock, Run } from './model.ts';

/** Where the report prints what people wrote. */
export type WrittenPlace =
  | { kind: 'text'; place: TextPlace }
  /** The action plan of another finding; '' where the column of accounts is left out. */
  | { kind: 'plan'; account: string }
  /** What action plans stand under. */
  | { kind: 'theme'; theme: string }
  /** The lines of a register, by the title of their table. */
  | { kind: 'register'; title: string }
  /** The law's word for something that is left out. */
  | { kind: 'ground' }
  /** Why there is a new version. */
  | { kind: 'reason' };

/** Where something that people wrote names a finding that the open edition, or another committee's, leaves out: for them to look at. */
export interface Mention {
  where: WrittenPlace;
  account: string;
  /** What was found: the account's number or name. */
  words: string;
}

/**
 * Every such place of the open edition, each account once in it. Words are searched, not what the figures among them
 * stand for.
 * @param model the closed edition
 */
export function findMentions(model: ReportModel): Mention[] {
  const findings = new Set(model.redactions.filter(({ kind }) => kind === 'finding').map(({ target }) => target));
  const own = cardsOf(model).filter(({ account }) => findings.has(account));
  const cards = [...own, ...(model.across?.findings ?? [])];
  if (cards.length === 0) return [];
  const byPlace = Map.groupBy(listWritten(openEdition(model)), ({ where }) => JSON.stringify(where));
  return [...byPlace.values()].flatMap((written) => {
    const said = written.map(({ words }) => words.toLowerCase()).join('\n');
    return cards.flatMap(({ account, accountName }) =>
      [account, ...(accountName.trim().length >= SHORTEST_NAME ? [accountName.trim()] : [])]
        .filter((words) => said.includes(words.toLowerCase()))
        .slice(0, 1)
        .flatMap((words) => written.slice(0, 1).map(({ where }) => ({ where, account, words }))),
    );
  });
}

interface Written {
  where: WrittenPlace;
  words: string;
}

/** All that people wrote, in the report's order. */
function listWritten({ version, redactions, document, tables }: ReportModel): Written[] {
  return [
    ...(version === null ? [] : [{ where: { kind: 'reason' as const }, words: version.reason }]),
    ...redactions.map(({ ground }) => ({ where: { kind: 'ground' as const }, words: ground })),
    ...document.flatMap(writtenIn),
    ...tables
      .filter(({ id }) => REGISTER_TABLES.some((known) => known === id))
      .flatMap(({ title, rows }) =>
        rows.map((row) => ({
          where: { kind: 'register' as const, title },
          words: row.filter((cell) => typeof cell === 'string').join('\n'),
        })),
      ),
  ];
}

/** Only headings within texts are people's own, and are known by what they are called. */
const HEADING_OF_TEXT = /^tekst-(.+)-\d+$/;

function writtenIn(block: Block): Written[] {
  switch (block.kind) {
    case 'heading': {
      const name = HEADING_OF_TEXT.exec(block.id)?.[1];
      const place = TEXT_PLACES.find((one) => one === name);
      return place === undefined ? [] : [{ where: { kind: 'text', place }, words: block.text }];
    }
    case 'rich':
      return [{ where: { kind: 'text', place: block.place }, words: wordsOf(block) }];
    case 'plans':
      return [
        { where: { kind: 'theme', theme: block.group.theme }, words: block.group.theme },
        ...cardsIn(block.group).map(({ account, problem, responsible, steps }) => ({
          where: { kind: 'plan' as const, account },
          words: [
            problem,
            responsible,
            ...steps.flatMap(({ activity, deadline, consequence }) => [activity, deadline, consequence]),
          ].join('\n'),
        })),
      ];
    default:
      return [];
  }
}

function cardsOf({ document }: ReportModel): PlanGroup['functions'][number]['cards'] {
  return document.flatMap((block) => (block.kind === 'plans' ? cardsIn(block.group) : []));
}

function cardsIn({ functions }: PlanGroup): PlanGroup['functions'][number]['cards'] {
  return functions.flatMap(({ cards }) => cards);
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
