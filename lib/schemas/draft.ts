import { z } from 'zod';
import { givenName } from './fields.ts';

/** More than can be stored: what was pasted too much of is kept until it is mended. */
const MOST_TYPED = 10_000;

/** Text as it was typed, readable or not. */
const typed = z.string().max(20_000, { error: 'too-long' });

/**
 * What stands in the form of an account: texts as they were typed, so that what cannot be read is kept as it is. Rows
 * have keys of their own, since they move when one above goes.
 */
const row = z.object({
  key: z.string().max(100),
  /** The key under which it is stored, so that it stays the same when it is edited; '' while it is new. */
  stored: z.string().max(100).default(''),
});
const itemDraft = row.extend({ postingDate: typed, text: typed, amount: typed });
const stepDraft = row.extend({ activity: typed, deadline: typed, consequence: typed });
const findingDraft = z.object({
  key: z.string().max(100),
  committee: z.string().max(200),
  category: z.union([z.literal(2), z.literal(3)]),
  theme: typed,
  problem: typed,
  responsible: typed,
  /** Never empty: the last row is where one goes on typing. */
  items: z.array(itemDraft).min(1).max(MOST_TYPED),
  /** Never empty, as the items. */
  steps: z.array(stepDraft).min(1).max(200),
});
const accountDraft = z.object({
  documentedBalance: typed,
  method: z.union([z.enum(['source', 'specification']), z.literal('')]),
  reconciledOn: typed,
  initials: typed,
  /** null: nobody has said. */
  verdict: z.enum(['category-1', 'follow-up']).nullable(),
  findings: z.array(findingDraft).max(60),
});

export type AccountDraft = z.infer<typeof accountDraft>;
export type RowDraft = z.infer<typeof row>;
export type FindingDraft = z.infer<typeof findingDraft>;
export type ItemDraft = z.infer<typeof itemDraft>;
export type StepDraft = z.infer<typeof stepDraft>;

/** The page that a draft was typed on. */
export const typedOn = z.object({
  /** Of the browser, as it calls itself to us: the same for all its tabs. */
  browser: z.string().max(60),
  tab: z.string().max(60),
  /** In words, such as 'Firefox, Windows'. */
  name: z.string().max(60),
});
export type TypedOn = z.infer<typeof typedOn>;

/** What is kept of an account's form while it is not saved. */
export const keptContent = z.object({
  draft: accountDraft,
  /** What was stored when the draft began: by it, one tells what was typed here from what others changed since. */
  base: accountDraft,
  on: typedOn,
});
export type KeptContent = z.infer<typeof keptContent>;

/** An account of a period. */
export const draftPlace = z.object({ periodId: givenName, account: givenName });

/** What a page hands in of what is typed and not saved. */
export const draftInput = draftPlace.extend({
  /** The version of the account that `base` is. */
  version: z.number().int().min(0),
  content: keptContent,
  /** When the draft that this one continues was kept (ISO time); null where the page knows of none. */
  continues: z.iso.datetime().nullable(),
});
export type DraftInput = z.input<typeof draftInput>;

/** A draft as it is kept. */
const keptDraft = z.object({ version: z.number().int().min(0), at: z.iso.datetime(), content: keptContent });
export type KeptDraft = z.infer<typeof keptDraft>;

/** A page that shows an account says so, now and then. */
export const presenceInput = draftPlace.extend({
  tab: z.string().min(1).max(60),
  typing: z.boolean(),
  /** The page is being left. */
  leaves: z.boolean().default(false),
});
export type PresenceInput = z.input<typeof presenceInput>;
