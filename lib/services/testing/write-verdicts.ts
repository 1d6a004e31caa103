import type { Actor } from '#lib/domain/actor.ts';
import type { Grant, Role } from '#lib/domain/permissions.ts';
import type { Context, Result } from '../context.ts';
import { getAccount } from '../get-account.ts';
import { logReconciliation } from '../log-reconciliation.ts';

/** The period of the demo. */
export const PERIOD = '2023-12';

/** What the account page would send for an account of the demo as it stands. */
export async function inputOf(context: Context, account: string) {
  const detail = await getAccount(context, PERIOD, account);
  if (!detail) throw new Error(`no account ${account}`);
  const { reconciliation } = detail;
  return {
    periodId: PERIOD,
    account: detail.account.number,
    version: detail.version,
    needsFollowUp: (reconciliation?.findings.length ?? 0) > 0,
    documentedBalance: reconciliation?.documentedBalance ?? null,
    method: reconciliation?.method ?? null,
    reconciledOn: reconciliation?.reconciledOn ?? null,
    initials: reconciliation?.initials ?? '',
    findings: structuredClone(reconciliation?.findings ?? []),
  };
}

/** Lets somebody change a field of an account's verdict and send it for approval. @returns how it then stands */
export async function sendChanged(context: Context, account: string, initials = 'NY') {
  const sent = await logReconciliation(context, { ...(await inputOf(context, account)), initials, submit: true });
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  return { account, version: sent.value.version };
}

/** Somebody made up, with the roles named; `for` whom they stand in. */
export function person(id: string, roles: readonly Role[], standsInFor: Grant['onBehalfOf'] = null): Actor {
  return {
    personId: id,
    name: `Prøve ${id}`,
    initials: 'PR',
    grants: roles.map((role) => ({ role, unit: null, onBehalfOf: standsInFor })),
    origin: { channel: 'screen', address: '127.0.0.1' },
  };
}

/** The same installation in the hands of another. */
export function of(actor: Actor, { store }: Context): Context {
  return { store, actor };
}

/** What a use case gave. @throws where it was refused */
export function expectValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** The codes of what a use case was refused for; none where it was done. */
export function codesOf(result: Result<unknown>): string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

/** Where an account stands. */
export async function workflowOf(context: Context, account: string) {
  const workflow = (await getAccount(context, PERIOD, account))?.reconciliation?.workflow;
  if (!workflow) throw new Error(`no verdict on ${account}`);
  return workflow;
}
