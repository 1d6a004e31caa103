import { describe, expect, it } from 'vitest';
import { toEvent } from '#lib/db/audit.ts';
import type { Store } from '#lib/db/store.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import { ROLES } from '#lib/domain/permissions.ts';
import { messagesOf } from '#lib/format/messages.ts';
import type { ShownValue } from './describe-change.ts';
import { describeEvent } from './describe-history.ts';
import { makeChangeTeller } from './tell-changes.ts';
import { RIGHTS_CASES } from './testing/rights-cases.ts';
import { proberWith } from './testing/rights-things.ts';
import { prepareWorlds } from './testing/world-stores.ts';

const worlds = prepareWorlds();

/** A store in which whatever is written is taken back at once; `told`: every event of it. */
function rollingBack(store: Store) {
  const told: AuditEvent[] = [];
  const touchTx: Store['touchTx'] = (work) =>
    store.touchTx(
      async (tx) => {
        const last = await tx.auditEvent.findFirst({ select: { id: true }, orderBy: { id: 'desc' } });
        const result = await work(tx);
        const events = await tx.auditEvent.findMany({ where: { id: { gt: last?.id ?? 0 } } });
        told.push(...events.map(toEvent));
        return result;
      },
      () => false,
    );
  return { store: { ...store, writeTx: touchTx, touchTx }, told };
}

/** The names of the fields within a value. */
function namesIn(value: ShownValue | null): string[] {
  if (value?.kind !== 'parts') return [];
  return value.parts.flat().flatMap(({ field, value: inner }) => [field, ...namesIn(inner)]);
}

describe('the trail', () => {
  it('has a word for every field of every event that any use case tells', { timeout: 300_000 }, async () => {
    const copy = worlds.copy();
    const { store, told } = rollingBack(copy);
    for (const { call } of RIGHTS_CASES) {
      for (const role of ROLES) {
        const actor = proberWith({ role, unit: null, onBehalfOf: null });
        await Promise.resolve(call({ store, actor }, worlds.ids())).catch(() => null);
      }
    }
    const events = [...(await copy.read.auditEvent.findMany()).map(toEvent), ...told];
    expect(new Set(told.map(({ subject, action }) => `${subject} ${action}`)).size).toBeGreaterThan(50);
    const changes = events.flatMap(describeEvent);
    const inner = changes.flatMap(({ before, after }) => [...namesIn(before), ...namesIn(after)]);
    for (const { fields, parts } of ['da' as const, 'en' as const].map((one) => messagesOf(one).import.change)) {
      const outer = changes.map(({ field }) => field);
      expect(outer.filter((field) => !(field in fields))).toEqual([]);
      expect(inner.filter((field) => !(field in fields || field in parts))).toEqual([]);
    }
  });

  it('tells documents within documents field by field, with codes in words', () => {
    const tell = makeChangeTeller('da');
    const told = (after: object) =>
      tell(
        describeEvent({
          subject: 'settings',
          subjectId: 'signIn',
          before: null,
          after: JSON.stringify(after),
        } as AuditEvent),
      );
    const mapping = [{ group: 'g', role: 'approver', unit: { kind: 'committee', code: 'BIU' } }];
    expect(
      told({ requiresSecondFactor: true, oidc: { issuer: '', newcomers: 'match', trustsEmail: false, mapping } }),
    ).toBe(
      'Totrinslogin kræves: Ja; Identitetsudbyder: ukendte personer: Afvises; ubekræftet e-mail gælder: Nej; ' +
        'grupper og roller: gruppe: g; Rolle: Godkender; Enhed: Type: Udvalg; kode: BIU',
    );
    expect(
      told({ kind: 'trail', requestedBy: 'x', list: '{"counts":{"events":3},"things":["1–3"],"hands":["x"]}' }),
    ).toBe('Type: Revisionssporets indhold; Omfang: omfang: hændelser: 3');
    // What somebody typed stays what they typed.
    expect(told({ name: '{"a":1}', roles: [] })).toBe('Navn: {"a":1}');
  });
});
