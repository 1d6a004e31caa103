import {
  type AccountMovement,
  isMovementRegister,
  lacksDocumentation,
  type MovementRegister,
  REGISTERS,
  type Register,
  type RegisterLine,
  WRITE_OFF_KINDS,
  type WriteOffKind,
} from '#lib/domain/register.ts';
import { formatDate } from '#lib/format/date.ts';
import type { ListColumn, ListFilter } from '#lib/format/list.ts';
import { isDateDeadline } from '#lib/schemas/registers.ts';

/** What the pages of the registers and their exports have in common. Ids stand in addresses, so they are Danish. */

export function parseRegister(text: string | null): Register | null {
  return REGISTERS.find((register) => register === text) ?? null;
}

/** Where a line comes from: a file as it stands, a file and then changed here, or added here. */
export const LINE_ORIGINS = ['importeret', 'rettet', 'tilfoejet'] as const;
type LineOrigin = (typeof LINE_ORIGINS)[number];

function originOf({ content, imported }: RegisterLine): LineOrigin {
  if (imported === null) return 'tilfoejet';
  const before = new Map<string, unknown>(Object.entries(imported));
  return Object.entries(content).every(([field, value]) => before.get(field) === value) ? 'importeret' : 'rettet';
}

/** A control's deadline as it is read: a date, or the word that stands there. */
export function formatDeadline(deadline: string): string {
  return isDateDeadline(deadline) ? formatDate(deadline) : deadline;
}

/** A kind of write-off in an address. */
type WriteOffValue = 'drift' | 'balance' | 'oevrige';
const WRITE_OFF_VALUES: Record<WriteOffKind, WriteOffValue> = { drift: 'drift', balance: 'balance', øvrige: 'oevrige' };

/** The kinds of write-off with their values in an address. */
export const WRITE_OFF_CHOICES = WRITE_OFF_KINDS.map((kind) => ({ kind, value: WRITE_OFF_VALUES[kind] }));

/** What is said in the reader's language. */
export interface RegisterWords {
  origin: (origin: LineOrigin) => string;
  writeOff: (kind: WriteOffValue) => string;
}

type Columns<R extends Register> = readonly ListColumn<RegisterLine<R>>[];

/** The columns of a register, on screen and in its export. */
export function registerColumns<R extends Register>(register: R, words: RegisterWords): Columns<R> {
  const columns: { [Each in Register]: Columns<Each> } = {
    sammenligningstal: [
      { id: 'kategori', kind: 'link', value: ({ content }) => String(content.category) },
      { id: 'antal', kind: 'count', value: ({ content }) => content.accounts },
      { id: 'netto', kind: 'money', value: ({ content }) => content.net },
      { id: 'kilde', kind: 'text', value: (line) => sourceWord(line, words) },
    ],
    systemafstemninger: [
      { id: 'fagsystem', kind: 'link', value: ({ content }) => content.sourceSystem },
      { id: 'modtager', kind: 'text', value: ({ content }) => content.receiver },
      { id: 'udvalg', kind: 'text', value: ({ content }) => content.committee },
      { id: 'difference', kind: 'money', value: ({ content }) => content.difference },
      { id: 'ansvarlig', kind: 'text', value: ({ content }) => content.responsible },
      { id: 'deadline', kind: 'text', value: ({ content }) => formatDeadline(content.deadline) },
      { id: 'kilde', kind: 'text', value: (line) => sourceWord(line, words) },
      { id: 'aktiviteter', kind: 'text', value: ({ content }) => content.activity },
      { id: 'konsekvens', kind: 'text', value: ({ content }) => content.consequence },
    ],
    afskrivninger: [
      { id: 'afskrevet-paa', kind: 'link', value: ({ content }) => content.writtenOffFunction },
      { id: 'art', kind: 'text', value: ({ content }) => words.writeOff(WRITE_OFF_VALUES[content.kind]) },
      { id: 'udvalg', kind: 'text', value: ({ content }) => content.committee },
      { id: 'beloeb', kind: 'money', value: ({ content }) => content.amount },
      { id: 'modpost', kind: 'text', value: ({ content }) => content.counterFunction },
      { id: 'modpost-navn', kind: 'text', value: ({ content }) => content.counterName },
      { id: 'bevilling', kind: 'text', value: ({ content }) => content.appropriation },
      { id: 'kilde', kind: 'text', value: (line) => sourceWord(line, words) },
    ],
    'periodiserede-poster': movementColumns(words),
    egenkapital: movementColumns(words),
  };
  return columns[register];
}

function sourceWord(line: RegisterLine, words: RegisterWords): string {
  return words.origin(originOf(line));
}

function movementColumns<R extends MovementRegister>(words: RegisterWords): Columns<R> {
  const of = (line: RegisterLine<R>): AccountMovement => line.content;
  return [
    { id: 'konto', kind: 'link', value: (line) => of(line).account },
    { id: 'navn', kind: 'text', value: (line) => of(line).name },
    { id: 'im-funktion', kind: 'text', value: (line) => of(line).imFunction },
    { id: 'udvalg', kind: 'text', value: (line) => of(line).committee },
    { id: 'beloeb', kind: 'money', value: (line) => of(line).amount },
    { id: 'tekst', kind: 'text', value: (line) => of(line).text },
    { id: 'forklaring', kind: 'text', value: (line) => of(line).explanation },
    { id: 'dokumentation', kind: 'text', value: (line) => of(line).documentation },
    { id: 'kilde', kind: 'text', value: (line) => sourceWord(line, words) },
  ];
}

/** What a movement can lack of what a reader of the report asks for. */
export const LACKS = ['forklaring', 'dokumentation'] as const;

function lacksOf({ content }: RegisterLine): string[] {
  if (!('explanation' in content)) return [];
  const lacking = { forklaring: content.explanation === '', dokumentation: lacksDocumentation(content) };
  return LACKS.filter((lack) => lacking[lack]);
}

export type RegisterFilter = 'udvalg' | 'art' | 'kilde' | 'mangler';

/** The filters of a register. */
export function registerFilters(register: Register): (ListFilter<RegisterLine> & { id: RegisterFilter })[] {
  const origin = { id: 'kilde', values: (line: RegisterLine) => [originOf(line)] } as const;
  if (register === 'sammenligningstal') return [origin];
  const committee = {
    id: 'udvalg',
    values: ({ content }: RegisterLine) => ('committee' in content ? [content.committee] : []),
  } as const;
  if (isMovementRegister(register)) return [committee, { id: 'mangler', values: lacksOf }, origin];
  if (register !== 'afskrivninger') return [committee, origin];
  const kind = {
    id: 'art',
    values: ({ content }: RegisterLine) => ('kind' in content ? [WRITE_OFF_VALUES[content.kind]] : []),
  } as const;
  return [committee, kind, origin];
}
