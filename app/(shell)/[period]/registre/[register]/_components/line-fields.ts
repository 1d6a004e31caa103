import type { Register, RegisterContents, RegisterLine } from '#lib/domain/register.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { formatDeadline } from '#lib/services/register-list.ts';

type FieldKind =
  | 'text'
  | 'longText'
  | 'money'
  | 'count'
  | 'committee'
  | 'imFunction'
  | 'accountName'
  | 'moved'
  | 'explanation'
  | 'documentation'
  | 'writeOffKind'
  | 'category'
  | 'deadline';

export interface LineField {
  name: string;
  kind: FieldKind;
  required: boolean;
}

type Fields<R extends Register> = readonly (LineField & { name: keyof RegisterContents[R] & string })[];

const COMMITTEE = { name: 'committee', kind: 'committee', required: true } as const;

const MOVEMENT = [
  COMMITTEE,
  { name: 'account', kind: 'text', required: true },
  { name: 'imFunction', kind: 'imFunction', required: false },
  { name: 'name', kind: 'accountName', required: false },
  { name: 'text', kind: 'moved', required: false },
  { name: 'amount', kind: 'money', required: true },
  { name: 'explanation', kind: 'explanation', required: false },
  { name: 'documentation', kind: 'documentation', required: false },
] as const;

/** The fields of a line's form, in their order. What is required is said by the service; here it is only marked. */
const FIELDS: { [R in Register]: Fields<R> } = {
  sammenligningstal: [
    { name: 'category', kind: 'category', required: true },
    { name: 'accounts', kind: 'count', required: true },
    { name: 'net', kind: 'money', required: true },
  ],
  systemafstemninger: [
    COMMITTEE,
    { name: 'sourceSystem', kind: 'text', required: true },
    { name: 'receiver', kind: 'text', required: true },
    { name: 'difference', kind: 'money', required: true },
    { name: 'activity', kind: 'longText', required: false },
    { name: 'responsible', kind: 'text', required: false },
    { name: 'deadline', kind: 'deadline', required: false },
    { name: 'consequence', kind: 'longText', required: false },
  ],
  afskrivninger: [
    COMMITTEE,
    { name: 'kind', kind: 'writeOffKind', required: true },
    { name: 'writtenOffFunction', kind: 'imFunction', required: true },
    { name: 'counterFunction', kind: 'imFunction', required: true },
    { name: 'counterName', kind: 'text', required: false },
    { name: 'appropriation', kind: 'text', required: false },
    { name: 'amount', kind: 'money', required: true },
  ],
  'periodiserede-poster': MOVEMENT,
  egenkapital: MOVEMENT,
};

export function fieldsOf(register: Register): readonly LineField[] {
  return FIELDS[register];
}

/** The values of a line as its form shows them. */
export function toTexts(register: Register, content: RegisterLine['content']): Map<string, string> {
  const values = new Map<string, unknown>(Object.entries(content));
  return new Map(FIELDS[register].map(({ name, kind }) => [name, toText(kind, values.get(name))]));
}

function toText(kind: FieldKind, value: unknown): string {
  if (typeof value === 'bigint') return formatOre(value);
  if (typeof value === 'number') return kind === 'count' ? formatCount(value) : String(value);
  if (typeof value !== 'string') return '';
  return kind === 'deadline' ? formatDeadline(value) : value;
}
