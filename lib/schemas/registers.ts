import { z } from 'zod';
import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import { isoDate } from '#lib/domain/date.ts';
import { parseImFunction } from '#lib/domain/im-function.ts';
import {
  CONFIRMABLE_REGISTERS,
  REGISTERS,
  type Register,
  type RegisterContents,
  WRITE_OFF_KINDS,
} from '#lib/domain/register.ts';
import { parseAmount, parseCount } from '#lib/format/parse-amount.ts';
import { parseDate } from '#lib/format/parse-date.ts';
import { amount, givenName, longText, shortText } from './fields.ts';

/** What the fields of a register line are made of: strict where a person types, as it stands where it is stored. */
interface FieldTypes {
  ore: z.ZodType<bigint, unknown>;
  count: z.ZodType<number, unknown>;
  category: z.ZodType<Category, unknown>;
  deadline: z.ZodType<string, unknown>;
  text: z.ZodType<string, unknown>;
  required: z.ZodType<string, unknown>;
  imFunction: z.ZodType<string, unknown>;
  /** Blank where it follows from the account. */
  derivedFunction: z.ZodType<string, unknown>;
  /** Missing in lines that were kept before the register had it. */
  addedText: z.ZodType<string, unknown>;
}

type RegisterSchemas = { [R in Register]: z.ZodType<RegisterContents[R], unknown> };

function registerSchemas(types: FieldTypes): RegisterSchemas {
  const { ore, count, category, deadline, text, required, imFunction, derivedFunction, addedText } = types;
  const movement = z.object({
    committee: required,
    account: required,
    imFunction: derivedFunction,
    name: text,
    text,
    amount: ore,
    explanation: addedText,
    documentation: text,
  });
  return {
    sammenligningstal: z.object({ category, accounts: count, net: ore }),
    systemafstemninger: z.object({
      committee: required,
      sourceSystem: required,
      receiver: required,
      difference: ore,
      responsible: text,
      activity: text,
      deadline,
      consequence: text,
    }),
    afskrivninger: z.object({
      committee: required,
      kind: z.enum(WRITE_OFF_KINDS, { error: 'required' }),
      writtenOffFunction: imFunction,
      counterFunction: imFunction,
      counterName: text,
      appropriation: text,
      amount: ore,
    }),
    'periodiserede-poster': movement,
    egenkapital: movement,
  };
}

const storedText = z.string();
const wholeNumber = z.number().int().min(0);
const knownCategory = z
  .number()
  .refine((value): value is Category => CATEGORIES.includes(value as Category), { error: 'required' });

/** Register lines as they are kept: amounts as decimal text in øre, since JSON numbers are floats. */
export const storedRegisters = registerSchemas({
  ore: z
    .string()
    .regex(/^-?\d+$/)
    .transform(BigInt),
  count: wholeNumber,
  category: knownCategory,
  deadline: storedText,
  text: storedText,
  required: storedText,
  imFunction: storedText,
  derivedFunction: storedText,
  addedText: storedText.default(''),
});

/** What a person typed, read by `read` (a value, or the code of what is wrong with it); what is no text stays as it is. */
function typed<T>(read: (text: string) => T | { problem: string }) {
  return z.unknown().transform((value, context) => {
    if (typeof value !== 'string') return value;
    const result = value.trim() === '' ? { problem: 'required' } : read(value);
    if (typeof result !== 'object' || result === null || !('problem' in result)) return result;
    context.addIssue({ code: 'custom', message: result.problem });
    return z.NEVER;
  });
}

const AMOUNT_PROBLEMS = {
  'not-an-amount': 'not-an-amount',
  'other-form': 'not-an-amount',
  'three-decimals': 'three-decimals',
  'too-large': 'amount-too-large',
} as const;

function readAmount(text: string): bigint | { problem: string } {
  const result = parseAmount(text, 'da');
  return typeof result === 'bigint' ? result : { problem: AMOUNT_PROBLEMS[result] };
}

/** A date in any of the forms that people type → ISO; what is no date is kept as the word that it is. */
const deadlineInput = shortText.transform((text, context) => {
  const date = parseDate(text);
  if (date !== null || !/^[\d\s./-]+$/.test(text)) return date ?? text;
  context.addIssue({ code: 'custom', message: 'impossible-date' });
  return z.NEVER;
});

/** `blank`: whether a function may be left blank. */
const functionInput = (blank: 'refused' | 'taken') =>
  z.string().transform((text, context) => {
    const code = parseImFunction(text);
    const isBlank = text.trim() === '';
    if (code === null && !(isBlank && blank === 'taken'))
      context.addIssue({ code: 'custom', message: isBlank ? 'required' : 'invalid-function' });
    return code ?? '';
  });

/** Register lines as a form hands them in: amounts, counts and dates as typed. */
export const registerInputs = registerSchemas({
  ore: typed(readAmount).pipe(amount),
  count: typed((text) => parseCount(text) ?? { problem: 'not-a-count' }).pipe(wholeNumber),
  category: typed(Number).pipe(knownCategory),
  deadline: deadlineInput,
  text: longText,
  required: shortText.min(1, { error: 'required' }),
  imFunction: functionInput('refused'),
  derivedFunction: functionInput('taken'),
  addedText: longText.default(''),
});

/** Whether a control's deadline, a date or a word such as `Afsluttet`, is a date. */
export function isDateDeadline(deadline: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(deadline);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === deadline;
}

/** A line to be removed, as it was read. */
export const lineRemovalInput = z.object({
  periodId: givenName,
  register: z.enum(REGISTERS),
  lineId: z.number().int(),
  version: z.number().int().min(0),
});

/** A word that a committee has nothing in a register; `confirmed` false takes it back. */
export const noneInput = z.object({
  periodId: givenName,
  register: z.enum(CONFIRMABLE_REGISTERS),
  committee: givenName,
  confirmed: z.boolean(),
});
