import { z } from 'zod';
import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import { isoDate } from '#lib/domain/date.ts';
import { parseImFunction } from '#lib/domain/im-function.ts';
import { type Register, type RegisterContents, WRITE_OFF_KINDS } from '#lib/domain/register.ts';
import { amount, longText, shortText } from './fields.ts';

/** What the fields of a register line are made of: strict where a person types, as it stands where it is stored. */
interface FieldTypes {
  ore: z.ZodType<bigint, unknown>;
  text: z.ZodType<string, unknown>;
  required: z.ZodType<string, unknown>;
  imFunction: z.ZodType<string, unknown>;
}

type RegisterSchemas = { [R in Register]: z.ZodType<RegisterContents[R], unknown> };

function registerSchemas({ ore, text, required, imFunction }: FieldTypes): RegisterSchemas {
  const category = z
    .number()
    .refine((value): value is Category => CATEGORIES.includes(value as Category), { error: 'required' });
  const movement = z.object({
    committee: required,
    account: required,
    imFunction,
    name: text,
    text,
    amount: ore,
    documentation: text,
  });
  return {
    sammenligningstal: z.object({ category, accounts: z.number().int().min(0), net: ore }),
    systemafstemninger: z.object({
      committee: required,
      sourceSystem: required,
      receiver: required,
      difference: ore,
      responsible: text,
      activity: text,
      deadline: text,
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

/** Register lines as they are kept: amounts as decimal text in øre, since JSON numbers are floats. */
export const storedRegisters = registerSchemas({
  ore: z
    .string()
    .regex(/^-?\d+$/)
    .transform(BigInt),
  text: storedText,
  required: storedText,
  imFunction: storedText,
});

/** Register lines as a form hands them in. */
export const registerInputs = registerSchemas({
  ore: amount,
  text: longText,
  required: shortText.min(1, { error: 'required' }),
  imFunction: z.string().transform((text, context) => {
    const code = parseImFunction(text);
    if (code === null) context.addIssue({ code: 'custom', message: 'invalid-function' });
    return code ?? '';
  }),
});

/** Whether a control's deadline, a date or a word such as `Afsluttet`, is a date. */
export function isDateDeadline(deadline: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(deadline);
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) === deadline;
}
