import type { Acting } from '#lib/domain/actor.ts';

/** What was done, by the role and the person stood in for: an event tells of one of each. */
export function groupByActing<T extends { acting: Acting }>(done: readonly T[]): [Acting, T[]][] {
  const nameOf = ({ role, onBehalfOf }: Acting) => `${role} ${onBehalfOf?.personId ?? ''}`;
  const groups = Map.groupBy(done, ({ acting }) => nameOf(acting));
  return [...groups.values()].flatMap((group): [Acting, T[]][] => (group[0] ? [[group[0].acting, group]] : []));
}
