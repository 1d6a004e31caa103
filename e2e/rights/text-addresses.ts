import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { type AddressLine, REGISTER_OF_BIU } from './rights-line.ts';

const said = (text: string) => [{ kind: 'paragraph', content: [{ kind: 'text', text }] }];
const spot = { fiscalYear: 2023, owner: 'BIU', place: 'kategorier' };
const on = { browser: 'prøve', tab: 'prøve', name: 'Prøve' };

/** An act with a text of BIU's report, by those who may. */
function act(name: string, by: AddressLine['by'], input: object, at: AddressLine['at'] = REGISTER_OF_BIU): AddressLine {
  return {
    file: 'app/api/report-texts/route.ts',
    method: 'POST',
    address: '/api/report-texts',
    body: () => JSON.stringify({ act: name, input: { ...spot, ...input } }),
    by,
    at,
  };
}

/** What people write for the report: read with the report, written by its secretariat. */
export const TEXTS: readonly AddressLine[] = [
  {
    file: 'app/api/report-figures/route.ts',
    method: 'GET',
    address: '/api/report-figures?year=2023&committee=BIU&owner=BIU',
    missing: '/api/report-figures?year=2031&committee=BIU&owner=BIU',
    by: 'writeText',
    at: REGISTER_OF_BIU,
  },
  {
    file: 'app/api/report-texts/route.ts',
    method: 'GET',
    address: '/api/report-texts?year=2023&committee=BIU',
    missing: '/api/report-texts?year=2031&committee=BIU',
    by: 'seeReport',
    at: REGISTER_OF_BIU,
  },
  {
    file: 'app/api/report-texts/history/route.ts',
    method: 'GET',
    address: '/api/report-texts/history?year=2023&owner=BIU&place=kategorier',
    missing: '/api/report-texts/history?year=2031&owner=BIU&place=kategorier',
    by: 'seeReport',
    at: REGISTER_OF_BIU,
  },
  act('save', 'writeText', { version: 0, document: said('Prøve') }),
  act('save', 'writeText', { owner: '', version: 0, document: said('Prøve') }, EVERYWHERE),
  act('keep-draft', 'writeText', {
    version: 0,
    continues: null,
    content: { document: said('Prøve'), base: [], on },
  }),
  act('discard-draft', 'signedIn', {}),
  act('assign', 'writeText', { personId: null, deadline: '2024-03-01' }),
  act('finish', 'writeText', { version: 1 }),
  act('approve', 'approveText', { version: 1 }),
  act('return', 'approveText', { version: 1, reason: 'Prøve' }),
  act('restore', 'writeText', { version: 1, restore: 1 }),
  act('take-over', 'writeText', { version: 9 }),
  act('take-over-all', 'writeText', {}),
  act('acknowledge', 'writeText', { number: '38 konti', context: 'Der er 38 konti.', reason: 'Prøve' }),
  act('withdraw', 'writeText', { number: '38 konti', context: 'Der er 38 konti.' }),
  act('presence', 'seeReport', { tab: 'prøve', typing: false }),
];
