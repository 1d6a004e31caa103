import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Store } from '#lib/db/store.ts';
import { EVERYWHERE, type Grant, may, maySomewhere, ROLES, type Unit } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import { digestOf, textOf } from './testing/digest.ts';
import { forgetCommittee } from './testing/forget-committee.ts';
import { listUseCases } from './testing/list-use-cases.ts';
import { PARTS, type RightsCase } from './testing/rights-case.ts';
import { RIGHTS_CASES } from './testing/rights-cases.ts';
import { type Ids, MARKS, type Mark, MISSING } from './testing/rights-names.ts';
import { proberWith } from './testing/rights-things.ts';
import { othersThan } from './testing/rights-world.ts';
import { prepareWorlds } from './testing/world-stores.ts';

const UNITS: (Unit | null)[] = [
  null,
  { kind: 'committee', code: 'ALU' },
  { kind: 'administration', code: 'ALF' },
  { kind: 'administration', code: 'SC' },
  { kind: 'committee', code: 'BEU' },
  { kind: 'administration', code: 'BEF' },
];

interface Asker {
  name: string;
  grants: Grant[];
}

/** Every role, for everything and for each unit, and somebody who has none. */
const ASKERS: Asker[] = [
  { name: 'nobody in particular', grants: [] },
  ...ROLES.flatMap((role) =>
    UNITS.map((unit) => ({
      name: `${role} of ${unit === null ? 'everything' : unit.code}`,
      grants: [{ role, unit, onBehalfOf: null }],
    })),
  ),
];
const FEW_ASKERS = ASKERS.filter(({ grants }) => ['accountant', undefined].includes(grants[0]?.role));
const OF_BETA = ASKERS.filter(({ grants }) => ['BEU', 'BEF'].includes(grants[0]?.unit?.code ?? ''));
const OF_ALFA = ASKERS.filter(({ grants }) => ['ALU', 'ALF', 'SC'].includes(grants[0]?.unit?.code ?? ''));

const worlds = prepareWorlds();
let ids: Ids;
/** What forbidden calls and readers share: no writing that is allowed runs on it. */
let common: Store;
/** What allowed writes are tried on. */
let scratch: Store;
/** The same, but the one committee and all of its own was never there. */
let withoutAlfa: Store;
let withoutBeta: Store;

beforeAll(async () => {
  ids = worlds.ids();
  common = worlds.copy();
  scratch = worlds.copy();
  withoutAlfa = worlds.copy();
  withoutBeta = worlds.copy();
  await forgetCommittee(withoutAlfa, 'ALU');
  await forgetCommittee(withoutBeta, 'BEU');
});

/** A store in which whatever is written is taken back at once, and what the trail told of it at the end of each write. */
function rollingBack(store: Store) {
  const told: (object | null)[] = [];
  const touchTx: Store['touchTx'] = (work) =>
    store.touchTx(
      async (tx) => {
        const result = await work(tx);
        told.push(await tx.auditEvent.findFirst({ orderBy: { id: 'desc' } }));
        return result;
      },
      () => false,
    );
  return { store: { ...store, writeTx: touchTx, touchTx }, told };
}

const asked = (store: Store, { grants }: Asker): Context => ({ store, actor: proberWith(...grants) });

function isAllowed({ by, at }: RightsCase, asker: Asker): boolean {
  if (by === 'own' || by === 'anyone') return true;
  return at === 'somewhere' ? maySomewhere(asker, by) : may(asker, by, at ?? EVERYWHERE);
}

/** Null, an empty list or a refusal. */
function isNothing(answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  if (Array.isArray(answer)) return answer.length === 0;
  return typeof answer === 'object' && 'ok' in answer && answer.ok === false;
}

/** What was said of what is missing, as it would be said of what is there. */
function asIfThere(text: string): string {
  return Object.keys(MISSING).reduce((said, key) => {
    const missing = MISSING[key as keyof Ids];
    return typeof missing === 'string' ? said.replaceAll(missing, String(ids[key as keyof Ids])) : said;
  }, text);
}

function seesMark(asker: Asker, mark: Mark): boolean {
  // An administration sees nothing of an account of others on which its committee has a finding.
  return may(asker, 'see', MARKS[mark]);
}

function expectNoSecrets(rightsCase: RightsCase, asker: Asker, said: string): void {
  if (rightsCase.isPublished) return;
  for (const mark of Object.keys(MARKS) as Mark[]) {
    if (!seesMark(asker, mark)) expect(said, `${asker.name} is told of ${mark}`).not.toContain(mark);
  }
}

describe('the table of use cases', () => {
  const named = new Set(RIGHTS_CASES.map(({ use }) => use.split(':')[0] ?? ''));

  it('holds every function that takes a context, and no other', () => {
    const known = [...named, ...PARTS].sort();
    expect(known).toEqual([...new Set(known)]);
    expect(listUseCases()).toEqual(known);
  });

  it('tries each thing once', () => {
    expect(RIGHTS_CASES.map(({ use }) => use).sort()).toEqual([...new Set(RIGHTS_CASES.map(({ use }) => use))].sort());
  });
});

describe.each(RIGHTS_CASES)('$use', (rightsCase) => {
  const { does, by, at, seenAt = at, namesNothing, isUntold, call, shows } = rightsCase;
  const askers = rightsCase.isSlow ? FEW_ASKERS : ASKERS;
  const allowed = askers.filter((asker) => isAllowed(rightsCase, asker));
  const forbidden = askers.filter((asker) => !isAllowed(rightsCase, asker));

  it('is somebody’s to do', () => {
    expect(allowed).not.toEqual([]);
  });

  if (forbidden.length > 0) {
    it('forbidden, it changes nothing and says what it says where there is nothing', async () => {
      const before = await digestOf(common);
      for (const asker of forbidden) {
        const answer = await call(asked(common, asker), ids);
        const said = textOf(answer);
        expect(isNothing(answer), `${asker.name} got ${said}`).toBe(true);
        expectNoSecrets(rightsCase, asker, said);
        const sees = typeof seenAt === 'object' && may(asker, 'see', seenAt);
        if (does === 'write' && (sees || namesNothing)) expect(said, asker.name).toContain('"not-allowed"');
        if (!sees && !namesNothing) {
          const missed = textOf(await call(asked(common, asker), MISSING));
          expect(said, asker.name).toBe(asIfThere(missed));
        }
      }
      expect(await digestOf(common)).toBe(before);
    });
  }

  if (!namesNothing) {
    it('finds nothing where there is nothing, and changes nothing', async () => {
      const before = await digestOf(common);
      for (const asker of allowed) {
        const answer = await call(asked(common, asker), MISSING);
        expect(isNothing(answer), `${asker.name} got ${textOf(answer)}`).toBe(true);
        if (by === 'own') {
          const others = await call(asked(common, asker), othersThan(ids));
          expect(textOf(others), asker.name).toBe(asIfThere(textOf(answer)));
        }
      }
      expect(await digestOf(common)).toBe(before);
    });
  }

  if (does === 'read') {
    it('allowed, it shows what they may see, nothing else, and changes nothing', async () => {
      const before = await digestOf(common, false);
      for (const asker of allowed) {
        const answer = await call(asked(common, asker), ids);
        const said = textOf(answer);
        if (by !== 'anyone') expect(isNothing(answer), asker.name).toBe(false);
        expectNoSecrets(rightsCase, asker, said);
        for (const mark of shows ?? []) {
          if (seesMark(asker, mark)) expect(said, asker.name).toContain(mark);
        }
      }
      expect(await digestOf(common, false)).toBe(before);
    });
  } else {
    it('allowed, they do it, and the trail tells in which role', async () => {
      for (const asker of allowed) {
        const { store, told } = rollingBack(scratch);
        const answer = await call(asked(store, asker), ids);
        expect(isNothing(answer), `${asker.name} got ${textOf(answer)}`).toBe(false);
        expectNoSecrets(rightsCase, asker, textOf(answer));
        if (isUntold) continue;
        const role = by === 'own' || by === 'anyone' ? '' : asker.grants[0]?.role;
        expect(told, asker.name).toContainEqual(expect.objectContaining({ personId: proberWith().personId, role }));
      }
    });
  }
});

describe('what one may not see', () => {
  const readings = RIGHTS_CASES.filter(
    ({ does, isPublished, at }) => does === 'read' && !isPublished && at !== EVERYWHERE,
  );

  test.each(readings)('makes no difference to $use, in no count and no sum', async ({ call }) => {
    for (const [askers, cut] of [
      [OF_BETA, withoutAlfa],
      [OF_ALFA, withoutBeta],
    ] as const) {
      for (const asker of askers) {
        const whole = await call(asked(common, asker), ids);
        expect(textOf(whole), asker.name).toBe(textOf(await call(asked(cut, asker), ids)));
      }
    }
  });
});
