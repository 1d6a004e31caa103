import type { MissingPart } from '#lib/domain/finding.ts';
import type { ListColumn, ListFilter } from '#lib/format/list.ts';
import { NONE } from './account-list.ts';
import type { FindingRow } from './account-rows.ts';

/** The columns of *Opfølgning*, on screen and in its export. `wordOf` says a missing part in the reader's language. */
export function findingColumns(wordOf: (part: MissingPart) => string): ListColumn<FindingRow>[] {
  return [
    { id: 'konto', kind: 'link', value: (row) => row.account },
    { id: 'navn', kind: 'text', value: (row) => row.accountName },
    { id: 'udvalg', kind: 'text', value: (row) => row.committee },
    { id: 'kategori', kind: 'category', value: (row) => row.category },
    { id: 'opfoelgning', kind: 'money', value: (row) => row.followUp },
    // A blank where nothing is older, as in the report's list of what is (domain.md, arithmetic of the report).
    { id: 'aeldre', kind: 'money', value: (row) => (row.older === 0n ? null : row.older) },
    { id: 'deadline', kind: 'date', value: (row) => row.deadline },
    { id: 'ansvarlig', kind: 'text', value: (row) => row.responsible },
    { id: 'tema', kind: 'text', value: (row) => row.theme },
    { id: 'mangler', kind: 'text', value: (row) => row.missing.map(wordOf).join(', ') },
    { id: 'handleplan', kind: 'text', value: (row) => [row.problem, row.activities].filter(Boolean).join(' – ') },
    { id: 'funktion', kind: 'text', value: (row) => `${row.imFunction} ${row.functionName}`.trim() },
    { id: 'poster', kind: 'count', value: (row) => row.items },
  ];
}

export type FindingFilter =
  | 'udvalg'
  | 'kategori'
  | 'aeldre'
  | 'deadline'
  | 'mangler'
  | 'funktion'
  | 'tema'
  | 'enhed'
  | 'ansvarlig';

/** The filters of *Opfølgning*. A plan is late where its first deadline lies before `today`, an ISO date. */
export function findingFilters(today: string): (ListFilter<FindingRow> & { id: FindingFilter })[] {
  return [
    { id: 'udvalg', values: (row) => [row.committee] },
    { id: 'kategori', values: (row) => [String(row.category)] },
    { id: 'aeldre', values: (row) => [row.older === 0n ? 'nej' : 'ja'] },
    {
      id: 'deadline',
      values: (row) => [row.deadline === null ? NONE : row.deadline < today ? 'overskredet' : 'kommende'],
    },
    { id: 'mangler', values: (row) => [row.missing.length > 0 ? 'ja' : 'nej'] },
    { id: 'funktion', values: (row) => [row.imFunction] },
    { id: 'tema', values: (row) => [row.theme || NONE] },
    { id: 'enhed', values: (row) => [row.unit || NONE] },
    { id: 'ansvarlig', values: (row) => [row.responsible || NONE] },
  ];
}
