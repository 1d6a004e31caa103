import type { useTranslations } from 'next-intl';
import type { Column, SetFilter } from '#components/data-table/columns.ts';
import { NONE } from '#lib/format/list.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { ApprovalRow } from '#lib/services/list-approvals.ts';
import { accountAddress } from '../../../_components/account-address.ts';

/** The words of the page. */
type Words = ReturnType<typeof useTranslations<'approval'>>;

const CATEGORY_VALUES = ['1', '2', '3'] as const;
const ANSWERS = ['ja', 'nej'] as const;

/** The columns of *Godkendelse*. Ids stand in addresses, so they are Danish and stay as they are. */
export function approvalColumns(t: Words, periodId: string, earlierId: string | null): Column<ApprovalRow>[] {
  const columns: Column<ApprovalRow>[] = [
    {
      id: 'konto',
      header: t('columns.konto'),
      width: 92,
      frozen: true,
      kind: 'link',
      value: (row) => row.account,
      href: (row) => accountAddress(periodId, row.account),
    },
    { id: 'navn', header: t('columns.navn'), width: 150, kind: 'text', value: (row) => row.name },
    { id: 'kategori', header: t('columns.kategori'), width: 116, kind: 'category', value: (row) => row.category },
    { id: 'saldo', header: t('columns.saldo'), width: 124, kind: 'money', value: (row) => row.balance },
  ];
  if (earlierId !== null) {
    columns.push({
      id: 'aendring',
      header: t('columns.aendring'),
      width: 116,
      kind: 'money',
      sum: false,
      value: (row) => row.change,
    });
  }
  columns.push({
    id: 'afvigelse',
    header: t('columns.afvigelse'),
    width: 104,
    kind: 'money',
    sum: false,
    value: (row) => row.deviation,
  });
  if (earlierId !== null) {
    columns.push(
      {
        id: 'saldo-foer',
        header: t('columns.saldo-foer'),
        width: 124,
        kind: 'money',
        sum: false,
        optional: true,
        value: (row) => row.previousBalance,
      },
      {
        id: 'kategori-foer',
        header: t('columns.kategori-foer'),
        width: 124,
        kind: 'category',
        optional: true,
        value: (row) => row.previousCategory,
        otherwise: (row) => (row.previousCategory === null ? '–' : null),
      },
    );
  }
  columns.push(
    {
      id: 'opfoelgning',
      header: t('columns.opfoelgning'),
      width: 124,
      kind: 'money',
      value: (row) => (row.findings === 0 ? null : row.followUp),
    },
    {
      id: 'aeldre',
      header: t('columns.aeldre'),
      width: 124,
      kind: 'money',
      value: (row) => (row.findings === 0 ? null : row.older),
    },
    { id: 'sendt', header: t('columns.sendt'), width: 92, kind: 'date', optional: true, value: (row) => row.sentOn },
    { id: 'af', header: t('columns.af'), width: 150, kind: 'text', value: (row) => row.preparers },
    {
      id: 'bilag',
      header: t('columns.bilag'),
      width: 60,
      kind: 'count',
      value: (row) => (row.documents === 0 ? null : row.documents),
    },
    {
      id: 'godkendt',
      header: t('columns.godkendt'),
      width: 88,
      kind: 'text',
      value: (row) => t('given', { given: row.given, required: row.required }),
    },
  );
  return columns;
}

const yesOrNo = (is: boolean) => [is ? 'ja' : 'nej'];

/** What the list can be narrowed by. */
export function approvalFilters(
  t: Words,
  rows: readonly ApprovalRow[],
  earlierId: string | null,
): SetFilter<ApprovalRow>[] {
  const either = ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }));
  const committees = [...new Set(rows.map((row) => row.committee || NONE))].sort(compareDanish);
  return [
    {
      id: 'kategori',
      label: t('columns.kategori'),
      options: CATEGORY_VALUES.map((value) => ({ value, label: t(`categories.${value}`) })),
      values: (row) => [String(row.category)],
    },
    {
      id: 'udvalg',
      label: t('filters.udvalg'),
      options: committees.map((value) => ({ value, label: value === NONE ? t('filters.none') : value })),
      values: (row) => [row.committee || NONE],
    },
    ...(earlierId === null
      ? []
      : [
          {
            id: 'aendret',
            label: t('filters.aendret', { earlier: earlierId }),
            options: either,
            values: (row: ApprovalRow) => yesOrNo(row.change !== 0n || row.category !== row.previousCategory),
          },
        ]),
    {
      id: 'afvigelse',
      label: t('filters.afvigelse'),
      options: either,
      values: (row) => yesOrNo(row.deviation !== null && row.deviation !== 0n),
    },
    {
      id: 'aeldre',
      label: t('filters.aeldre'),
      options: either,
      values: (row) => yesOrNo(row.older !== 0n),
    },
    {
      id: 'bilag',
      label: t('filters.bilag'),
      options: either,
      values: (row) => yesOrNo(row.documents > 0),
    },
  ];
}
