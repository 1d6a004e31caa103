import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addTestPerson } from '#lib/auth/testing/people.ts';
import { insertRole } from '#lib/db/people.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { openMailer } from '#lib/mail/mailer.ts';
import type { Context } from './context.ts';
import { isUnsubscribeToken, saveOwnReminders, unsubscribe } from './reminders.ts';
import { type Reminded, type ReminderRun, sendReminders } from './send-reminders.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';
import { codeOf } from './testing/people.ts';

const stores = prepareStores();

interface Received {
  from: string;
  to: string[];
  raw: string;
}

/** A real mail server on this machine, which refuses while told to. */
let server: SMTPServer;
let received: Received[];
let refusal: string | null;
let url: string;

beforeEach(async () => {
  received = [];
  refusal = null;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal !== null) return callback(new Error(refusal));
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to,
          raw: Buffer.concat(parts).toString('latin1'),
        });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

/** The mail's text, whichever way it was made fit for seven bits. */
function textOf({ raw }: Received): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/quoted-printable/i.test(head)) {
    const bytes = body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body;
}

const TODAY = '2024-03-20';
/** Wednesday 20 March 2024 at 9.00 by Danish clocks. */
const MORNING = new Date(`${TODAY}T08:00:00Z`);

/** A municipality, not a demo, in which Aase is given two accounts: one late, one near, and one far off. */
async function prepare(): Promise<Context> {
  const context = stores.empty();
  const options = { amounts: null, overwrite: false };
  const request = {
    files: demoFiles('organisation', 'im-funktioner', 'saldobalance', 'kontoansvar'),
    periodId: '2023-12',
    options,
  };
  expect((await storeImport(as('administrator', context), request, null)).ok).toBe(true);
  await addTestPerson(context.store, 'aase@kommune.dk', 'accountant');
  const deadlines = { '90100005': '2024-03-15', '91403000': '2024-03-25', '95900015': '2024-06-30' };
  await context.store.writeTx(async (tx) => {
    for (const [accountNumber, deadline] of Object.entries(deadlines)) {
      await tx.assignment.create({ data: { periodId: '2023-12', accountNumber, personId: 'aase', deadline } });
    }
  });
  return as('administrator', context);
}

function runAt(now: Date, more: Partial<ReminderRun> = {}): ReminderRun {
  return {
    now,
    mailer: openMailer({ url, from: 'afstemt@kommune.dk' }),
    t: translatorOf('da', 'mail'),
    home: 'https://afstemt.example.dk/mine-opgaver',
    unsubscribeAddress: (token) => `https://afstemt.example.dk/afmeld/${token}`,
    tokenOf: (personId) => `token-of-${personId}`,
    ...more,
  };
}

async function remind(context: Context, run: ReminderRun): Promise<Reminded[]> {
  const result = await sendReminders(context, run);
  run.mailer?.close();
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.reminded;
}

describe('reminders', () => {
  it('tell each person of what is late and near, in words and letters that arrive whole, once a day', async () => {
    const context = await prepare();
    expect(await remind(context, runAt(MORNING))).toMatchObject([
      { personId: 'aase', email: 'aase@kommune.dk', outcome: 'sent', subject: 'Afstemt: en frist er overskredet' },
    ]);
    const [mail] = received;
    if (!mail || received.length !== 1) throw new Error(`${received.length} mails`);
    expect([mail.from, mail.to]).toEqual(['afstemt@kommune.dk', ['aase@kommune.dk']]);
    expect(mail.raw).toContain('List-Unsubscribe: <https://afstemt.example.dk/afmeld/token-of-aase>');
    expect(mail.raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i);
    const text = textOf(mail);
    expect(text).toContain('– 15.03.2024, 5 dage over fristen: afstem kontoen, konto 90100005 i 2023-12');
    expect(text).toContain('– senest 25.03.2024: afstem kontoen, konto 91403000 i 2023-12');
    expect(text).not.toContain('95900015');
    expect(text).toContain('Se det hele på Mine opgaver: https://afstemt.example.dk/mine-opgaver');
    expect(text.endsWith('https://afstemt.example.dk/afmeld/token-of-aase\r\n')).toBe(true);
    // The same day no more, whichever process asks; the next working day again.
    expect(await remind(context, runAt(new Date(`${TODAY}T12:00:00Z`)))).toEqual([]);
    expect(await remind(context, runAt(new Date('2024-03-21T08:00:00Z')))).toHaveLength(1);
    const events = await context.store.read.auditEvent.findMany({ where: { subject: 'reminder' } });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['send', 'aase'],
      ['send', 'aase'],
    ]);
  });

  it('keep quiet at night, on holidays, and where somebody wants none', async () => {
    const context = await prepare();
    const at = async (time: string) => (await remind(context, runAt(new Date(time)))).length;
    expect(await at('2024-03-20T05:59:00Z')).toBe(0); // 6.59 by Danish clocks
    expect(await at('2024-03-28T08:00:00Z')).toBe(0); // Maundy Thursday
    expect(await at('2024-03-23T08:00:00Z')).toBe(0); // a Saturday
    const own = { ...context, actor: { ...context.actor, personId: 'aase' } };
    const choice = { daysBefore: 7, quietFrom: 17, quietUntil: 7 };
    await saveOwnReminders(own, { ...choice, frequency: 'weekly' });
    expect(await at('2024-03-20T08:00:00Z')).toBe(0);
    expect(await at('2024-03-18T08:00:00Z')).toBe(1); // a Monday
    await saveOwnReminders(own, { ...choice, frequency: 'never' });
    expect(await at('2024-04-02T08:00:00Z')).toBe(0);
    expect(received).toHaveLength(1);
  });

  it('are tried again later and later where the mail server refuses, and not for ever', async () => {
    const context = await prepare();
    refusal = 'Mailbox full';
    const outcomes: string[] = [];
    for (const minutes of [0, 10, 15, 40, 46, 110, 400]) {
      const [one] = await remind(context, runAt(new Date(MORNING.getTime() + minutes * 60_000)));
      outcomes.push(one?.outcome ?? '-');
    }
    // 15 minutes after the first, 30 after the second, an hour after the third, two after the fourth.
    expect(outcomes).toEqual(['failed', '-', 'failed', '-', 'failed', 'failed', 'failed']);
    const sent = await context.store.read.mailSent.findMany();
    expect(sent).toMatchObject([{ personId: 'aase', attempts: 5 }]);
    expect(sent[0]?.failure).toContain('Mailbox full');
    refusal = null;
    expect(await remind(context, runAt(new Date(MORNING.getTime() + 470 * 60_000)))).toEqual([]);
    expect(received).toEqual([]);
  });

  it('that may have gone when the program ended are not sent again', async () => {
    const context = await prepare();
    const key = `reminder/aase/${TODAY}`;
    await context.store.touchTx((tx) =>
      tx.mailSent.create({ data: { key, personId: 'aase', at: MORNING.toISOString(), failure: 'underway' } }),
    );
    expect(await remind(context, runAt(new Date(`${TODAY}T12:00:00Z`)))).toEqual([]);
    expect(received).toEqual([]);
  });

  it('end by the way out that each mail names, without sign-in', async () => {
    const context = await prepare();
    await remind(context, runAt(MORNING));
    expect(await isUnsubscribeToken('token-of-nobody', context.store)).toBe(false);
    expect(await unsubscribe('token-of-nobody', context.store)).toBe(false);
    expect(await isUnsubscribeToken('token-of-aase', context.store)).toBe(true);
    expect(await unsubscribe('token-of-aase', context.store)).toBe(true);
    expect(await remind(context, runAt(new Date('2024-03-21T08:00:00Z')))).toEqual([]);
  });

  it('say what they would send without sending it, and are sent by nobody but who runs the installation', async () => {
    const context = await prepare();
    expect(await remind(context, runAt(MORNING, { mailer: null }))).toMatchObject([{ outcome: 'would-send' }]);
    expect(await context.store.read.mailSent.count()).toBe(0);
    expect(codeOf(await sendReminders(as('accountant2', context), runAt(MORNING)))).toBe('not-allowed');
    expect(codeOf(await sendReminders(as('administrator', stores.demo()), runAt(MORNING)))).toBe('demo-sends-no-mail');
  });

  it('tell only of what the person may still see', async () => {
    const context = await prepare();
    await context.store.writeTx(async (tx) => {
      await tx.roleGrant.deleteMany({ where: { personId: 'aase' } });
      const given = {
        role: 'accountant',
        unit: { kind: 'committee', code: 'TMU' },
        from: null,
        to: null,
        source: 'person',
      } as const;
      await insertRole(tx, 'aase', given, 'demo-administrator', MORNING.toISOString());
    });
    const own = await context.store.read.responsibility.findFirstOrThrow({ where: { accountNumber: '90100005' } });
    expect(own.committeeCode).not.toBe('TMU');
    const told = await remind(context, runAt(MORNING));
    expect(received.map(textOf).join('\n')).not.toContain('90100005');
    expect(told.length).toBeLessThanOrEqual(1);
  });
});
