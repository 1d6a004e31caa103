import { z } from 'zod';
import { parseImFunction } from '#lib/domain/im-function.ts';
import { shortText } from './fields.ts';

/** Rules of one sort in one profile: more than anybody needs, few enough to run on every row. */
const MOST_RULES = 30;
/** As many columns as an .xlsx sheet has. */
const MOST_COLUMNS = 16_384;

/**
 * One of the file's columns: by its heading, and where it stands for headings that are blank or stand more than once.
 * `at` counts from 0.
 */
const column = z.object({
  heading: z.string().max(300, { error: 'too-long' }),
  at: z
    .number()
    .int()
    .min(0)
    .max(MOST_COLUMNS - 1),
});

const fromColumn = z.object({ from: z.literal('column'), column });
const constant = z.object({ from: z.literal('constant'), value: shortText.min(1, { error: 'required' }) });
const nothing = z.object({ from: z.literal('nothing') });
const text = z.discriminatedUnion('from', [fromColumn, constant, nothing]);

/** What the account's cell holds beside the number, and which part of it the number is. */
const account = z.object({
  column,
  /** Taken away where the cell begins or ends with it. */
  prefix: shortText,
  suffix: shortText,
  /** Keeps what is before (or after) the first separator; null: all of it. */
  cut: z.object({ keep: z.enum(['before', 'after']), separator: z.enum([' ', '-', '/', '.', '_']) }).nullable(),
  leadingZeros: z.enum(['keep', 'strip']),
});

const amount = z.discriminatedUnion('from', [
  /** One column of signed amounts. */
  z.object({ from: z.literal('balance'), column }),
  /** Debet and kredit apart; `credit` says whether kredit is written without a sign or already negative. */
  z.object({
    from: z.literal('sides'),
    debit: column,
    credit: column,
    creditIs: z.enum(['unsigned', 'negative']),
  }),
  /** One column of amounts beside one that says debet or kredit. */
  z.object({ from: z.literal('marked'), column, mark: column }),
  /** Columns that are added up, such as what was brought forward and what moved. */
  z.object({ from: z.literal('sum'), columns: z.array(column).min(1).max(16) }),
  /** A column a period: the balance at its end, or what moved in it, to be added up from the opening one. */
  z.object({
    from: z.literal('periods'),
    take: z.enum(['balance', 'movements']),
    opening: column.nullable(),
    months: z
      .array(z.object({ month: z.number().int().min(1).max(16), column }))
      .min(1)
      .max(16),
  }),
]);

/** Which rows are of the period, where rows say of which they are. */
const selection = z.object({
  year: column.nullable(),
  period: column.nullable(),
  /** The period's own rows alone, or all of its year up to it. */
  take: z.enum(['only', 'up-to']),
});

/** Lines that are no accounts. */
const ignore = z.object({
  noAccount: z.boolean(),
  notAnAccount: z.boolean(),
  totals: z.boolean(),
  outsideMain9: z.boolean(),
  /** Accounts with another number of digits; null: any number of them. */
  otherThanDigits: z.number().int().min(1).max(20).nullable(),
  lines: z
    .array(
      z.object({
        where: z.enum(['account', 'row']),
        how: z.enum(['begins', 'contains']),
        text: shortText.min(1, { error: 'required' }),
      }),
    )
    .max(MOST_RULES),
});

const imFunction = z.discriminatedUnion('from', [
  fromColumn,
  constant.refine(({ value }) => parseImFunction(value) !== null, { error: 'invalid-function', path: ['value'] }),
  nothing,
]);

const balanceProfile = z.object({
  kind: z.literal('saldobalance'),
  account,
  /** 'account': what follows the number in the account's cell. */
  name: z.discriminatedUnion('from', [fromColumn, z.object({ from: z.literal('account') }), nothing]),
  imFunction,
  amount,
  sign: z.enum(['as-is', 'reversed']),
  /** How amounts are written; null: the whole column decides. */
  form: z.enum(['da', 'en']).nullable(),
  blankIsZero: z.boolean(),
  selection: selection.nullable(),
  ignore,
  /** Several lines of an account, such as one a cost centre, are added up. */
  sumPerAccount: z.boolean(),
});

const responsibilityProfile = z.object({
  kind: z.literal('kontoansvar'),
  account,
  reconciledBy: text,
  committee: text,
  administration: text,
  separately: text,
  ignore,
});

/** How the columns of a source's files are to be read (product.md, the way of the data: map). */
export const mappingContent = z.discriminatedUnion('kind', [balanceProfile, responsibilityProfile]);

export type MappingContent = z.infer<typeof mappingContent>;
export type BalanceMapping = z.infer<typeof balanceProfile>;
export type ResponsibilityMapping = z.infer<typeof responsibilityProfile>;
export type MappedColumn = z.infer<typeof column>;
export type AccountRule = z.infer<typeof account>;
export type IgnoreRules = z.infer<typeof ignore>;
export type TextSource = z.infer<typeof text>;

/** What the page sends with a file: how its columns are to be read, and from which row on. */
export const chosenMapping = z.object({
  name: shortText,
  content: mappingContent,
  headerRow: z.number().int().min(1).nullable(),
});

/** A profile as it is saved: its content under a name, with the headings that it was made for. */
export const profileInput = z.object({
  name: shortText.min(1, { error: 'required' }),
  headings: z.array(z.string().max(300, { error: 'too-long' })).max(MOST_COLUMNS),
  content: mappingContent,
  /** Whether a profile that has the name already may be replaced. */
  replaces: z.boolean(),
});
