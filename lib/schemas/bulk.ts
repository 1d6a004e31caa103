import { z } from 'zod';
import { date, givenName, typedText } from './fields.ts';
import { accountsInput } from './workflow.ts';

/** The most cells that one act takes: a paste over all columns of a large municipality. */
const MOST_CELLS = 500_000;

const version = z.number().int().min(0);
const ids = z.string().max(50);

/** What was changed at once, by its number. */
export const changeSetInput = z.object({ id: z.number().int().min(0) });

/** Accounts to be logged as category 1 with the same words. */
export const logCategory1Input = accountsInput.extend({
  /** Whether each was held against documentation of the same amount. */
  documented: z.boolean(),
  method: z.enum(['source', 'specification']).nullable(),
  reconciledOn: date.nullable(),
  initials: typedText.max(10, { error: 'too-long' }),
  /** Sent for approval with the same act. */
  submit: z.boolean(),
  /** If one cannot be logged, none is. */
  allOrNothing: z.boolean(),
});
export type LogCategory1Input = z.input<typeof logCategory1Input>;

/** Accounts that are to be reconciled by somebody, by a day. What is missing stays as it is; null takes it away. */
export const assignInput = z.object({
  periodId: givenName,
  accounts: z
    .array(ids)
    .max(50_000, { error: 'too-long' })
    .transform((accounts) => [...new Set(accounts)]),
  personId: givenName.nullable().optional(),
  deadline: date.nullable().optional(),
  allOrNothing: z.boolean(),
});
export type AssignInput = z.input<typeof assignInput>;

export const EDITABLE_ACCOUNT_COLUMNS = [
  'kategori',
  'dokumenteret',
  'metode',
  'afstemt-den',
  'initialer',
  'tildelt',
  'frist',
] as const;
export type EditableAccountColumn = (typeof EDITABLE_ACCOUNT_COLUMNS)[number];

/** What was typed into cells of *Konti*, as typed. `version`: of the verdict that was seen; 0 where there was none. */
export const editAccountsInput = z.object({
  periodId: givenName,
  changes: z
    .array(z.object({ account: ids, version, column: z.enum(EDITABLE_ACCOUNT_COLUMNS), text: typedText }))
    .max(MOST_CELLS, { error: 'too-long' }),
});
export type EditAccountsInput = z.input<typeof editAccountsInput>;

const EDITABLE_FINDING_COLUMNS = ['ansvarlig', 'tema', 'problem', 'aktivitet', 'deadline'] as const;
export type EditableFindingColumn = (typeof EDITABLE_FINDING_COLUMNS)[number];

/** What was typed into cells of *Opfølgning*, or is to stand in many of them. */
export const editFindingsInput = z.object({
  periodId: givenName,
  /** Why deadlines move. */
  reason: typedText.min(1, { error: 'required' }).max(2000, { error: 'too-long' }),
  allOrNothing: z.boolean(),
  changes: z
    .array(
      z.object({
        account: ids,
        committee: ids,
        version,
        column: z.enum(EDITABLE_FINDING_COLUMNS),
        text: typedText,
      }),
    )
    .max(MOST_CELLS, { error: 'too-long' }),
});
export type EditFindingsInput = z.input<typeof editFindingsInput>;

/** Findings that are to take over the plan that they had in the period before. */
export const copyPlansInput = z.object({
  periodId: givenName,
  findings: z.array(z.object({ account: ids, committee: ids, version })).max(50_000, { error: 'too-long' }),
  allOrNothing: z.boolean(),
});
export type CopyPlansInput = z.input<typeof copyPlansInput>;
