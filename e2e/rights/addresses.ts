import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { textFile } from '../demo-files.ts';
import { type AddressLine, OF_BIU, OF_KFF, OF_KFU, REGISTER_OF_BIU, type Spot } from './rights-line.ts';
import { TEXTS } from './text-addresses.ts';

/** An address under which there is nothing. */
export const NOWHERE = '/findes-ikke';

const PERIOD = 'app/(shell)/[period]';
const page = (line: Omit<AddressLine, 'method'>): AddressLine => ({ method: 'GET', ...line });
const fetched = (line: Omit<AddressLine, 'method'>): AddressLine => ({ method: 'GET', ...line });

/** A list or other page of a period, which shows each person their own part of it. */
const ofPeriod = (file: string, path: string, by: AddressLine['by'] = 'see'): AddressLine =>
  page({ file: `${PERIOD}/${file}/page.tsx`, address: `/2023-12${path}`, missing: `/2031-12${path}`, by });

const account = (number: string, at: Spot): AddressLine =>
  page({
    file: `${PERIOD}/konti/[account]/page.tsx`,
    address: `/2023-12/konti/${number}`,
    missing: '/2023-12/konti/12345678',
    by: 'see',
    at,
  });

const REGISTERS = ['systemafstemninger', 'afskrivninger', 'periodiserede-poster', 'egenkapital', 'sammenligningstal'];

/** What only who administers gets, at an address that is not there for anybody else. */
const forAll = (file: string, address: string, by: AddressLine['by'], rest: Partial<AddressLine> = {}): AddressLine =>
  page({ file: `app/(shell)/${file}page.tsx`, address, missing: NOWHERE, by, at: EVERYWHERE, ...rest });

export const PAGES: readonly AddressLine[] = [
  page({ file: 'app/(shell)/page.tsx', address: '/', by: 'signedIn', status: 307 }),
  ofPeriod('(overview)', '', 'signedIn'),
  ofPeriod('konti/(list)', '/konti'),
  account('95900015', OF_BIU),
  account('91500001', OF_KFU),
  account('91500009', OF_KFF),
  ofPeriod('opfoelgning', '/opfoelgning'),
  ofPeriod('godkendelse', '/godkendelse', 'approve'),
  page({ file: `${PERIOD}/bro/page.tsx`, address: '/2024-01/bro', missing: '/2031-12/bro', by: 'see' }),
  ...REGISTERS.map((register) => ofPeriod('registre/[register]', `/registre/${register}`)),
  ofPeriod('regler', '/regler', 'signedIn'),
  page({
    file: `${PERIOD}/regler/[rule]/page.tsx`,
    address: '/2023-12/regler/1',
    missing: '/2023-12/regler/999',
    by: 'keepRules',
    at: REGISTER_OF_BIU,
  }),
  ofPeriod('rapport', '/rapport', 'seeReport'),
  ...['versioner', 'udgaver', 'handleplaner'].map((name) =>
    page({
      file: `${PERIOD}/rapport/${name}/page.tsx`,
      address: `/2023-12/rapport/${name}?udvalg=BIU`,
      missing: `/2023-12/rapport/${name}?udvalg=XXU`,
      by: 'seeReport',
      at: REGISTER_OF_BIU,
    }),
  ),
  page({ file: 'app/(shell)/rapportkontrol/page.tsx', address: '/rapportkontrol', by: 'signedIn' }),
  ofPeriod('rapport/samlet', '/rapport/samlet', 'seeReport'),
  page({
    file: `${PERIOD}/fordeling/page.tsx`,
    address: '/2023-12/fordeling',
    missing: '/2031-12/fordeling',
    by: 'keepSharing',
    at: EVERYWHERE,
  }),
  forAll('administration/', '/administration', 'managePeople'),
  forAll('administration/personer/', '/administration/personer', 'managePeople'),
  forAll('administration/personer/[person]/', '/administration/personer/demo-revisor', 'managePeople', {
    missing: '/administration/personer/demo-ingen',
  }),
  forAll('administration/log-ind-udbyder/', '/administration/log-ind-udbyder', 'managePeople'),
  forAll('administration/perioder/', '/administration/perioder', 'managePeriods'),
  forAll('administration/struktur/', '/administration/struktur', 'manageStructure'),
  forAll('administration/opbevaring/', '/administration/opbevaring', 'dispose'),
  forAll('revisionsspor/', '/revisionsspor', 'seeTrail'),
  forAll('import/', '/import', 'seeImports'),
  forAll('import/historik/', '/import/historik', 'seeImports'),
  forAll('import/[id]/', '/import/1', 'seeImports', { missing: '/import/999' }),
  forAll('indstillinger/', '/indstillinger', 'seeSettings'),
  page({ file: 'app/(shell)/mine-opgaver/page.tsx', address: '/mine-opgaver', by: 'signedIn' }),
  page({ file: 'app/(shell)/min-konto/page.tsx', address: '/min-konto', by: 'signedIn' }),
  page({ file: 'app/(shell)/hjaelp/page.tsx', address: '/hjaelp', by: 'signedIn', status: 307 }),
  page({ file: 'app/(shell)/hjaelp/ordliste/page.tsx', address: '/hjaelp/ordliste', by: 'signedIn' }),
  page({ file: 'app/(shell)/hjaelp/[page]/page.tsx', address: '/hjaelp/import', by: 'signedIn' }),
  page({ file: 'app/(sign-in)/log-ind/page.tsx', address: '/log-ind', by: 'anyone' }),
  page({ file: 'app/(sign-in)/afmeld/[token]/page.tsx', address: '/afmeld/forkert', by: 'anyone' }),
  page({ file: 'app/(sign-in)/velkommen/page.tsx', address: '/velkommen?kode=forkert', by: 'anyone' }),
];

const list = (folder: string, more = ''): AddressLine =>
  fetched({
    file: `app/api/${folder}/route.ts`,
    address: `/api/${folder}?period=2023-12${more}&format=csv`,
    missing: `/api/${folder}?period=2031-12${more}&format=csv`,
    by: 'see',
  });

function importForm(): FormData {
  const { name, buffer } = textFile('sammenligningstal.csv', 'Kategori;Antal;Netto\r\n');
  const form = new FormData();
  form.set('period', '2023-12');
  form.set('kind', 'auto');
  form.set('amounts', '');
  form.set('overwrite', 'false');
  form.set('digest', '');
  form.set('file', new File([new Uint8Array(buffer)], name));
  return form;
}

/** A file that is no workbook of ours, which whoever may take plans home is told. */
function planForm(): FormData {
  const form = new FormData();
  form.set('step', 'preview');
  form.set('input', JSON.stringify({ periodId: '2023-12', committee: 'BIU' }));
  form.set('file', new File(['Ingen handleplaner'], 'svar.xlsx'));
  return form;
}

/** With which choices a large file is to be read that nobody sent. */
function readChoices(): string {
  return JSON.stringify({ periodId: '2023-12', amounts: null, sumLines: true, mapping: null });
}

function documentForm(number: string): () => FormData {
  return () => {
    const form = new FormData();
    form.set('target', JSON.stringify({ target: 'account', periodId: '2023-12', account: number }));
    form.set('file', new File([`Bilag til ${number}`], 'bilag.txt'));
    return form;
  };
}

const document = (id: number, at: Spot, more = ''): AddressLine =>
  fetched({
    file: 'app/api/documents/[id]/route.ts',
    address: `/api/documents/${id}${more}`,
    missing: `/api/documents/999${more}`,
    by: 'see',
    at,
  });

/** Documents that the test attaches before it begins: to accounts of these places, in this order. */
export const DOCUMENTS = [
  { account: '95900015', at: OF_BIU },
  { account: '91500001', at: OF_KFU },
  { account: '91500009', at: OF_KFF },
] as const;

const form = {
  documentedBalance: '1,00',
  method: '',
  reconciledOn: '',
  initials: 'DEM',
  verdict: null,
  findings: [],
};

/** What is typed and not saved, and who is where: by those who may log, or see, the account. */
function onAccount(folder: string, number: string, by: AddressLine['by'], at: Spot, more: object): AddressLine {
  return {
    file: `app/api/${folder}/route.ts`,
    method: 'POST',
    address: `/api/${folder}`,
    body: () => JSON.stringify({ periodId: '2023-12', account: number, ...more }),
    by,
    at,
  };
}

const on = { browser: 'prøve', tab: 'prøve', name: 'Prøve' };
const draft = { version: 0, continues: null, content: { draft: form, base: form, on } };
const UNSAVED: readonly AddressLine[] = [
  ...DOCUMENTS.map((one) => onAccount('drafts', one.account, 'log', one.at, draft)),
  ...DOCUMENTS.map((one) => onAccount('presence', one.account, 'see', one.at, { tab: 'prøve', typing: false })),
  onAccount('drafts/discard', '95900015', 'signedIn', OF_BIU, {}),
];

/** An act on many, of which the answer is JSON lines. */
const BULK: AddressLine = {
  file: 'app/api/bulk/route.ts',
  method: 'POST',
  address: '/api/bulk',
  body: () => {
    const words = { documented: false, method: null, reconciledOn: null, initials: '', submit: false };
    const input = { periodId: '2023-12', accounts: [], ...words, allOrNothing: false };
    return JSON.stringify({ job: 'prøve', act: 'category-1', input });
  },
  by: 'log',
};

const desk = (number: string, at: Spot): AddressLine =>
  fetched({
    file: 'app/api/account-desk/route.ts',
    address: `/api/account-desk?period=2023-12&account=${number}`,
    missing: '/api/account-desk?period=2023-12&account=12345678',
    by: 'see',
    at,
  });

/** What helps people to find their way: everyone finds what they may see. */
const HELP: readonly AddressLine[] = [
  { file: 'app/api/tour/route.ts', method: 'POST', address: '/api/tour', by: 'signedIn' },
  fetched({ file: 'app/api/find/route.ts', address: '/api/find?period=2023-12&q=bank', by: 'signedIn' }),
];

export const ROUTES: readonly AddressLine[] = [
  ...HELP,
  desk('95900015', OF_BIU),
  desk('91500001', OF_KFU),
  desk('91500009', OF_KFF),
  BULK,
  list('accounts'),
  list('findings'),
  { ...list('bridge'), address: '/api/bridge?period=2024-01&format=csv' },
  ...REGISTERS.map((register) => list('registers', `&register=${register}`)),
  fetched({
    file: 'app/api/report/route.ts',
    address: '/api/report?year=2023&committee=BIU&format=html',
    missing: '/api/report?year=2031&committee=BIU&format=html',
    by: 'seeReport',
    at: REGISTER_OF_BIU,
  }),
  fetched({
    file: 'app/api/report/route.ts',
    address: '/api/report?year=2023&committee=BIU&format=html&edition=closed',
    missing: '/api/report?year=2031&committee=BIU&format=html&edition=closed',
    by: 'seeClosedEdition',
    at: REGISTER_OF_BIU,
  }),
  {
    file: 'app/api/report-check/route.ts',
    method: 'POST',
    address: '/api/report-check',
    body: () => 'Ingen rapport',
    by: 'signedIn',
  },
  {
    file: 'app/api/report-bundle/route.ts',
    method: 'POST',
    address: '/api/report-bundle',
    body: () => JSON.stringify({ year: 2023, committees: null, formats: ['json'], edition: 'open', frozen: false }),
    by: 'seeReport',
  },
  // The archive of nobody: whose it is knows who had it made alone.
  fetched({
    file: 'app/api/report-bundle/[id]/route.ts',
    address: `/api/report-bundle/${'0'.repeat(64)}`,
    by: 'signedIn',
    status: 404,
  }),
  fetched({
    file: 'app/api/plan-workbooks/route.ts',
    address: '/api/plan-workbooks?period=2023-12&committee=BIU',
    missing: '/api/plan-workbooks?period=2031-12&committee=BIU',
    by: 'collectPlans',
    at: REGISTER_OF_BIU,
  }),
  {
    file: 'app/api/plan-workbooks/route.ts',
    method: 'POST',
    address: '/api/plan-workbooks',
    body: planForm,
    by: 'collectPlans',
    at: REGISTER_OF_BIU,
  },
  fetched({
    file: 'app/api/cover-note/route.ts',
    address: '/api/cover-note',
    // There is one, so none that is missing: what is refused is answered as a file that is not there.
    missing: '/api/imports/999/0',
    by: 'seeSettings',
    at: EVERYWHERE,
  }),
  fetched({
    file: 'app/api/trail/route.ts',
    address: '/api/trail?format=csv&art=period',
    missing: '/api/trail?format=nej',
    by: 'seeTrail',
    at: EVERYWHERE,
  }),
  fetched({
    file: 'app/api/imports/[id]/[position]/route.ts',
    address: '/api/imports/1/0',
    missing: '/api/imports/999/0',
    by: 'seeImports',
    at: EVERYWHERE,
  }),
  fetched({
    file: 'app/api/templates/[kind]/route.ts',
    address: '/api/templates/organisation?format=csv',
    by: 'signedIn',
  }),
  ...(['preview', 'store', 'inspect'] as const).map(
    (step): AddressLine => ({
      file: `app/api/import/${step}/route.ts`,
      method: 'POST',
      address: `/api/import/${step}`,
      body: importForm,
      by: 'import',
      at: EVERYWHERE,
    }),
  ),
  {
    file: 'app/api/import/uploads/route.ts',
    method: 'POST',
    address: '/api/import/uploads?name=saldo.csv&kind=auto',
    body: importForm,
    by: 'import',
    at: EVERYWHERE,
  },
  ...(['POST', 'DELETE'] as const).map(
    (method): AddressLine => ({
      file: 'app/api/import/uploads/[id]/route.ts',
      method,
      address: '/api/import/uploads/findes-ikke',
      ...(method === 'POST' ? { body: readChoices } : {}),
      by: 'import',
      at: EVERYWHERE,
    }),
  ),
  ...DOCUMENTS.map(
    (one): AddressLine => ({
      file: 'app/api/documents/route.ts',
      method: 'POST',
      address: '/api/documents',
      body: documentForm(one.account),
      by: 'attach',
      at: one.at,
    }),
  ),
  ...DOCUMENTS.map(({ at }, index) => document(index + 1, at)),
  ...DOCUMENTS.map(({ at }, index) => document(index + 1, at, '?vis=0')),
  ...UNSAVED,
  ...TEXTS,
  // Tokens of nobody; whose they are is known to who has them alone.
  fetched({ file: 'app/api/calendar/[token]/route.ts', address: '/api/calendar/forkert', by: 'anyone', status: 404 }),
  {
    file: 'app/api/unsubscribe/[token]/route.ts',
    method: 'POST',
    address: '/api/unsubscribe/forkert',
    by: 'anyone',
    status: 404,
  },
  fetched({ file: 'app/api/auth/[...all]/route.ts', address: '/api/auth/get-session', by: 'anyone', status: 404 }),
  fetched({ file: 'app/healthz/route.ts', address: '/healthz', by: 'anyone' }),
];
