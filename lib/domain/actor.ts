import type { Grant, Role } from './permissions.ts';

/** From where somebody acts. */
export interface Origin {
  channel: 'screen' | 'command-line' | 'loader';
  /** Network address; '' where there is none. */
  address: string;
}

/** The person who acts, with the roles that they have today. Every use case takes one. */
export interface Actor {
  personId: string;
  name: string;
  initials: string;
  grants: readonly Grant[];
  origin: Origin;
}

/** An actor in the role by which they may do what they do: what the trail tells. */
export interface Acting {
  actor: Actor;
  role: Role | '';
  /** Whose place a substitute takes. */
  onBehalfOf: { personId: string; name: string } | null;
}

/** Everyone whose hand an act is: the person and whoever they stand in for. Neither may approve it (product.md, rule 4). */
export function handsOf({ actor, onBehalfOf }: Acting): string[] {
  return onBehalfOf === null ? [actor.personId] : [actor.personId, onBehalfOf.personId];
}
