import { readInstallation } from './settings.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** A unit that a role can be limited to, under the latest name that it had. */
export interface NamedUnit {
  kind: 'committee' | 'administration';
  code: string;
  name: string;
}

/** All units of all years, committees first, and the service centre among the administrations. */
export async function listUnits(db: ReadDb | WriteDb): Promise<NamedUnit[]> {
  const orderBy = [{ fiscalYear: 'desc' as const }, { position: 'asc' as const }];
  const [committees, administrations, installation] = await Promise.all([
    db.committee.findMany({ orderBy }),
    db.administration.findMany({ orderBy }),
    readInstallation(db),
  ]);
  const units: NamedUnit[] = [
    ...committees.map(({ code, name }) => ({ kind: 'committee' as const, code, name })),
    { kind: 'administration', code: installation.serviceCentreCode, name: installation.serviceCentreName },
    ...administrations.map(({ code, name }) => ({ kind: 'administration' as const, code, name })),
  ];
  const latest = new Map<string, NamedUnit>();
  for (const unit of units) if (!latest.has(`${unit.kind} ${unit.code}`)) latest.set(`${unit.kind} ${unit.code}`, unit);
  return [...latest.values()];
}
