import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ACTS,
  type Act,
  activeOn,
  EVERYWHERE,
  type Grant,
  grantsFor,
  may,
  maySomewhere,
  type Place,
  ROLES,
  type Role,
  type Unit,
} from './permissions.ts';

/**
 * What each role may do, written by hand from product.md (the people) and domain.md (functional segregation). The
 * columns are accountant, approver, system owner, secretariat, auditor, administrator.
 */
const TABLE: Record<Act, string> = {
  // Everyone sees, comments on and reads the report of what is theirs.
  see: 'yes yes yes yes yes yes',
  comment: 'yes yes yes yes yes yes',
  seeReport: 'yes yes yes yes yes yes',
  // The secretariat writes, freezes and publishes; somebody else reads what it wrote. Who runs a source system has no business with the closed edition.
  writeText: '- - - yes - -',
  approveText: '- yes - yes - -',
  keepVersions: '- - - yes - -',
  seeClosedEdition: 'yes yes - yes yes yes',
  collectPlans: 'yes - - yes - -',
  // The main job: one hand logs, another approves.
  log: 'yes - - - - -',
  approve: '- yes - - - -',
  // Work is shared out by those who lead it; what logs by itself is the accountant's, who answers for it.
  assign: 'yes yes - - - yes',
  keepRules: 'yes - - - - -',
  keepTemplates: 'yes - - yes - -',
  keepSharing: 'yes - - - - yes',
  keepRegister: 'yes - - yes - -',
  controlTransfers: 'yes - yes - - -',
  attach: 'yes - yes - - -',
  keepComparison: '- - - yes - yes',
  // The auditor reads everything and changes nothing.
  seeImports: '- - - - yes yes',
  seeTrail: '- - - - yes yes',
  seeSettings: '- - - - yes yes',
  // The administrator runs the installation.
  import: '- - - - - yes',
  managePeriods: '- - - - - yes',
  manageStructure: '- - - - - yes',
  changeSettings: '- - - - - yes',
  managePeople: '- - - - - yes',
  dispose: '- - - - - yes',
};

const COLUMNS: readonly Role[] = ['accountant', 'approver', 'systemOwner', 'secretariat', 'auditor', 'administrator'];

/** Where a thing of BIU is that the service centre KS reconciles for BIF. */
const PLACE: Place = { committees: ['BIU'], administrations: ['BIF', 'KS'] };
const OWN_UNITS: Unit[] = [
  { kind: 'committee', code: 'BIU' },
  { kind: 'administration', code: 'BIF' },
  { kind: 'administration', code: 'KS' },
];
const OTHER_UNITS: Unit[] = [
  { kind: 'committee', code: 'TMU' },
  { kind: 'administration', code: 'TMF' },
  // The same letters are another unit where they name another kind.
  { kind: 'committee', code: 'BIF' },
  { kind: 'administration', code: 'BIU' },
  { kind: 'committee', code: '' },
  { kind: 'administration', code: '' },
];

function grant(role: Role, unit: Unit | null = null, onBehalfOf: Grant['onBehalfOf'] = null): Grant {
  return { role, unit, onBehalfOf };
}

const CELLS = Object.entries(TABLE).flatMap(([act, cells]) =>
  cells.split(' ').map((cell, index) => ({ act: act as Act, role: COLUMNS[index] as Role, allowed: cell === 'yes' })),
);

describe('the table of rights', () => {
  it('is written out for every act and every role', () => {
    expect([...COLUMNS].sort()).toEqual([...ROLES].sort());
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(ACTS).sort());
    expect(CELLS).toHaveLength(Object.keys(ACTS).length * ROLES.length);
  });

  test.each(CELLS)('$role · $act: $allowed', ({ act, role, allowed }) => {
    const person = { grants: [grant(role)] };
    expect(may(person, act, PLACE)).toBe(allowed);
    expect(may(person, act, EVERYWHERE)).toBe(allowed);
    expect(may(person, act, { committees: [], administrations: [] })).toBe(allowed);
    expect(maySomewhere(person, act)).toBe(allowed);
    for (const unit of OWN_UNITS) {
      const limited = { grants: [grant(role, unit)] };
      expect(may(limited, act, PLACE)).toBe(allowed);
      expect(maySomewhere(limited, act)).toBe(allowed);
      expect(may(limited, act, EVERYWHERE)).toBe(false);
      expect(may(limited, act, { committees: [], administrations: [] })).toBe(false);
    }
    for (const unit of OTHER_UNITS) expect(may({ grants: [grant(role, unit)] }, act, PLACE)).toBe(false);
  });

  it('gives nobody without a role anything', () => {
    for (const { act } of CELLS) {
      expect([may({ grants: [] }, act, PLACE), may({ grants: [] }, act, EVERYWHERE)]).toEqual([false, false]);
      expect(maySomewhere({ grants: [] }, act)).toBe(false);
    }
  });
});

describe('whoever administers', () => {
  const KEPT_APART: Act[] = ['log', 'approve', 'keepRegister', 'controlTransfers', 'attach'];

  test.each(KEPT_APART)('may not %s by any other role, of any unit, their own or another’s', (act) => {
    for (const role of ACTS[act]) {
      expect(may({ grants: [grant(role)] }, act, PLACE)).toBe(true);
      for (const unit of [null, ...OWN_UNITS, ...OTHER_UNITS]) {
        const absent = { personId: 'p', name: 'Demo Fraværende' };
        const both = [
          [grant(role), grant('administrator', unit)],
          [grant('administrator', unit), grant(role)],
          [grant(role), grant('administrator', unit, absent)],
          [grant(role, null, absent), grant('administrator', unit)],
        ];
        for (const grants of both) {
          expect(may({ grants }, act, PLACE)).toBe(false);
          expect(maySomewhere({ grants }, act)).toBe(false);
        }
      }
    }
  });

  it('keeps what their other roles let them see and say', () => {
    const grants = [grant('administrator', { kind: 'committee', code: 'TMU' }), grant('accountant')];
    expect([may({ grants }, 'see', PLACE), may({ grants }, 'comment', PLACE)]).toEqual([true, true]);
    expect(may({ grants }, 'managePeople', EVERYWHERE)).toBe(false);
  });
});

describe('a substitute', () => {
  const absent = { personId: 'demo-2', name: 'Demo Fraværende' };

  it('may what the absent may, and does it in their place', () => {
    const lent = grant('approver', { kind: 'committee', code: 'BIU' }, absent);
    expect(grantsFor({ grants: [lent] }, 'approve', PLACE)).toEqual([lent]);
    expect(grantsFor({ grants: [lent] }, 'approve', { committees: ['TMU'], administrations: [] })).toEqual([]);
  });

  it('acts in their own right where they have it', () => {
    const own = grant('approver');
    const lent = grant('approver', null, absent);
    expect(grantsFor({ grants: [lent, own] }, 'approve', PLACE)).toEqual([own, lent]);
    expect(grantsFor({ grants: [lent, grant('accountant')] }, 'approve', PLACE)).toEqual([lent]);
  });
});

describe('a dated grant', () => {
  const dated = (from: string | null, to: string | null) => ({ from, to });

  it('holds from its first day to its last', () => {
    const holds = (from: string | null, to: string | null, today: string) =>
      activeOn([dated(from, to)], today).length === 1;
    expect(holds(null, null, '2024-02-29')).toBe(true);
    expect(holds('2024-02-29', '2024-02-29', '2024-02-29')).toBe(true);
    expect(holds('2024-03-01', null, '2024-02-29')).toBe(false);
    expect(holds(null, '2024-02-28', '2024-02-29')).toBe(false);
    expect(holds('2024-01-01', '2024-12-31', '2023-12-31')).toBe(false);
    expect(holds('2024-01-01', '2024-12-31', '2025-01-01')).toBe(false);
  });

  it('is chosen out of several without losing any or their order', () => {
    const all = [dated(null, '2024-01-01'), dated('2024-01-01', null), dated('2024-01-02', null), dated(null, null)];
    expect(activeOn(all, '2024-01-01')).toEqual([all[0], all[1], all[3]]);
  });
});

describe('rights in general', () => {
  const unit = fc.option(
    fc.record({ kind: fc.constantFrom('committee', 'administration'), code: fc.constantFrom('A', 'B', 'C') }),
  );
  const anyGrant = fc.record({
    role: fc.constantFrom(...ROLES),
    unit,
    onBehalfOf: fc.constantFrom(null, { personId: 'p', name: 'P' }),
  }) as fc.Arbitrary<Grant>;
  const anyPlace = fc.oneof(
    fc.constant(EVERYWHERE as typeof EVERYWHERE),
    fc.record({ committees: fc.subarray(['A', 'B', 'C']), administrations: fc.subarray(['A', 'B', 'C']) }),
  );
  const anyAct = fc.constantFrom(...(Object.keys(ACTS) as Act[]));

  it('hang on single grants: another one takes nothing away, unless it administers', () => {
    fc.assert(
      fc.property(fc.array(anyGrant), anyGrant, anyAct, anyPlace, (grants, more, act, place) => {
        fc.pre(more.role !== 'administrator');
        if (may({ grants }, act, place)) expect(may({ grants: [...grants, more] }, act, place)).toBe(true);
      }),
    );
  });

  it('reach no further for a unit than for everything, and no further at a place than somewhere', () => {
    fc.assert(
      fc.property(fc.array(anyGrant), anyAct, anyPlace, (grants, act, place) => {
        const unlimited = grants.map((one) => ({ ...one, unit: null }));
        if (may({ grants }, act, place)) {
          expect(may({ grants: unlimited }, act, place)).toBe(true);
          expect(maySomewhere({ grants }, act)).toBe(true);
        }
      }),
    );
  });
});
