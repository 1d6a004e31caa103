import { z } from 'zod';
import '#lib/schemas/quiet-zod.ts';
import { type DraftInput, type KeptDraft, keptDraft } from '#lib/schemas/draft.ts';

/**
 * What this browser knows of drafts. What is typed lies in localStorage until the server has it, so that neither a
 * killed tab nor a lost connection takes it along; what the server has is remembered for as long as the page lives,
 * since a page that one comes back to may have been rendered before.
 */

export interface DraftAt {
  personId: string;
  periodId: string;
  account: string;
}

const unsentDraft = keptDraft.extend({
  /** As in DraftInput. */
  continues: z.iso.datetime().nullable(),
  /** A save that was pressed and has not reached the server. */
  wanted: z.enum(['save', 'submit']).nullable(),
});
export type UnsentDraft = z.infer<typeof unsentDraft>;

const PREFIX = 'afstemt-kladde/';

function keyOf({ personId, periodId, account }: DraftAt): string {
  return `${PREFIX}${personId}/${periodId}/${account}`;
}

/** What the server was last heard to have; `draft` null: nothing any more. */
interface Heard {
  at: string;
  draft: KeptDraft | null;
}

const heard = new Map<string, Heard>();
const listeners = new Set<() => void>();
let unreached = false;

function changed() {
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever something is typed, sent, saved or given up, here or in another tab. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const listen = ({ key }: StorageEvent) => {
    if (key?.startsWith(PREFIX)) changed();
  };
  window.addEventListener('storage', listen);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listen);
  };
}

/** Whether what was last sent did not come through. */
export const isUnreached = (): boolean => unreached;

function noteUnreached(is: boolean) {
  if (unreached === is) return;
  unreached = is;
  changed();
}

/** Null where the browser keeps nothing for us: its storage is shut off. */
function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parseUnsent(text: string | null | undefined): UnsentDraft | null {
  if (text == null) return null;
  try {
    return unsentDraft.parse(JSON.parse(text));
  } catch {
    // By an earlier version of the form, or not by us: there is nothing that this one could show.
    return null;
  }
}

export function readUnsent(place: DraftAt): UnsentDraft | null {
  return parseUnsent(openStorage()?.getItem(keyOf(place)));
}

/** @returns whether the browser keeps it: its storage may be full or shut off */
export function keepUnsent(place: DraftAt, draft: UnsentDraft): boolean {
  try {
    window.localStorage.setItem(keyOf(place), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  } finally {
    changed();
  }
}

function dropUnsent(place: DraftAt) {
  openStorage()?.removeItem(keyOf(place));
}

/** The accounts of which this browser has something that the server has not. */
export function listUnsent(personId: string): DraftAt[] {
  return Object.keys(openStorage() ?? {}).flatMap((key) => {
    const [, owner = '', periodId = '', ...account] = key.startsWith(PREFIX) ? key.split('/') : [];
    return owner === personId ? [{ personId, periodId, account: account.join('/') }] : [];
  });
}

/** What the server was last heard to have of an account; undefined: nothing was heard since the page was loaded. */
export function readHeard(place: DraftAt): Heard | undefined {
  return heard.get(keyOf(place));
}

/** All that was heard of a person's drafts, by period and account. */
export function listHeard(personId: string): (DraftAt & Heard)[] {
  return [...heard].flatMap(([key, what]) => {
    const [, owner = '', periodId = '', ...account] = key.split('/');
    return owner === personId ? [{ personId, periodId, account: account.join('/'), ...what }] : [];
  });
}

/** The account is saved, or its draft was given up: nothing of it is kept. */
export function forgetDraft(place: DraftAt, at: string) {
  dropUnsent(place);
  heard.set(keyOf(place), { at, draft: null });
  changed();
}

type Sent =
  | { kind: 'kept'; at: string }
  /** Another page of the same person has kept something else. */
  | { kind: 'elsewhere'; other: KeptDraft }
  | { kind: 'unreached' }
  | { kind: 'signed-out' }
  | { kind: 'refused' };

/** What saveDraft answers, over the line. */
const answer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.discriminatedUnion('kept', [
      z.object({ kept: z.literal(true), at: z.iso.datetime() }),
      z.object({ kept: z.literal(false), other: keptDraft }),
    ]),
  }),
  z.object({ ok: z.literal(false) }),
]);

/** Bodies above this are not sent on while a page is being left. In bytes, by the standard of fetch. */
const LARGEST_KEEPALIVE = 60_000;

/** Sends a draft to the server; once it has it, this browser keeps it no more, unless something newer was typed. */
export async function sendDraft(place: DraftAt, draft: UnsentDraft): Promise<Sent> {
  const { periodId, account } = place;
  const { version, content, continues } = draft;
  const body = JSON.stringify({ periodId, account, version, content, continues } satisfies DraftInput);
  try {
    const response = await fetch('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < LARGEST_KEEPALIVE,
    });
    noteUnreached(response.status === 401 || response.status >= 500);
    if (response.status === 401) return { kind: 'signed-out' };
    if (response.status >= 500) return { kind: 'unreached' };
    if (!response.ok) return { kind: 'refused' };
    const said = answer.safeParse(await response.json());
    if (!said.success || !said.data.ok) return { kind: 'refused' };
    if (!said.data.value.kept) return { kind: 'elsewhere', other: said.data.value.other };
    const { at } = said.data.value;
    heard.set(keyOf(place), { at, draft: { version, content, at } });
    const kept = readUnsent(place);
    if (kept?.at === draft.at && kept.wanted === null) dropUnsent(place);
    changed();
    return { kind: 'kept', at };
  } catch {
    // No connection: the draft stays in this browser, and is sent again.
    noteUnreached(true);
    return { kind: 'unreached' };
  }
}

/** Tells the server to forget a draft. What it does not hear now, it keeps until the account is opened again. */
export async function discardSent({ periodId, account }: DraftAt): Promise<void> {
  const body = JSON.stringify({ periodId, account });
  await fetch('/api/drafts/discard', { method: 'POST', body, keepalive: true }).catch(() => undefined);
}
