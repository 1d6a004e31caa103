import { existsSync, readFileSync } from 'node:fs';
import { placeOfFile } from '#lib/db/kept-files.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Edition } from '#lib/domain/report-version.ts';
import { type Context, done } from '../context.ts';
import { exportReport } from '../export-report.ts';
import { getEditionsPage } from '../get-editions-page.ts';
import { getVersionFile } from '../get-version-file.ts';
import { getVersionsPage } from '../get-versions-page.ts';
import { makeFinal } from '../make-final.ts';
import { publishVersion } from '../publish-version.ts';
import { removeRedaction } from '../remove-redaction.ts';
import { saveRedaction } from '../save-redaction.ts';
import { verifyReportFile } from '../verify-report-file.ts';
import { checkReports } from '../verify-reports.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA_REGISTER, type Ids } from './rights-names.ts';
import { KEPT_OUT } from './rights-versions.ts';

const reading = { does: 'read', by: 'seeReport', at: ALFA_REGISTER, isPublished: true } as const;
const closed = { ...reading, by: 'seeClosedEdition' } as const;
const keeping = { does: 'write', by: 'keepVersions', at: ALFA_REGISTER } as const;

const reportOf = ({ year, committee }: Ids) => ({ year, committee });
const fileOf = (ids: Ids, edition: Edition) => ({ ...reportOf(ids), number: 1, edition, format: 'html' as const });

/** What that file is to the asker; null: unknown. */
async function verdictOn(context: Context, sha256: string) {
  const place = placeOfFile(context.store, 'reports', sha256);
  const verdict = await verifyReportFile(context, existsSync(place) ? readFileSync(place) : Buffer.from('ingen'));
  return verdict.kind === 'unknown' ? null : verdict;
}

/** Versions and editions of reports. */
export const VERSION_CASES: readonly RightsCase[] = [
  {
    ...reading,
    use: 'getVersionsPage',
    call: (context, ids) => getVersionsPage(context, ids.period, ids.committee),
  },
  {
    ...reading,
    use: 'getEditionsPage',
    call: (context, ids) => getEditionsPage(context, ids.period, ids.committee),
  },
  {
    ...closed,
    use: 'getEditionsPage: what can be left out',
    call: async (context, ids) => (await getEditionsPage(context, ids.period, ids.committee))?.choices,
  },
  {
    ...reading,
    use: 'getVersionFile',
    call: (context, ids) => getVersionFile(context, fileOf(ids, 'open')),
  },
  {
    ...closed,
    use: 'getVersionFile: the closed edition',
    call: (context, ids) => getVersionFile(context, fileOf(ids, 'closed')),
  },
  {
    ...closed,
    use: 'exportReport: the closed edition',
    call: (context, ids) => exportReport(context, ids.year, ids.committee, 'json', 'closed'),
  },
  {
    ...closed,
    use: 'verifyReportFile',
    call: (context, ids) => verdictOn(context, ids.reportFile),
  },
  {
    does: 'read',
    by: 'seeTrail',
    at: EVERYWHERE,
    use: 'checkReports',
    namesNothing: true,
    call: (context) => checkReports(context),
  },
  {
    ...keeping,
    use: 'makeFinal',
    // The world's report is not ready: whoever may make it final is told that, and nothing is done.
    isUntold: true,
    call: async (context, ids) => {
      const result = await makeFinal(context, { ...reportOf(ids), reason: '' });
      return !result.ok && result.problems[0]?.code === 'report-not-ready' ? done(null) : result;
    },
  },
  {
    ...keeping,
    use: 'publishVersion',
    call: (context, ids) => publishVersion(context, { ...reportOf(ids), number: 1 }),
  },
  {
    ...keeping,
    use: 'saveRedaction',
    call: (context, ids) =>
      saveRedaction(context, { ...reportOf(ids), kind: 'column', target: 'handleplaner.problem', ground: '§ 1' }),
  },
  {
    ...keeping,
    use: 'removeRedaction',
    call: (context, { year, committee }) => {
      const { kind, target } = KEPT_OUT;
      return removeRedaction(context, { year, committee, kind, target });
    },
  },
];
