import type { KeptContent } from '#lib/schemas/draft.ts';
import type { KeptTextContent } from '#lib/schemas/report-text.ts';
import type { DraftLine } from '#lib/services/list-drafts.ts';
import type { TextDraftLine } from '#lib/services/list-text-drafts.ts';
import { type TextDraftAt, textDrafts } from '../[period]/rapport/_components/texts/text-outbox.ts';
import { accountDrafts, type DraftAt } from './draft-outbox.ts';
import type { Outbox } from './outbox.ts';

/** What the server has of what a person has typed and not saved. */
export interface KeptWork {
  accounts: readonly DraftLine[];
  texts: readonly TextDraftLine[];
}

/** `name` and `path` are null where only this browser knows of it yet. */
type AccountLine = Omit<DraftLine, 'name'> & { kind: 'account'; name: string | null; isUnsent: boolean };
type TextLine = Omit<TextDraftLine, 'path'> & { kind: 'text'; path: string | null; isUnsent: boolean };
export type UnsavedLine = AccountLine | TextLine;

interface Correction<P extends { personId: string }, C, Line> {
  outbox: Outbox<P, C>;
  kept: readonly Line[];
  keyOf: (place: P | Line) => string;
  /** A line of a place that the server may have known. */
  lineOf: (place: P, known: Line | undefined, state: Pick<UnsavedLine, 'at' | 'isUnsent'>) => Line;
}

/** What the server had, corrected by what this browser has heard and typed since. */
function correct<P extends { personId: string }, C, Line extends { at: string; isUnsent: boolean }>(
  personId: string,
  { outbox, kept, keyOf, lineOf }: Correction<P, C, Line>,
): Line[] {
  const lines = new Map(kept.map((line) => [keyOf(line), line]));
  for (const heard of outbox.listHeard(personId)) {
    const key = keyOf(heard);
    const known = lines.get(key);
    if (known && known.at > heard.at) continue;
    if (heard.draft === null) lines.delete(key);
    else lines.set(key, lineOf(heard, known, { at: heard.at, isUnsent: false }));
  }
  for (const place of outbox.listUnsent(personId)) {
    const unsent = outbox.readUnsent(place);
    const key = keyOf(place);
    if (unsent) lines.set(key, lineOf(place, lines.get(key), { at: unsent.at, isUnsent: outbox.isUnreached() }));
  }
  return [...lines.values()];
}

/** All that a person has typed and not saved, on accounts and in texts; the newest first. */
export function listUnsaved(personId: string, work: KeptWork): UnsavedLine[] {
  const accounts = correct<DraftAt, KeptContent, AccountLine>(personId, {
    outbox: accountDrafts,
    kept: keptAccounts(work),
    keyOf: ({ periodId, account }) => `${periodId}/${account}`,
    lineOf: ({ periodId, account }, known, state) => {
      return { kind: 'account', periodId, account, name: known?.name ?? null, ...state };
    },
  });
  const texts = correct<TextDraftAt, KeptTextContent, TextLine>(personId, {
    outbox: textDrafts,
    kept: keptTexts(work),
    keyOf: ({ fiscalYear, owner, place }) => `${fiscalYear}/${owner}/${place}`,
    lineOf: ({ fiscalYear, owner, place }, known, state) => {
      return { kind: 'text', fiscalYear, owner, place, path: known?.path ?? null, ...state };
    },
  });
  return [...accounts, ...texts].sort((left, right) => (left.at > right.at ? -1 : 1));
}

const keptAccounts = ({ accounts }: KeptWork): AccountLine[] =>
  accounts.map((line) => ({ ...line, kind: 'account', isUnsent: false }));
const keptTexts = ({ texts }: KeptWork): TextLine[] =>
  texts.map((line) => ({ ...line, kind: 'text', isUnsent: false }));

/** What the server has, as lines. */
export function asKept(work: KeptWork): UnsavedLine[] {
  return [...keptAccounts(work), ...keptTexts(work)];
}

/** Calls `listener` whenever something is typed, sent, saved or given up, here or in another tab. */
export function subscribeUnsaved(listener: () => void): () => void {
  const stops = [accountDrafts.subscribe(listener), textDrafts.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Sends what lies in this browser from before, and was not typed within the last `quietFor` milliseconds: its own page
 * sends that. @returns whether the server was reached
 */
async function sendFrom<P extends { personId: string }, C>(
  outbox: Outbox<P, C>,
  personId: string,
  quietFor: number,
): Promise<boolean> {
  for (const place of outbox.listUnsent(personId)) {
    const unsent = outbox.readUnsent(place);
    const isRecent = unsent !== null && Date.now() - Date.parse(unsent.at) < quietFor;
    if (unsent === null || isRecent || unsent.wanted !== null) continue;
    if ((await outbox.send(place, unsent)).kind === 'unreached') return false;
  }
  return true;
}

/** Sends all that lies here from before, whichever page it is of. */
export async function sendUnsaved(personId: string, quietFor: number): Promise<void> {
  if (await sendFrom(accountDrafts, personId, quietFor)) await sendFrom(textDrafts, personId, quietFor);
}
