import type { Actor } from '#lib/domain/actor.ts';

/** Until there is sign-in, whoever sits at the machine acts as one of these, and every page says so. */
export const DEMO_PEOPLE: readonly [Actor, Actor] = [
  { personId: 'demo-a', name: 'Demo Andersen', initials: 'DAN' },
  { personId: 'demo-b', name: 'Demo Bertelsen', initials: 'DBE' },
];

/** The actor of the command line. */
export const COMMAND_LINE: Actor = { personId: 'kommandolinje', name: 'Kommandolinjen', initials: 'KL' };

/** The demo person of that id, the first one where nobody has been chosen. */
export function demoPerson(personId: string | undefined): Actor {
  return DEMO_PEOPLE.find((person) => person.personId === personId) ?? DEMO_PEOPLE[0];
}
