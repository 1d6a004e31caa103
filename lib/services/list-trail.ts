import { countTrail, listTrail, listTrailPeople } from '#lib/db/trail.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import type { FieldChange } from './describe-change.ts';
import { describeEvent } from './describe-history.ts';
import { logReading } from './log-reading.ts';
import { readTrailAddress, type TrailAddress, type TrailParameter, toTrailFilter } from './trail-filter.ts';

/** An event as the trail's page shows it. */
export type TrailEntry = Omit<AuditEvent, 'before' | 'after'> & { fields: FieldChange[] };

export interface TrailPage {
  address: TrailAddress;
  /** Fields of the address whose value cannot be used: nothing is shown then. */
  wrong: TrailParameter[];
  /** All that the filter leaves. */
  count: number;
  /** Newest first. */
  entries: TrailEntry[];
  /** The address's `foer` of the next older page; null where there is none. */
  older: number | null;
  /** Everyone who ever did anything; name '' where it was disposed of. */
  people: { id: string; name: string }[];
}

const PAGE = 50;

/** A page of the trail by its address (trail-filter.ts); that it was read is noted in it. Null: not the actor's to see. */
export async function getTrailPage(context: Context, address: URLSearchParams): Promise<TrailPage | null> {
  const { store, actor } = context;
  if (!may(actor, 'seeTrail', EVERYWHERE)) return null;
  const values = readTrailAddress(address);
  const { filter, wrong } = toTrailFilter(values);
  const people = await listTrailPeople(store.read);
  if (wrong.length > 0) return { address: values, wrong, count: 0, entries: [], older: null, people };
  const before = readId(address.get('foer'));
  const [count, events] = await Promise.all([
    countTrail(store.read, filter),
    listTrail(store.read, filter, before, PAGE + 1),
  ]);
  const shown = events.slice(0, PAGE);
  const what = { filter: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')), from: before };
  await logReading(context, 'seeTrail', { action: 'read', subject: 'trail', subjectId: 'trail', periodId: null, what });
  return {
    address: values,
    wrong,
    count,
    entries: shown.map(toEntry),
    older: events.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    people,
  };
}

function toEntry(event: AuditEvent): TrailEntry {
  const { before: _, after: __, ...facts } = event;
  return { ...facts, fields: describeEvent(event) };
}

function readId(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
