import { type MissingPart, PLAN_STATES, type PlanState } from '#lib/domain/finding.ts';
import { type ListColumn, type ListFilter, NONE } from '#lib/format/list.ts';
import type { FindingRow } from './account-rows.ts';

/** Words in the reader's language: of a missing part, and of how far a plan is. */
interface FindingWords {
  missing: (part: MissingPart) => string;
  plan: (state: PlanState) => string;
}

/** The columns of *Opfølgning*, on screen and in its export. */
export function findingColumns(words: FindingWords): ListColumn<FindingRow>[] {
  return [
    { id: 'konto', kind: 'link', value: (row) => row.account },
    { id: 'navn', kind: 'text', value: (row) => row.accountName },
    { id: 'udvalg', kind: 'text', value: (row) => row.committee },
    { id: 'kategori', kind: 'category', value: (row) => row.category },
    { id: 'opfoelgning', kind: 'money', value: (row) => row.followUp },
    // A blank where nothing is older, as in the report's list of what is (domain.md, arithmetic of the report).
    { id: 'aeldre', kind: 'money', value: (row) => (row.older === 0n ? null : row.older) },
    { id: 'deadline', kind: 'date', value: (row) => row.deadline },
    { id: 'forsinket', kind: 'count', sum: false, value: (row) => row.daysLate },
    { id: 'foraeldes', kind: 'date', value: (row) => row.limitation.first },
    {
      id: 'flyttet',
      kind: 'count',
      sum: false,
      optional: true,
      value: (row) => (row.moves === 0 ? null : row.moves),
    },
    { id: 'plan', kind: 'text', value: (row) => words.plan(row.plan), order: (row) => PLAN_STATES.indexOf(row.plan) },
    { id: 'udlignet', kind: 'money', value: (row) => (row.settled === 0n ? null : row.settled), optional: true },
    { id: 'ansvarlig', kind: 'text', value: (row) => row.responsible },
    { id: 'tema', kind: 'text', value: (row) => row.theme, optional: true },
    { id: 'mangler', kind: 'text', value: (row) => row.missing.map(words.missing).join(', ') },
    {
      id: 'handleplan',
      kind: 'text',
      optional: true,
      value: (row) => [row.problem, row.activities].filter(Boolean).join(' – '),
    },
    { id: 'problem', kind: 'text', value: (row) => row.problem, optional: true },
    { id: 'aktivitet', kind: 'text', value: (row) => row.activity, optional: true },
    { id: 'funktion', kind: 'text', value: (row) => `${row.imFunction} ${row.functionName}`.trim(), optional: true },
    { id: 'poster', kind: 'count', value: (row) => row.items, optional: true },
  ];
}

export type FindingFilter =
  | 'udvalg'
  | 'kategori'
  | 'aeldre'
  | 'deadline'
  | 'foraeldelse'
  | 'flyttet'
  | 'plan'
  | 'udlignet'
  | 'mangler'
  | 'funktion'
  | 'tema'
  | 'enhed'
  | 'ansvarlig';

/** How the address says where the worst of a finding's items stands. */
export const LIMITATION_VALUES = { near: 'naer', passed: 'overskredet', none: 'nej' } as const;

/** The filters of *Opfølgning*. A plan is late where the first deadline of what is still to be done lies before `today`, an ISO date. */
export function findingFilters(today: string): (ListFilter<FindingRow> & { id: FindingFilter })[] {
  return [
    { id: 'udvalg', values: (row) => [row.committee] },
    { id: 'kategori', values: (row) => [String(row.category)] },
    { id: 'aeldre', values: (row) => [row.older === 0n ? 'nej' : 'ja'] },
    {
      id: 'deadline',
      values: (row) => [row.deadline === null ? NONE : row.deadline < today ? 'overskredet' : 'kommende'],
    },
    { id: 'foraeldelse', values: (row) => [LIMITATION_VALUES[row.limitation.state ?? 'none']] },
    { id: 'flyttet', values: (row) => [row.moves === 0 ? 'nej' : row.moves === 1 ? 'en' : 'flere'] },
    { id: 'plan', values: (row) => [row.plan] },
    { id: 'udlignet', values: (row) => [row.settled === 0n ? 'nej' : 'ja'] },
    { id: 'mangler', values: (row) => [row.missing.length > 0 ? 'ja' : 'nej'] },
    { id: 'funktion', values: (row) => [row.imFunction] },
    { id: 'tema', values: (row) => [row.theme || NONE] },
    { id: 'enhed', values: (row) => [row.unit || NONE] },
    { id: 'ansvarlig', values: (row) => [row.responsible || NONE] },
  ];
}
