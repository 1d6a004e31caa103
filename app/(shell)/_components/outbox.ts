import { z } from 'zod';
import '#lib/schemas/quiet-zod.ts';

/**
 * What this browser knows of drafts of one kind. What is typed lies in localStorage until the server has it, so that
 * neither a killed tab nor a lost connection takes it along; what the server has is remembered for as long as the page
 * lives, since a page that one comes back to may have been rendered before.
 */

/** A draft as the server keeps it. */
export interface Kept<C> {
  /** Of what the draft is a change to. */
  version: number;
  /** ISO time, UTC. */
  at: string;
  content: C;
}

export interface Unsent<C> extends Kept<C> {
  /** When the draft that this one continues was kept; null where the page knows of none. */
  continues: string | null;
  /** A save that was pressed and has not reached the server. */
  wanted: 'save' | 'submit' | null;
}

/** What the server was last heard to have; `draft` null: nothing any more. */
interface Heard<C> {
  at: string;
  draft: Kept<C> | null;
}

type Sent<C> =
  | { kind: 'kept'; at: string }
  /** Another page of the same person has kept something else. */
  | { kind: 'elsewhere'; other: Kept<C> }
  | { kind: 'unreached' }
  | { kind: 'signed-out' }
  | { kind: 'refused' };

interface OutboxOptions<P extends { personId: string }, C> {
  /** Of the keys in the browser's storage. */
  prefix: string;
  /** What tells a person's drafts apart, and back again. */
  partsOf: (place: P) => string;
  placeOf: (personId: string, parts: string) => P;
  content: z.ZodType<C>;
  /** Where drafts are sent, and as what. */
  address: string;
  bodyOf: (place: P, draft: Unsent<C>) => object;
  discard: (place: P) => { address: string; body: object };
}

/** Bodies above this are not sent on while a page is being left. In bytes, by the standard of fetch. */
const LARGEST_KEEPALIVE = 60_000;

/** Null where the browser keeps nothing for us: its storage is shut off. */
function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function schemasOf<C>(content: z.ZodType<C>) {
  const kept = z.object({ version: z.number().int().min(0), at: z.iso.datetime(), content });
  const wanted = z.enum(['save', 'submit']).nullable();
  return {
    unsent: kept.extend({ continues: z.iso.datetime().nullable(), wanted }),
    /** What is answered to a draft that is sent, over the line. */
    answer: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        value: z.discriminatedUnion('kept', [
          z.object({ kept: z.literal(true), at: z.iso.datetime() }),
          z.object({ kept: z.literal(false), other: kept }),
        ]),
      }),
      z.object({ ok: z.literal(false) }),
    ]),
  };
}

export class Outbox<P extends { personId: string }, C> {
  private readonly options: OutboxOptions<P, C>;
  private readonly schemas: ReturnType<typeof schemasOf<C>>;
  private readonly heard = new Map<string, Heard<C>>();
  private readonly listeners = new Set<() => void>();
  private unreached = false;

  constructor(options: OutboxOptions<P, C>) {
    this.options = options;
    this.schemas = schemasOf(options.content);
  }

  private keyOf(place: P): string {
    return `${this.options.prefix}${place.personId}/${this.options.partsOf(place)}`;
  }

  /** The place of a key; null where it is of something else or of another person. */
  private placeOf(key: string, personId: string): P | null {
    const own = `${this.options.prefix}${personId}/`;
    return key.startsWith(own) ? this.options.placeOf(personId, key.slice(own.length)) : null;
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Calls `listener` whenever something is typed, sent, saved or given up, here or in another tab. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    const listen = ({ key }: StorageEvent) => {
      if (key?.startsWith(this.options.prefix)) this.changed();
    };
    window.addEventListener('storage', listen);
    return () => {
      this.listeners.delete(listener);
      window.removeEventListener('storage', listen);
    };
  }

  /** Whether what was last sent did not come through. */
  isUnreached(): boolean {
    return this.unreached;
  }

  private noteUnreached(is: boolean): void {
    if (this.unreached === is) return;
    this.unreached = is;
    this.changed();
  }

  readUnsent(place: P): Unsent<C> | null {
    const text = openStorage()?.getItem(this.keyOf(place));
    if (text == null) return null;
    try {
      return this.schemas.unsent.parse(JSON.parse(text));
    } catch {
      // By an earlier version of the form, or not by us: there is nothing that this one could show.
      return null;
    }
  }

  /** @returns whether the browser keeps it: its storage may be full or shut off */
  keepUnsent(place: P, draft: Unsent<C>): boolean {
    try {
      window.localStorage.setItem(this.keyOf(place), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    } finally {
      this.changed();
    }
  }

  /** That of which this browser has something that the server has not. */
  listUnsent(personId: string): P[] {
    return Object.keys(openStorage() ?? {}).flatMap((key) => this.placeOf(key, personId) ?? []);
  }

  /** What the server was last heard to have; undefined: nothing was heard since the page was loaded. */
  readHeard(place: P): Heard<C> | undefined {
    return this.heard.get(this.keyOf(place));
  }

  /** All that was heard of a person's drafts. */
  listHeard(personId: string): (P & Heard<C>)[] {
    return [...this.heard].flatMap(([key, what]) => {
      const place = this.placeOf(key, personId);
      return place === null ? [] : [{ ...place, ...what }];
    });
  }

  /**
   * The draft that a page begins with: what this browser has and the server has not, else the newest that was heard of.
   * To be asked in the browser only.
   */
  find(place: P, fetched: Kept<C> | null): (Kept<C> & Partial<Unsent<C>>) | null {
    const unsent = this.readUnsent(place);
    if (unsent) return unsent;
    const heard = this.readHeard(place);
    return heard && heard.at >= (fetched?.at ?? '') ? heard.draft : fetched;
  }

  /** It is saved, or its draft was given up: nothing of it is kept. */
  forget(place: P, at: string): void {
    openStorage()?.removeItem(this.keyOf(place));
    this.heard.set(this.keyOf(place), { at, draft: null });
    this.changed();
  }

  /** Whether another page of the same person has typed the same, such as one that began with what was typed here. */
  private areSame(one: C, other: C): boolean {
    const [left, right] = [one, other].map((content) =>
      JSON.stringify({ ...this.options.content.parse(content), on: null }),
    );
    return left === right;
  }

  /** Sends a draft to the server; once it has it, this browser keeps it no more, unless something newer was typed. */
  async send(place: P, draft: Unsent<C>): Promise<Sent<C>> {
    const { version, content } = draft;
    const body = JSON.stringify(this.options.bodyOf(place, draft));
    try {
      const response = await fetch(this.options.address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive: body.length < LARGEST_KEEPALIVE,
      });
      this.noteUnreached(response.status === 401 || response.status >= 500);
      if (response.status === 401) return { kind: 'signed-out' };
      if (response.status >= 500) return { kind: 'unreached' };
      if (!response.ok) return { kind: 'refused' };
      const said = this.schemas.answer.safeParse(await response.json());
      if (!said.success || !said.data.ok) return { kind: 'refused' };
      const { value } = said.data;
      if (!value.kept && !this.areSame(value.other.content, content)) return { kind: 'elsewhere', other: value.other };
      const { at } = value.kept ? value : value.other;
      this.heard.set(this.keyOf(place), { at, draft: { version, content, at } });
      const kept = this.readUnsent(place);
      if (kept?.at === draft.at && kept.wanted === null) openStorage()?.removeItem(this.keyOf(place));
      this.changed();
      return { kind: 'kept', at };
    } catch {
      // No connection: the draft stays in this browser, and is sent again.
      this.noteUnreached(true);
      return { kind: 'unreached' };
    }
  }

  /** Tells the server to forget a draft. What it does not hear now, it keeps until the page is opened again. */
  async discard(place: P): Promise<void> {
    const { address, body } = this.options.discard(place);
    await fetch(address, { method: 'POST', body: JSON.stringify(body), keepalive: true }).catch(() => undefined);
  }
}
