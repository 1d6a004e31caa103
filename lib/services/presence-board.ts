/** A page that is open on an account, as its last sign of life said. */
interface OpenPage {
  personId: string;
  name: string;
  typing: boolean;
  /** Milliseconds since 1970. */
  seenAt: number;
}

/** Somebody who has an account open. */
export interface Present {
  name: string;
  typing: boolean;
}

/** A page says that it is open every ten seconds; one that has been silent for so long is not. */
const SILENCE_MS = 25_000;

/**
 * Who has which account open, in the memory of the one process that serves an installation: nothing of it is stored,
 * and a restart forgets it until the pages speak again.
 */
export class PresenceBoard {
  private readonly places = new Map<string, Map<string, OpenPage>>();

  /** A page of an account has spoken. `page` is its own name for itself. @param now milliseconds since 1970 */
  note(place: string, page: string, person: Omit<OpenPage, 'seenAt'>, now: number): void {
    const pages = this.places.get(place) ?? new Map<string, OpenPage>();
    pages.set(`${person.personId}/${page}`, { ...person, seenAt: now });
    this.places.set(place, pages);
    this.forgetSilent(now);
  }

  leave(place: string, page: string, personId: string): void {
    this.places.get(place)?.delete(`${personId}/${page}`);
  }

  /** Everybody else who has the account open, by name; who types somewhere types. */
  others(place: string, personId: string, now: number): Present[] {
    const people = new Map<string, Present>();
    for (const page of this.places.get(place)?.values() ?? []) {
      if (page.personId === personId || now - page.seenAt > SILENCE_MS) continue;
      const typing = page.typing || people.get(page.personId)?.typing === true;
      people.set(page.personId, { name: page.name, typing });
    }
    return [...people.values()].sort((left, right) => left.name.localeCompare(right.name, 'da'));
  }

  private forgetSilent(now: number): void {
    for (const [place, pages] of this.places) {
      for (const [key, { seenAt }] of pages) if (now - seenAt > SILENCE_MS) pages.delete(key);
      if (pages.size === 0) this.places.delete(place);
    }
  }
}

/** What a process has one of an installation, though each bundle of the pages has its own copy of this module. */
const shared = globalThis as typeof globalThis & { afstemtPresence?: Map<string, PresenceBoard> };

/** The board of the installation in that data folder. */
export function boardOf(folder: string): PresenceBoard {
  shared.afstemtPresence ??= new Map();
  const board = shared.afstemtPresence.get(folder) ?? new PresenceBoard();
  shared.afstemtPresence.set(folder, board);
  return board;
}
