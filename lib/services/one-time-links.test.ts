import { describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { Browser } from '#lib/auth/testing/browser.ts';
import { PASSWORD } from '#lib/auth/testing/people.ts';
import { prepareEmptyStores } from '#lib/auth/testing/stores.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import { addPerson } from './add-person.ts';
import { disablePerson } from './disable-person.ts';
import { enablePerson } from './enable-person.ts';
import { ensureAdministrator } from './ensure-administrator.ts';
import { resetPerson } from './reset-person.ts';
import { getWelcome, setPassword } from './set-password.ts';
import { ALWAYS, codeOf, fillWithPeople, ORIGIN, TODAY } from './testing/people.ts';

const openEmpty = prepareEmptyStores();
const prepare = () => fillWithPeople(openEmpty());

describe('one-time links', () => {
  it('set a password once, for a day, and the last one alone counts', async () => {
    const { store, commandLine } = await prepare();
    const made = await addPerson(commandLine, {
      name: 'Ny Person',
      email: 'Ny@Kommune.dk',
      roles: [{ role: 'accountant', ...ALWAYS }],
    });
    if (!made.ok) throw new Error('not added');
    expect(await getWelcome(made.value.code, () => store)).toEqual({
      name: 'Ny Person',
      email: 'ny@kommune.dk',
      introducesThemselves: false,
    });
    const set = (code: string, password: string) => setPassword({ store, origin: ORIGIN }, { code, password });
    expect(codeOf(await set(made.value.code, 'kort'))).toBe('password-too-short');
    expect(codeOf(await set(made.value.code, 'ny@kommune.dk'))).toBe('password-own-name');
    const again = await resetPerson(commandLine, { personId: made.value.personId });
    if (!again.ok) throw new Error('not reset');
    expect(codeOf(await set(made.value.code, PASSWORD))).toBe('link-spent');
    const twice = await Promise.all([
      set(again.value.code, PASSWORD),
      set(again.value.code, 'en anden rimelig sætning'),
    ]);
    expect(twice.map(codeOf).toSorted()).toEqual(['link-spent', 'ok']);
    const winner = twice[0].ok ? PASSWORD : 'en anden rimelig sætning';
    expect((await new Browser(store).signIn('ny@kommune.dk', winner)).status).toBe(200);
    const old = await resetPerson(commandLine, { personId: made.value.personId });
    await store.touchTx((tx) => tx.oneTimeLink.updateMany({ data: { expiresAt: new Date().toISOString() } }));
    expect(codeOf(await set(old.ok ? old.value.code : '', PASSWORD))).toBe('link-spent');
    // The code itself is kept nowhere.
    const kept = JSON.stringify([await store.read.oneTimeLink.findMany(), await store.read.auditEvent.findMany()]);
    expect(kept).not.toContain(again.value.code);
  });

  it('take password, second factor and sessions away when they are made anew', async () => {
    const { store, commandLine } = await prepare();
    const browser = new Browser(store);
    await browser.signIn('auditor@kommune.dk', PASSWORD);
    expect(codeOf(await resetPerson(commandLine, { personId: 'auditor' }))).toBe('ok');
    expect(await store.read.session.count()).toBe(0);
    expect((await browser.signIn('auditor@kommune.dk', PASSWORD)).status).toBe(401);
  });

  it('cannot be used by somebody who has been disabled since', async () => {
    const { store, commandLine } = await prepare();
    const made = await resetPerson(commandLine, { personId: 'auditor' });
    await disablePerson(commandLine, { personId: 'auditor' });
    const code = made.ok ? made.value.code : '';
    expect(codeOf(await setPassword({ store, origin: ORIGIN }, { code, password: PASSWORD }))).toBe('link-spent');
    expect(codeOf(await resetPerson(commandLine, { personId: 'auditor' }))).toBe('person-disabled');
    expect(codeOf(await enablePerson(commandLine, { personId: 'auditor' }))).toBe('ok');
  });
});

describe('the first administrator', () => {
  it('gets a link at each start until it has been used, and says who they are', async () => {
    const store = openEmpty();
    const context = { store, actor: COMMAND_LINE };
    const [first, second] = [await ensureAdministrator(context), await ensureAdministrator(context)];
    expect(await store.read.person.count()).toBe(1);
    const set = (code: string, input: object) =>
      setPassword({ store, origin: ORIGIN }, { code, password: PASSWORD, ...input });
    expect(codeOf(await set(first?.code ?? '', {}))).toBe('link-spent');
    expect(codeOf(await set(second?.code ?? '', {}))).toBe('invalid');
    expect(codeOf(await set(second?.code ?? '', { name: 'Ada Holm', email: 'Ada@Kommune.dk' }))).toBe('ok');
    expect(await ensureAdministrator(context)).toBeNull();
    const browser = new Browser(store);
    expect((await browser.signIn('ada@kommune.dk', PASSWORD)).status).toBe(200);
    const person = await store.read.person.findFirstOrThrow();
    expect([person.name, person.initials]).toEqual(['Ada Holm', 'AH']);
    expect(await listGrantsToday(store.read, person.id, TODAY)).toEqual([
      { role: 'administrator', unit: null, onBehalfOf: null },
    ]);
  });

  it('is made only where there is nobody', async () => {
    const { store, commandLine } = await prepare();
    expect(await ensureAdministrator(commandLine)).toBeNull();
    expect(await store.read.person.count()).toBe(7);
  });
});
