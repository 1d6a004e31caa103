import { readdirSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { DemoRole } from '#lib/auth/people.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { verdictOf, versionOf } from './rights/action-line.ts';
import { ask } from './rights/ask.ts';
import { Caller } from './rights/caller.ts';
import { digestOfData, query } from './rights/database.ts';
import type { Server } from './server.ts';

test.use({ role: null });

const ACCOUNT_PAGE = '/2023-12/konti/95900015';

function documentForm(name: string, content: Uint8Array<ArrayBuffer> | string, target: object): FormData {
  const form = new FormData();
  form.set('target', JSON.stringify({ periodId: '2023-12', ...target }));
  form.set('file', new File([content], name));
  return form;
}

const refusalOfUpload = ({ text }: { text: string }): string | undefined => JSON.parse(text).problems?.[0]?.code;

/** What belongs to a committee's finding on an account. */
function followUpOf({ folder }: Server, account: string) {
  const [found] = query<{ committee: string; itemKey: string; stepKey: string }>(
    folder,
    `SELECT f.committeeCode AS committee, i.key AS itemKey, s.key AS stepKey
     FROM Finding f JOIN Item i ON i.findingId = f.id JOIN PlanStep s ON s.findingId = f.id WHERE f.accountNumber = ?`,
    account,
  );
  if (!found) throw new Error(`No follow-up on ${account}.`);
  return found;
}

test('ids of another unit, put where one’s own would be, change nothing and tell nothing', async ({ server }) => {
  const everyone = await Caller.signedInAs(server.address, 'accountant2');
  const own = '95900015';
  const foreign = '91500009';
  const { itemKey, stepKey } = followUpOf(server, foreign);
  const upload = documentForm('fremmed.txt', 'Fremmed', { target: 'account', account: foreign });
  expect(JSON.parse((await everyone.post('/api/documents', upload)).text)).toMatchObject({ ok: true });
  const settling = { kind: 'settled', date: '2023-12-31', amount: 100n, voucher: 'B', reason: 'Prøve' };
  const settlement = { periodId: '2023-12', account: foreign, committee: 'KFU', itemKey, ...settling };
  expect(await everyone.refusal('settleItemAction', settlement)).toBeNull();

  // The service centre's accountant reconciles the one account, and has nothing to do with the other.
  const caller = await Caller.signedInAs(server.address, 'accountant');
  const before = digestOfData(server.folder);
  const place = { periodId: '2023-12', account: own, committee: 'BIU' };
  const refusals = {
    item: await caller.refusal('settleItemAction', { ...place, ...settling, itemKey }),
    settlement: await caller.refusal('takeBackSettlementAction', {
      ...place,
      settlementId: 1,
      reason: 'P',
    }),
    step: await caller.refusal('finishStepAction', { ...place, stepKey, on: '2024-01-31' }),
    deadline: await caller.refusal('moveDeadlineAction', {
      ...place,
      stepKey,
      to: '2024-09-30',
      reason: 'P',
    }),
    committee: await caller.refusal('dropStepAction', {
      ...place,
      committee: 'KFU',
      stepKey,
      reason: 'P',
    }),
    comment: await caller.refusal('saveComment', { ...place, committee: 'KFU', text: 'P', mentions: [] }),
    document: await caller.refusal('removeDocument', { id: 1, reason: 'Prøve' }),
    attachment: refusalOfUpload(
      await caller.post('/api/documents', documentForm('x.txt', 'x', { target: 'item', account: own, itemKey })),
    ),
    line: refusalOfUpload(
      await caller.post('/api/documents', documentForm('x.txt', 'x', { target: 'transferControl', lineId: 5 })),
    ),
  };
  expect(Object.entries(refusals).filter(([, code]) => !code || code === 'not-allowed')).toEqual([]);
  expect(digestOfData(server.folder)).toBe(before);

  const told = /91500009|91500001|Book Byen|fremmed\.txt/;
  const secretariat = await Caller.signedInAs(server.address, 'secretariat');
  const lists = ['accounts', 'findings', 'registers'].map((list) => `/api/${list}?period=2023-12&format=csv`);
  for (const address of [
    ...lists.flatMap((list) => [
      `${list}&udvalg=KFU&register=afskrivninger`,
      `${list}&q=91500009&register=egenkapital`,
    ]),
    '/2023-12/konti?udvalg=KFU',
    '/2023-12/konti/95900015?udvalg=KFU&q=9150',
    '/2023-12/opfoelgning?udvalg=KFU',
    '/2023-12/rapport?udvalg=KFU',
    '/2023-12/registre/systemafstemninger?linje=5&udvalg=KFU',
    '/mine-opgaver',
  ]) {
    expect((await secretariat.get(address)).text, address).not.toMatch(told);
  }
});

test('a session is over with sign-out, and a session from before sign-in is not the one after it', async ({
  server,
}) => {
  const caller = await Caller.signedInAs(server.address, 'accountant2');
  expect((await caller.get('/api/accounts?period=2023-12&format=csv')).status).toBe(200);
  expect((await caller.askAuth('/sign-out', {})).status).toBe(200);
  expect((await caller.get('/api/accounts?period=2023-12&format=csv')).status).toBe(401);
  expect((await caller.get('/2023-12/konti')).status).toBe(307);
  await expect(caller.act('saveReconciliation', verdictOf('95900015', 2))).rejects.toThrow('did not run');

  const name = caller.cookie?.split('=')[0] ?? '';
  const victim = await Caller.signedInAs(server.address, 'approver');
  for (const fixed of [
    `${name}=fastlagt`,
    `${name}=fastlagt.c2lnbmF0dXI%3D`,
    victim.cookie ?? '',
    `${victim.cookie}x`,
  ]) {
    const answer = await new Caller(server.address, fixed).askAuth('/sign-in/demo', { personId: 'demo-regnskab' });
    const [given = ''] = answer.headers.getSetCookie();
    expect(answer.status, fixed).toBe(200);
    expect(given.split(';')[0], 'a new session').not.toBe(fixed);
    expect(given).toMatch(/; HttpOnly/i);
    expect(given).toMatch(/; SameSite=Lax/i);
    expect(given).toMatch(/; Path=\//i);
    expect(given, 'for this host alone').not.toMatch(/domain=/i);
    expect(answer.text, 'the token is the cookie’s alone').not.toContain(given.split(/[=.]/)[2] ?? '');
  }
  expect((await victim.get('/2023-12/konti')).status, 'the session that was replaced is over').toBe(307);
  for (const forged of [`${name}=fastlagt`, `${name}=fastlagt.c2lnbmF0dXI%3D`, `${name}=`, `${name}=%E0%A4%A`]) {
    expect((await new Caller(server.address, forged).get('/2023-12/konti')).status, forged).toBe(307);
  }
});

test('sign-in leads to a page of this site, whatever its address claims', async ({ page, server, faults }) => {
  // Eleven sign-ins.
  test.slow();
  faults.expect(/404/);
  const wanted = [
    '//example.dk',
    'https://example.dk/',
    '/\\example.dk',
    '\\\\example.dk',
    '/%5Cexample.dk',
    '/%2F/example.dk',
    '/\t/example.dk',
    '/..//example.dk',
    'javascript:alert(1)',
    'data:text/html,x',
  ];
  for (const til of wanted) {
    await page.goto(`/log-ind?til=${encodeURIComponent(til)}`);
    await page.getByRole('button', { name: /^Demo Revisor/ }).click();
    await expect(page, til).not.toHaveURL(/\/log-ind/);
    expect(new URL(page.url()).origin, til).toBe(server.address);
    await page.context().clearCookies();
  }
  await page.goto('/2023-12/konti/95900015?faneblad=1');
  await page.getByRole('button', { name: /^Demo Revisor/ }).click();
  await expect(page).toHaveURL('/2023-12/konti/95900015?faneblad=1');
  for (const asked of ['//example.dk/x', '/\\example.dk', '/%5C%5Cexample.dk', '/2023-12//example.dk']) {
    const answer = await ask(`${server.address}${asked}`);
    const location = answer.headers.get('location') ?? '/';
    expect(new URL(location, server.address).origin, asked).toBe(server.address);
  }
});

test('an attachment’s name is a name: no path, no control characters, no header of its own', async ({ server }) => {
  const caller = await Caller.signedInAs(server.address, 'accountant2');
  const before = readdirSync(server.folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/documents/.test(file),
  );
  const names = [
    '../../udenfor.txt',
    '..\\..\\udenfor.txt',
    '/etc/passwd.txt',
    'C:\\Windows\\x.txt',
    'linje\r\nSet-Cookie: a=b.txt',
    'nul\u0000tegn.txt',
    '\u202Etxt.exe.txt',
    '"; filename=x.html; a=".txt',
    `${'æ'.repeat(400)}.txt`,
  ];
  for (const [index, name] of names.entries()) {
    const target = { target: 'account', account: '95900015' };
    const { text } = await caller.post('/api/documents', documentForm(name, `Bilag ${index}`, target));
    const { ok, attachment } = JSON.parse(text) as { ok: boolean; attachment?: { id: number; name: string } };
    if (!ok || !attachment) continue;
    expect(attachment.name, JSON.stringify(name)).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(Buffer.byteLength(attachment.name)).toBeLessThanOrEqual(255);
    const answer = await caller.get(`/api/documents/${attachment.id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[^;"\s]+$/,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  const stored = readdirSync(server.folder, { recursive: true, encoding: 'utf8' });
  expect(stored.filter((file) => !/documents/.test(file)).sort()).toEqual(before.sort());
  const documents = stored.filter((file) => path.dirname(file) === 'documents').map((file) => path.basename(file));
  expect(documents.length).toBeGreaterThan(0);
  for (const file of documents) expect(file).toMatch(/^[\da-f]{64}$/);
});

/** A workbook whose one sheet unfolds to 400 MB. */
function zipBomb(): Uint8Array<ArrayBuffer> {
  const text = (value: string) => new TextEncoder().encode(value);
  return new Uint8Array(
    zipSync(
      {
        '[Content_Types].xml': text('<Types/>'),
        'xl/workbook.xml': text('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
        'xl/worksheets/sheet1.xml': new Uint8Array(400 * 1024 * 1024).fill(32),
      },
      { level: 1 },
    ),
  );
}

test('a file that unfolds to hundreds of megabytes is refused, and the server goes on', async ({ server }) => {
  test.slow();
  const bomb = zipBomb();
  const administrator = await Caller.signedInAs(server.address, 'administrator');
  const accountant = await Caller.signedInAs(server.address, 'accountant2');
  const before = digestOfData(server.folder);
  const form = new FormData();
  for (const [name, value] of Object.entries({ period: '2023-12', kind: 'auto', amounts: '', overwrite: 'false' }))
    form.set(name, value);
  form.set('file', new File([bomb], 'saldobalance.xlsx'));
  const target = { target: 'account', account: '95900015' };
  const [imported, attached] = await Promise.all([
    administrator.post('/api/import/preview', form),
    accountant.post('/api/documents', documentForm('bombe.xlsx', bomb, target)),
  ]);
  expect(JSON.stringify(JSON.parse(imported.text))).toMatch(/xlsx|too-large|unpack/);
  expect(imported.text).not.toContain('"Saldobalance"');
  // As an attachment it is stored as it came, and never unfolded whole: or it is refused.
  expect([200, 413]).toContain(attached.status);
  expect((await ask(`${server.address}/healthz`)).status).toBe(200);
  expect((await accountant.get('/2023-12/konti')).status).toBe(200);
  if (!JSON.parse(attached.text).ok) expect(digestOfData(server.folder)).toBe(before);
});

test('what a person may no longer do, they cannot do with a page that is open', async ({ server }) => {
  const administrator = await Caller.signedInAs(server.address, 'administrator');
  const act = (name: string, given: object) => administrator.refusal(name, given);
  const roleOf = (personId: string) =>
    query<{ id: number }>(server.folder, 'SELECT id FROM RoleGrant WHERE personId = ?', personId)[0]?.id;
  const accountant = await Caller.signedInAs(server.address, 'accountant2');
  const save = () =>
    accountant.refusal('saveReconciliation', verdictOf('95900015', versionOf(server.folder, '95900015')));
  expect(await save()).toBeNull();
  expect(await act('takeRoleAction', { personId: 'demo-bogholder', roleId: roleOf('demo-bogholder') })).toBeNull();
  expect(await save()).toBe('unknown-account');
  expect((await accountant.get(ACCOUNT_PAGE)).status).toBe(404);
  expect((await accountant.get('/api/documents/1')).status).toBe(404);
  expect((await accountant.get('/api/accounts?period=2023-12&format=csv')).text).not.toContain('95900015');

  const approver = await Caller.signedInAs(server.address, 'approver');
  expect((await approver.get('/2023-12/godkendelse')).status).toBe(200);
  expect(await act('disablePersonAction', { personId: 'demo-godkender' })).toBeNull();
  expect((await approver.get('/2023-12/godkendelse')).headers.get('location')).toMatch(/^\/log-ind/);
  expect((await approver.get('/api/accounts?period=2023-12&format=csv')).status).toBe(401);
  expect((await approver.askAuth('/sign-in/demo', { personId: 'demo-godkender' })).status).toBe(401);
});

/** Makes a person with a password, as an administrator and then they themselves do. */
async function makePerson(server: Server, email: string, password: string, role: DemoRole = 'administrator') {
  const administrator = await Caller.signedInAs(server.address, role);
  const made = await administrator.act('addPersonAction', {
    name: `Demo ${email}`,
    email,
    roles: [{ role: 'auditor', unit: null, from: null, to: null }],
  });
  const link = (made as { value: { path: string; personId: string } }).value;
  const code = new URL(link.path, server.address).searchParams.get('kode') ?? '';
  const nobody = new Caller(server.address, null);
  const choice = { code, password, name: '', email: '' };
  expect(await nobody.refusal('choosePasswordAction', choice)).toBeNull();
  expect(await nobody.refusal('choosePasswordAction', choice), 'a link works once').not.toBeNull();
  return link.personId;
}

test('sign-in tells nobody which part was wrong, and many tries lock', async ({ server }) => {
  const password = 'en helt rimelig sætning';
  await makePerson(server, 'kendt@afstemt.example', password);
  const leaver = await makePerson(server, 'fratraadt@afstemt.example', password);
  const administrator = await Caller.signedInAs(server.address, 'administrator');
  expect(await administrator.refusal('disablePersonAction', { personId: leaver })).toBeNull();
  const nobody = new Caller(server.address, null);
  const signIn = (email: string, given: string) => nobody.askAuth('/sign-in/email', { email, password: given });

  const said = async (answer: ReturnType<typeof signIn>) => {
    const { status, text, headers } = await answer;
    const names = [...headers.keys()].filter((name) => name !== 'date').sort();
    return { status, text, names, cookies: headers.getSetCookie() };
  };
  expect((await signIn('kendt@afstemt.example', password)).status).toBe(200);
  const wrong = await said(signIn('kendt@afstemt.example', 'forkert adgangskode'));
  expect(wrong).toMatchObject({ status: 401, cookies: [] });
  expect(await said(signIn('ukendt@afstemt.example', password)), 'unknown').toEqual(wrong);
  expect(await said(signIn('fratraadt@afstemt.example', password)), 'disabled').toEqual(wrong);
  expect(await said(signIn('demo-revisor@afstemt.example', password)), 'without a password').toEqual(wrong);
  for (let tries = 0; tries < 12; tries += 1) await signIn('kendt@afstemt.example', 'forkert adgangskode');
  expect(await said(signIn('kendt@afstemt.example', password)), 'locked, and it does not show').toEqual(wrong);
  // One account's lock keeps nobody else out.
  expect((await nobody.askAuth('/sign-in/demo', { personId: 'demo-revisor' })).status).toBe(200);
});

test('ten thousand pasted rows neither stop the page nor get in', async ({ page, server }) => {
  const cookie = (await Caller.signedInAs(server.address, 'accountant2')).cookie ?? '';
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: server.address }]);
  await page.goto(ACCOUNT_PAGE);
  // What is typed is remembered for its writer.
  const before = digestOfData(server.folder, ['Draft']);
  // Cells that are pasted before would be a text, as the browser puts it in.
  await new AccountPage(page).expectAlive();
  const amount = page.getByLabel('Beløb, post 1', { exact: true });
  await expect(amount).toHaveValue('190.466,00');
  const rows = Array.from({ length: 10_000 }, (_, index) => `31.10.2023\tPost ${index}\t${index},50`).join('\n');
  await page.getByLabel('Bogført, post 1', { exact: true }).focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, rows);
  await expect(page.getByText(/10\.000 rækker er for mange. Intet er sat ind/)).toBeVisible();
  await amount.fill('1,00');
  await expect(
    page
      .getByRole('table')
      .getByRole('row', { name: /^I alt/ })
      .first(),
    'the page goes on',
  ).toContainText('\u221267.616,00');

  // Without the page: as the action takes it.
  const items = rows.split('\n').map((row) => ({ postingDate: '2023-10-31', text: row, amount: 150n, key: '' }));
  const finding = { committee: 'BIU', category: 2, responsible: 'BIF', theme: '', problem: '', items, steps: [] };
  const caller = new Caller(server.address, cookie);
  const verdict = verdictOf('95900015', versionOf(server.folder, '95900015'), {
    needsFollowUp: true,
    findings: [finding],
  });
  expect(await caller.refusal('saveReconciliation', verdict)).toBe('too-long');
  expect(digestOfData(server.folder, ['Draft']), 'nothing was stored').toBe(before);
});
