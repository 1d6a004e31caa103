import type { TrailFilter } from '#lib/db/trail.ts';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '#lib/domain/audit.ts';
import { danishMidnight, dayAfter } from '#lib/format/date-time.ts';
import { parseTypedDate } from '#lib/format/parse-date.ts';

/** What *Revisionsspor* keeps in its address: `person`, `slags`, `handling`, `fra`, `til`, `id`, and `foer` of older pages. */
const TRAIL_PARAMETERS = ['person', 'slags', 'handling', 'fra', 'til', 'id'] as const;
export type TrailParameter = (typeof TRAIL_PARAMETERS)[number];

/** The values of an address as its form shows them again; '' where one is not set. */
export type TrailAddress = Record<TrailParameter, string>;

export function readTrailAddress(address: URLSearchParams): TrailAddress {
  const values = TRAIL_PARAMETERS.map((name) => [name, (address.get(name) ?? '').trim().slice(0, 200)]);
  return Object.fromEntries(values) as TrailAddress;
}

/** The filter that an address means; fields whose value cannot be used are named, and narrow to nothing. */
export function toTrailFilter({ person, slags, handling, fra, til, id }: TrailAddress): {
  filter: TrailFilter;
  wrong: TrailParameter[];
} {
  const [from, until] = [fra, til].map((text) => (text === '' ? null : parseTypedDate(text)));
  const wrong: TrailParameter[] = [];
  if (fra !== '' && !from) wrong.push('fra');
  if (til !== '' && !until) wrong.push('til');
  if (slags !== '' && !AUDIT_SUBJECTS.some((subject) => subject === slags)) wrong.push('slags');
  if (handling !== '' && !AUDIT_ACTIONS.some((action) => action === handling)) wrong.push('handling');
  return {
    filter: {
      personId: person || null,
      subject: slags || null,
      action: handling || null,
      from: from ? danishMidnight(from) : null,
      until: until ? danishMidnight(dayAfter(until)) : null,
      id: id || null,
    },
    wrong,
  };
}
