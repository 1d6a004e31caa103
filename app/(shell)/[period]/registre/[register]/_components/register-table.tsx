'use client';

import type { Route } from 'next';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column, SetFilter } from '#components/data-table/columns.ts';
import { DataTable } from '#components/data-table/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Register, RegisterLine } from '#lib/domain/register.ts';
import type { RegisterView } from '#lib/services/list-register.ts';
import {
  LACKS,
  LINE_ORIGINS,
  type RegisterFilter,
  registerColumns,
  registerFilters,
  WRITE_OFF_CHOICES,
} from '#lib/services/register-list.ts';
import { useSavedViews } from '../../../../_components/use-saved-views.ts';
import { LINE_PARAMETER } from './line-address.ts';

/** In px, by column. */
const WIDTHS: Record<string, number> = {
  kategori: 96,
  antal: 110,
  netto: 190,
  fagsystem: 130,
  modtager: 130,
  udvalg: 84,
  difference: 140,
  ansvarlig: 100,
  deadline: 100,
  aktiviteter: 260,
  konsekvens: 260,
  'afskrevet-paa': 126,
  art: 136,
  beloeb: 140,
  modpost: 90,
  'modpost-navn': 190,
  bevilling: 130,
  konto: 100,
  navn: 190,
  'im-funktion': 100,
  tekst: 190,
  forklaring: 230,
  dokumentation: 150,
  kilde: 116,
};

interface RegisterTableProps<R extends Register> {
  periodId: string;
  register: R;
  view: RegisterView<R>;
}

/** The lines in a grid; a row opens its line. */
export function RegisterTable<R extends Register>({ periodId, register, view }: RegisterTableProps<R>) {
  const t = useTranslations('registers');
  const views = useSavedViews(register);
  const search = useSearchParams().toString();
  const name: Register = register;

  const columns = useMemo(() => {
    const words = {
      origin: (origin: string) => t(`origins.${origin}`),
      writeOff: (kind: string) => t(`writeOffs.${kind}`),
    };
    return registerColumns(register, words).map((column): Column<RegisterLine<R>> => {
      const shown = { header: t(`columns.${column.id}`), width: WIDTHS[column.id] ?? 120 };
      if (column.kind !== 'link') return { ...column, ...shown };
      const href = (line: RegisterLine<R>) => lineAddress(periodId, register, line.id, search);
      return { ...column, ...shown, frozen: true, href };
    });
  }, [t, periodId, register, search]);

  const filters = useMemo(() => {
    const options: Record<RegisterFilter, SetFilter<RegisterLine>['options']> = {
      udvalg: view.committees.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      art: WRITE_OFF_CHOICES.map(({ value }) => ({ value, label: t(`writeOffs.${value}`) })),
      mangler: LACKS.map((lack) => ({ value: lack, label: t(`columns.${lack}`) })),
      kilde: LINE_ORIGINS.map((origin) => ({ value: origin, label: t(`origins.${origin}`) })),
    };
    return registerFilters(register).map(
      (filter): SetFilter<RegisterLine<R>> => ({
        ...filter,
        label: t(`filters.${filter.id}`),
        options: options[filter.id],
      }),
    );
  }, [t, register, view.committees]);

  return (
    <DataTable
      name={register}
      label={t(`names.${name}`)}
      rows={view.lines}
      rowId={lineId}
      columns={columns}
      filters={filters}
      searchLabel={t('search')}
      views={views}
      empty={<EmptyState title={t('emptyTitle')}>{t(`empty.${name}`)}</EmptyState>}
    />
  );
}

const lineId = (line: RegisterLine) => String(line.id);

function lineAddress(periodId: string, register: Register, line: number, search: string): Route {
  const params = new URLSearchParams(search);
  params.set(LINE_PARAMETER, String(line));
  return `/${periodId}/registre/${register}?${params}` as Route;
}
