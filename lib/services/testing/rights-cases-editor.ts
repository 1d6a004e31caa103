import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { SHARED } from '#lib/domain/report-text.ts';
import { listReportFigures } from '../list-report-figures.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA_REGISTER } from './rights-names.ts';

/** What it takes to write the report's texts. */
export const EDITOR_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'writeText',
    at: ALFA_REGISTER,
    use: 'listReportFigures',
    isPublished: true,
    call: (context, ids) => listReportFigures(context, ids.year, ids.committee, ids.committee),
  },
  {
    does: 'read',
    by: 'writeText',
    at: EVERYWHERE,
    use: 'listReportFigures: for the text of all committees',
    isPublished: true,
    call: (context, ids) => listReportFigures(context, ids.year, ids.committee, SHARED),
  },
];
