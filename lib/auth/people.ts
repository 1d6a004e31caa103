import type { Actor } from '#lib/domain/actor.ts';
import type { Grant, Role, Unit } from '#lib/domain/permissions.ts';

/** The actor of the command line: whoever can start it has the data folder itself in hand. */
export const COMMAND_LINE: Actor = {
  personId: 'kommandolinje',
  name: 'Kommandolinjen',
  initials: 'KL',
  grants: [{ role: 'administrator', unit: null, onBehalfOf: null }],
  origin: { channel: 'command-line', address: '' },
};

export type DemoRole =
  | 'accountant'
  | 'accountant2'
  | 'approver'
  | 'approver2'
  | 'systemOwner'
  | 'secretariat'
  | 'centre'
  | 'auditor'
  | 'administrator';

function demoActor(personId: string, name: string, initials: string, role: Role, unit: Unit | null): Actor {
  const grant: Grant = { role, unit, onBehalfOf: null };
  return { personId, name, initials, grants: [grant], origin: { channel: 'screen', address: '127.0.0.1' } };
}

/** The made-up people of the demo: at least one a role, chosen on its sign-in page with one click. */
export const DEMO_PEOPLE: Record<DemoRole, Actor> = {
  accountant: demoActor('demo-regnskab', 'Demo Regnskab', 'DRE', 'accountant', { kind: 'administration', code: 'KS' }),
  accountant2: demoActor('demo-bogholder', 'Demo Bogholder', 'DBO', 'accountant', null),
  approver: demoActor('demo-godkender', 'Demo Godkender', 'DGO', 'approver', null),
  approver2: demoActor('demo-kontrollant', 'Demo Kontrollant', 'DKO', 'approver', null),
  systemOwner: demoActor('demo-systemejer', 'Demo Systemejer', 'DSY', 'systemOwner', {
    kind: 'administration',
    code: 'BIF',
  }),
  secretariat: demoActor('demo-sekretariat', 'Demo Sekretariat', 'DSE', 'secretariat', {
    kind: 'committee',
    code: 'BIU',
  }),
  /** Writes for all committees. */
  centre: demoActor('demo-center', 'Demo Økonomicenter', 'DØC', 'secretariat', null),
  auditor: demoActor('demo-revisor', 'Demo Revisor', 'DRV', 'auditor', null),
  administrator: demoActor('demo-administrator', 'Demo Administrator', 'DAD', 'administrator', null),
};
