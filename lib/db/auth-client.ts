import type { Acting, Origin } from '#lib/domain/actor.ts';
import type { AuditAction, AuditSubject } from '#lib/domain/audit.ts';
import { recordEvents } from './audit.ts';
import { takeCode } from './sign-in-locks.ts';
import type { Store, WriteDb } from './store.ts';

/** The request that the sign-in library answers. */
export interface AuthScope {
  /** Its address below /api/auth, such as `/sign-in/email`. */
  path: string;
  origin: Origin;
  /** The token of the session that the request came with; '' without one. */
  sessionToken: string;
  /** Whether an answer that makes a session is a sign-in (and not, say, the confirmation of a second factor). */
  signsIn: boolean;
  /** The authenticator's code that it came with; '' without one. */
  code: string;
}

/** The person may not come in: they are disabled, or gone, or what they showed has been used before. */
export class SignInRefused extends Error {}

type Operation = (args: Record<string, unknown>) => Promise<unknown>;
type Delegate = Record<string, Operation>;

const MODELS = ['person', 'session', 'credential', 'verification', 'twoFactor'] as const;
type Model = (typeof MODELS)[number];

const WRITES = ['create', 'update', 'updateMany', 'delete', 'deleteMany'] as const;
type Write = (typeof WRITES)[number];

/**
 * The client that the sign-in library's adapter works with: reads on the reading connection, each write through
 * touchTx, with the event that tells of it in the same transaction.
 */
export function authClient(store: Store, scopeOf: () => AuthScope): object {
  const models = MODELS.map((model) => {
    const reader = store.read[model] as unknown as Delegate;
    const reads = Object.fromEntries(
      ['findFirst', 'findMany', 'count'].map((name) => [
        name,
        (args: Record<string, unknown>) => call(reader, name, args),
      ]),
    );
    const writes = Object.fromEntries(
      WRITES.map((name) => [
        name,
        (args: Record<string, unknown>) => store.touchTx((tx) => write(tx, model, name, args, scopeOf())),
      ]),
    );
    return [model, { ...reads, ...writes }];
  });
  return {
    ...Object.fromEntries(models),
    $transaction: (work: (tx: object) => Promise<unknown>) =>
      store.touchTx((tx) => work(insideTransaction(tx, scopeOf()))),
  };
}

function insideTransaction(tx: WriteDb, scope: AuthScope): object {
  return Object.fromEntries(
    MODELS.map((model) => {
      const delegate = tx[model] as unknown as Delegate;
      const reads = ['findFirst', 'findMany', 'count'].map((name) => [
        name,
        (args: Record<string, unknown>) => call(delegate, name, args),
      ]);
      const writes = WRITES.map((name) => [
        name,
        (args: Record<string, unknown>) => write(tx, model, name, args, scope),
      ]);
      return [model, Object.fromEntries([...reads, ...writes])];
    }),
  );
}

function call(delegate: Delegate, name: string, args: Record<string, unknown>): Promise<unknown> {
  const operation = delegate[name];
  if (!operation) throw new Error(`The database has no ${name}.`);
  return operation.call(delegate, args);
}

async function write(
  tx: WriteDb,
  model: Model,
  name: Write,
  args: Record<string, unknown>,
  scope: AuthScope,
): Promise<unknown> {
  const run = () => call(tx[model] as unknown as Delegate, name, args);
  if (model === 'session' && name === 'create') return createSession(tx, args, scope);
  if (model === 'session' && name.startsWith('delete') && scope.path === '/sign-out')
    await tellSignOut(tx, args, scope);
  const changed = await run();
  if (model === 'person' && name === 'update') await tellTwoFactor(tx, args, changed, scope);
  if (model === 'credential' && name.startsWith('update')) await tellPassword(tx, args, scope);
  return changed;
}

/** A session replaces the one that the browser had: what somebody may have planted there is worth nothing afterwards. */
async function createSession(tx: WriteDb, args: Record<string, unknown>, scope: AuthScope): Promise<unknown> {
  const data = args.data as { userId: string };
  const person = await tx.person.findUnique({ where: { id: data.userId } });
  if (!person || person.disabledAt !== null) throw new SignInRefused();
  if (scope.signsIn && scope.code !== '' && !(await takeCode(tx, person.id, scope.code, new Date())))
    throw new SignInRefused();
  const now = new Date();
  await tx.session.deleteMany({ where: { userId: person.id, expiresAt: { lt: now } } });
  // Begun and never ended: nobody comes back to these.
  await tx.verification.deleteMany({ where: { expiresAt: { lt: now } } });
  if (scope.sessionToken !== '') await tx.session.deleteMany({ where: { token: scope.sessionToken } });
  const created = (await call(tx.session as unknown as Delegate, 'create', {
    ...args,
    data: { ...data, ipAddress: scope.origin.address },
  })) as { id: string };
  // A password alone is no sign-in where a second factor is due: the library takes this session away again.
  const awaitsSecondFactor = scope.path === '/sign-in/email' && person.twoFactorEnabled === true;
  if (scope.signsIn && !awaitsSecondFactor)
    await tell(tx, scope, person, 'signIn', 'session', created.id, { way: scope.path });
  return created;
}

async function tellSignOut(tx: WriteDb, args: Record<string, unknown>, scope: AuthScope): Promise<void> {
  const sessions = await tx.session.findMany({ where: args.where ?? {}, include: { user: true } });
  for (const { id, user } of sessions) await tell(tx, scope, user, 'signOut', 'session', id, null);
}

async function tellTwoFactor(
  tx: WriteDb,
  args: Record<string, unknown>,
  changed: unknown,
  scope: AuthScope,
): Promise<void> {
  const { twoFactorEnabled } = args.data as { twoFactorEnabled?: boolean };
  if (twoFactorEnabled === undefined || changed === null) return;
  const person = changed as { id: string; name: string; initials: string };
  await tell(tx, scope, person, 'update', 'person', person.id, { secondFactor: twoFactorEnabled });
}

async function tellPassword(tx: WriteDb, args: Record<string, unknown>, scope: AuthScope): Promise<void> {
  const { password } = args.data as { password?: string };
  if (password === undefined) return;
  const credentials = await tx.credential.findMany({ where: args.where ?? {}, include: { user: true } });
  for (const { user } of credentials) await tell(tx, scope, user, 'update', 'person', user.id, { password: 'changed' });
}

async function tell(
  tx: WriteDb,
  { origin }: AuthScope,
  person: { id: string; name: string; initials: string },
  action: AuditAction,
  subject: AuditSubject,
  subjectId: string,
  after: object | null,
): Promise<void> {
  const acting: Acting = {
    actor: { personId: person.id, name: person.name, initials: person.initials, grants: [], origin },
    role: '',
    onBehalfOf: null,
  };
  await recordEvents(tx, acting, new Date().toISOString(), [
    { action, subject, subjectId, periodId: null, importId: null, before: null, after },
  ]);
}
