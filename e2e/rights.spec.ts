import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { DemoRole } from '#lib/auth/people.ts';
import { type ActionLine, verdictOf, versionOf } from './rights/action-line.ts';
import { ACTIONS } from './rights/actions.ts';
import { NOWHERE, PAGES, ROUTES } from './rights/addresses.ts';
import {
  type Answer,
  ask,
  callAction,
  listBuiltActions,
  readResult,
  refusalOf,
  visibleText,
  withoutChance,
} from './rights/ask.ts';
import { findAction, pageOf } from './rights/caller.ts';
import { digestOfData, query } from './rights/database.ts';
import { type AddressLine, isAllowed, ROLES } from './rights/rights-line.ts';
import { ruleWith } from './rights/rule-actions.ts';
import { SUBMITTED } from './rights/work-actions.ts';
import { type Server, startServer } from './server.ts';
import { signInByHttp } from './sign-in.ts';

/*
 * Every address and every action of the build, by everyone of the demo and by nobody: who may, by the one table of
 * rights, gets what there is; whoever may not, changes nothing and is answered as if it were not there.
 */
test.describe.configure({ mode: 'default' });

let server: Server;
const cookies = new Map<DemoRole | null, string | null>([[null, null]]);

/** What an action is handed, for whoever reads why it failed; amounts as text. */
const textOf = (given: unknown) =>
  JSON.stringify(given, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));

test.beforeAll(async () => {
  server = await startServer('demo');
  for (const role of ROLES) cookies.set(role, await signInByHttp(server.address, role));
  for (const line of ROUTES.filter(({ address }) => address === '/api/documents')) {
    const answer = await askFor(line.address, line, 'accountant2');
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true });
  }
  const act = async (name: string, given: unknown, role: DemoRole) => {
    const line = ACTIONS.find((one) => one.name === name);
    expect(line && (await refusalFor(line, [given], role)), `${name} ${textOf(given)}`).toBeNull();
  };
  for (const { account } of SUBMITTED) {
    await act(
      'saveReconciliation',
      verdictOf(account, versionOf(server.folder, account), { submit: true }),
      'accountant2',
    );
  }
  await act('saveRuleAction', ruleWith('Prøve'), 'accountant2');
  await act('openNextPeriodAction', { from: '2023-12', to: '2024-01' }, 'administrator');
});

test.afterAll(async () => {
  const complaints = server.complaints();
  await server.stop();
  expect(complaints.trim(), 'what the server complained of').toBe('');
});

function askFor(address: string, line: AddressLine | undefined, role: DemoRole | null): Promise<Answer> {
  const cookie = cookies.get(role) ?? null;
  const body = line?.body?.();
  return ask(`${server.address}${address}`, { method: line?.method ?? 'GET', cookie, ...(body ? { body } : {}) });
}

function filesOfApp(name: string): string[] {
  const root = path.resolve(import.meta.dirname, '..');
  return readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name)
    .map((file) => path.join('app', file))
    .sort();
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

test('every page, route handler and action has a line, and every line is of one', () => {
  expect(sorted(PAGES.map(({ file }) => file)), 'pages').toEqual(filesOfApp('page.tsx'));
  expect(sorted(ROUTES.map(({ file }) => file)), 'route handlers').toEqual(filesOfApp('route.ts'));
  const names = (those: readonly { file: string; name: string }[]) =>
    sorted(those.map(({ file, name }) => `${file} ${name}`));
  expect(names(ACTIONS), 'actions').toEqual(names(built));
});

test('signed out: pages lead to sign-in, the rest answers nothing', async () => {
  const before = digestOfData(server.folder);
  for (const line of [...PAGES, ...ROUTES]) {
    const { status, headers, text } = await askFor(line.address, line, null);
    const isPage = PAGES.includes(line);
    if (line.by === 'anyone') expect(status, line.address).toBe(line.status ?? 200);
    else if (isPage) {
      expect(status, line.address).toBe(307);
      const wanted = line.address === '/' ? '' : `?til=${encodeURIComponent(line.address)}`;
      expect(headers.get('location'), line.address).toBe(`/log-ind${wanted}`);
      expect(visibleText(text), line.address).not.toMatch(/Demo |KSD|\d\.\d{3},\d\d/);
    } else expect([status, text], line.address).toEqual([401, '']);
  }
  expect(digestOfData(server.folder), 'nothing is changed').toBe(before);
});

/** What an answer says; what names the thing in `address` is called as in `as`, so that two answers compare. */
function saidBy({ status, text }: Answer, address: string, as = address): unknown {
  const parts = as.split(/[/?&=]/);
  const said = address
    .split(/[/?&=]/)
    .reduce((rest, part, place) => (part === parts[place] ? rest : rest.replaceAll(part, parts[place] ?? '')), text);
  return { status, said: withoutChance(said) };
}

for (const role of ROLES) {
  test(`every page and route handler as ${role}`, async () => {
    const forbidden: AddressLine[] = [];
    for (const line of [...PAGES, ...ROUTES]) {
      if (!isAllowed(role, line)) {
        forbidden.push(line);
        continue;
      }
      const { status, text } = await askFor(line.address, line, role);
      expect(status, `${role} may ask for ${line.address}`).toBe(line.status ?? 200);
      if (line.method !== 'GET') expect(text, line.address).not.toContain('not-allowed');
    }
    const before = digestOfData(server.folder);
    for (const line of forbidden) {
      const answer = await askFor(line.address, line, role);
      const what = `${role} may not ask for ${line.address}`;
      if (line.method !== 'GET') {
        expect(JSON.parse(answer.text), what).toMatchObject({ ok: false });
        continue;
      }
      expect(answer.status, what).toBe(404);
      const missing = line.missing ?? NOWHERE;
      const wrong = await askFor(missing, undefined, role);
      if (missing !== NOWHERE && path.dirname(missing) === path.dirname(line.address))
        expect(saidBy(answer, line.address), what).toEqual(saidBy(wrong, missing, line.address));
      expect(visibleText(answer.text), what).toBe(visibleText(wrong.text));
    }
    for (const { missing } of [...PAGES, ...ROUTES]) {
      if (missing === undefined) continue;
      expect((await askFor(missing, undefined, role)).status, `${role}: ${missing}`).toBe(404);
    }
    expect(digestOfData(server.folder), 'nothing is changed by what is forbidden').toBe(before);
  });
}

test('a list and its files hold of other units nothing', async () => {
  const numbers = query<{ number: string; committee: string; administration: string; reconciledBy: string }>(
    server.folder,
    `SELECT accountNumber AS number, committeeCode AS committee, administrationCode AS administration, reconciledBy
     FROM Responsibility WHERE periodId = '2023-12' ORDER BY 1`,
  );
  // What the texts of every page give as an example is nobody's.
  const examples = new Set(
    readFileSync(path.resolve(import.meta.dirname, '../messages/da.json'), 'utf8').match(/\b9\d{7}\b/g),
  );
  for (const role of ROLES) {
    const own = numbers.filter(({ committee, administration, reconciledBy }) =>
      isAllowed(role, { by: 'see', at: { committees: [committee], administrations: [administration, reconciledBy] } }),
    );
    const { text } = await askFor('/api/accounts?period=2023-12&format=csv', undefined, role);
    expect(sorted(text.match(/^\d{8}(?=;)/gm) ?? []), role).toEqual(own.map(({ number }) => number));
    const others = numbers.filter((one) => !own.includes(one)).map(({ number }) => number);
    for (const address of [
      '/2023-12',
      '/2023-12/konti',
      '/2023-12/opfoelgning',
      '/api/findings?period=2023-12&format=csv',
    ]) {
      const answer = await askFor(address, undefined, role);
      const told = new Set(answer.text.match(/\b9\d{7}\b/g));
      expect(
        others.filter((number) => told.has(number) && !examples.has(number)),
        `${role}: ${address}`,
      ).toEqual([]);
    }
  }
});

const built = listBuiltActions();

/** Asks for an action, by default on a page that has it. */
function call(line: ActionLine, given: unknown[], role: DemoRole | null, page = '', headers = {}): Promise<Answer> {
  const action = findAction(({ file, name }) => file === line.file && name === line.name);
  const address = `${server.address}${page || pageOf(action)}`;
  return callAction(address, action.id, given, { cookie: cookies.get(role) ?? null, headers });
}

/** Why the action did nothing for them; null: it did something. */
async function refusalFor(line: ActionLine, given: unknown[], role: DemoRole): Promise<string | null> {
  const answer = await call(line, given, role);
  const result = readResult(answer);
  if (result === undefined)
    throw new Error(`${line.name} did not run as ${role}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return refusalOf(result);
}

test('no action runs for whoever is signed out, or from another site', async () => {
  const before = digestOfData(server.folder);
  for (const line of ACTIONS.filter(({ by }) => by !== 'anyone')) {
    const given = line.given(server.folder);
    // The browser's own looks are kept in its cookies, and nowhere else.
    const isOfBrowser = line.file === 'app/preference-actions.ts';
    const answer = await call(line, given, null);
    if (!isOfBrowser) expect(answer.headers.get('x-action-redirect'), line.name).toMatch(/^\/log-ind\?til=/);
    const elsewhere = await call(line, given, null, '/log-ind');
    if (!isOfBrowser) expect(readResult(elsewhere), `${line.name} from the page of sign-in`).toBeUndefined();
    for (const origin of ['https://example.dk', 'null', server.address.replace('127.0.0.1', 'localhost')]) {
      const { status } = await call(line, given, 'administrator', '', { origin });
      expect(status, `${line.name} from ${origin}`).toBe(403);
    }
  }
  expect(digestOfData(server.folder)).toBe(before);
});

test('an action refuses whoever may not do it, and changes nothing', async () => {
  // Every action by every role, with all data read before and after.
  test.setTimeout(600_000);
  const before = digestOfData(server.folder);
  for (const line of ACTIONS) {
    for (const role of ROLES.filter((one) => line.isOwn || !isAllowed(one, line))) {
      const what = `${line.name} as ${role}`;
      const refusal = await refusalFor(line, line.given(server.folder), role);
      expect(refusal, what).not.toBeNull();
      if (!line.missing || line.at === undefined) continue;
      if (isAllowed(role, { by: 'see', at: line.at })) expect(refusal, what).toMatch(/^(not-allowed|nothing)$/);
      else
        expect(refusal, `${what}: as if it were not there`).toBe(
          await refusalFor(line, line.missing(server.folder), role),
        );
    }
    expect(digestOfData(server.folder), `${line.name} changes nothing`).toBe(before);
  }
});

test('an action does it for who may', async () => {
  test.setTimeout(600_000);
  let before = digestOfData(server.folder);
  for (const line of ACTIONS.filter((one) => !one.isOwn && one.by !== 'signedIn')) {
    const role = ROLES.find((one) => isAllowed(one, line) && one !== 'accountant');
    if (!role) throw new Error(`Nobody of the demo may ${line.name}.`);
    const what = `${line.name} as ${role}: ${JSON.stringify(line.given(server.folder), (_key, value) => (typeof value === 'bigint' ? `${value}` : value))}`;
    expect(await refusalFor(line, line.given(server.folder), role), what).toBe(line.refusal ?? null);
    const changes = !line.isReading && line.refusal === undefined;
    const after = digestOfData(server.folder);
    expect(after !== before, `${what} changes something`).toBe(changes);
    before = after;
  }
});
