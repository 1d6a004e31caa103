import { findAccounts } from '../find-accounts.ts';
import { noteTour } from '../note-tour.ts';
import type { RightsCase } from './rights-case.ts';
import { PERIOD } from './rights-names.ts';

/** What helps people to find their way. */
export const HELP_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'anyone',
    use: 'findAccounts',
    namesNothing: true,
    shows: ['ALFA-konto', 'BETA-konto', 'DELT-konto'],
    call: (context) => findAccounts(context, PERIOD, 'konto'),
  },
  { does: 'write', by: 'own', use: 'noteTour', namesNothing: true, isUntold: true, call: noteTour },
];
