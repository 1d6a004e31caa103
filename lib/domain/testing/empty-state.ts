import type { MunicipalityState } from '../municipality.ts';
import { parsePeriod } from '../period.ts';

/** A municipality of which nothing is known yet, in an open period. */
export function emptyState(periodId = '2023-12'): MunicipalityState {
  const period = parsePeriod(periodId);
  if (!period) throw new Error(`${periodId} is no period.`);
  return {
    period,
    periodStatus: 'open',
    yearStatus: 'open',
    committees: [],
    administrations: [],
    functions: [],
    accounts: [],
    responsibilities: new Map(),
    reconciliations: new Map(),
    registers: {
      sammenligningstal: [],
      systemafstemninger: [],
      afskrivninger: [],
      'periodiserede-poster': [],
      egenkapital: [],
    },
    assignments: new Map(),
    sharing: new Map(),
    documentation: new Map(),
    confirmations: [],
    control: null,
  };
}
