import { EVERYWHERE } from '#lib/domain/permissions.ts';
import type { Context } from '../context.ts';
import { getBundle } from '../get-bundle.ts';
import { getBundleDesk } from '../get-bundle-desk.ts';
import { getCoverNote } from '../get-cover-note.ts';
import { makeBundle } from '../make-bundle.ts';
import { planBundle } from '../plan-bundle.ts';
import { updateCoverNote } from '../update-cover-note.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA_REGISTER, type Ids } from './rights-names.ts';

const report = { does: 'read', by: 'seeReport', at: ALFA_REGISTER, isPublished: true } as const;
const whole = {
  does: 'read',
  by: 'seeClosedEdition',
  at: ALFA_REGISTER,
  seenAt: ALFA_REGISTER,
  isPublished: true,
} as const;
const hooks = { onProgress: () => undefined, signal: new AbortController().signal };

const order = ({ year, committee }: Ids, edition: 'open' | 'closed') => ({
  year,
  committees: [committee],
  formats: ['json'],
  edition,
  frozen: false,
});

/** Has an archive made and fetches it; what it was refused with where there is none. */
async function fetchBundle(context: Context, ids: Ids): Promise<unknown> {
  const made = await makeBundle(context, order(ids, 'open'), hooks);
  return made.ok ? getBundle(context, made.value.id) : null;
}

/** All reports at once: those that one may see, in the edition that one may see. The cover note's template is a setting. */
export const BUNDLE_CASES: readonly RightsCase[] = [
  { ...report, use: 'planBundle', call: (context, ids) => planBundle(context, order(ids, 'open')) },
  { ...whole, use: 'planBundle: the whole edition', call: (context, ids) => planBundle(context, order(ids, 'closed')) },
  {
    ...report,
    use: 'makeBundle',
    isSlow: true,
    call: (context, ids) => makeBundle(context, order(ids, 'open'), hooks),
  },
  { ...report, use: 'getBundle', isSlow: true, call: fetchBundle },
  {
    ...report,
    use: 'getBundleDesk',
    call: async (context, ids) => {
      const desk = await getBundleDesk(context, ids.period);
      return desk?.kind === 'reports' ? (desk.reports.find(({ code }) => code === ids.committee) ?? null) : null;
    },
  },
  {
    does: 'read',
    by: 'seeSettings',
    at: EVERYWHERE,
    use: 'getCoverNote',
    namesNothing: true,
    call: (context) => getCoverNote(context),
  },
  {
    does: 'write',
    by: 'changeSettings',
    at: EVERYWHERE,
    use: 'updateCoverNote',
    namesNothing: true,
    call: (context) => updateCoverNote(context, null),
  },
];
