import { listFiscalYears, loadOrganisation } from '#lib/db/organisation.ts';
import { findOrganisationYear } from '#lib/db/state.ts';
import { listSuccessions } from '#lib/db/successions.ts';
import type { Organisation } from '#lib/domain/municipality.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { SUCCESSION_KINDS, type SuccessionKind } from '#lib/domain/succession.ts';
import type { Context } from './context.ts';

interface Named {
  code: string;
  name: string;
}

/** A unit or function of the year before, and what is known of it in the year. */
interface StructureChange {
  kind: SuccessionKind;
  before: Named;
  /** Under the same code; null where the year has none. */
  same: Named | null;
  /** What an administrator said: undefined, nothing; null, it closed. */
  to: string | null | undefined;
}

export interface Structure {
  year: number;
  /** Newest first. */
  years: number[];
  organisation: Organisation;
  /** Whether the year has units of its own, or those of a year before hold. */
  ownUnits: boolean;
  /** The year before, if it had anything. */
  previous: Organisation | null;
  /** Those that are gone, are called something else, or of which something was said. */
  changes: StructureChange[];
}

/** Units and functions of a fiscal year beside those of the year before; null for who does not administer them, or without the year. */
export async function getStructure({ store, actor }: Context, asked: number | null): Promise<Structure | null> {
  if (!may(actor, 'manageStructure', EVERYWHERE)) return null;
  const years = await listFiscalYears(store.read);
  const year = asked ?? years[0];
  if (year === undefined || !years.includes(year)) return null;
  const [organisation, before, unitsOf, successions] = await Promise.all([
    loadOrganisation(store.read, year),
    loadOrganisation(store.read, year - 1),
    findOrganisationYear(store.read, year),
    listSuccessions(store.read),
  ]);
  const previous = before.committees.length + before.functions.length > 0 ? before : null;
  const said = successions.filter(({ fiscalYear }) => fiscalYear === year);
  // Where a year names none of a kind yet, none of them is gone.
  const named = SUCCESSION_KINDS.filter((kind) => listOf(organisation, kind).length > 0);
  const changes = named.flatMap((kind) =>
    (previous ? listOf(previous, kind) : []).flatMap((own): StructureChange[] => {
      const same = listOf(organisation, kind).find(({ code }) => code === own.code) ?? null;
      const to = said.find((one) => one.kind === kind && one.from === own.code)?.to;
      return same?.name === own.name && to === undefined ? [] : [{ kind, before: own, same, to }];
    }),
  );
  return { year, years, organisation, ownUnits: unitsOf === year, previous, changes };
}

function listOf({ committees, administrations, functions }: Organisation, kind: SuccessionKind): Named[] {
  const list = { committee: committees, administration: administrations, imFunction: functions }[kind];
  return list.map(({ code, name }) => ({ code, name }));
}

/** Whether the year has such a unit or function. */
export function hasCode(organisation: Organisation, kind: SuccessionKind, code: string): boolean {
  return listOf(organisation, kind).some((one) => one.code === code);
}
