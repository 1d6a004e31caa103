import { z } from 'zod';
import { dateParts, isoDate } from '#lib/domain/date.ts';
import { LARGEST_AMOUNT } from '#lib/domain/money.ts';
import './quiet-zod.ts';

/** An amount in øre within what is accepted anywhere. */
export const amount = z
  .bigint()
  .refine((value) => value >= -LARGEST_AMOUNT && value <= LARGEST_AMOUNT, { error: 'amount-too-large' });

/** A date that the calendar has, as ISO text. */
export const date = z.string().refine(
  (text) => {
    const { year, month, day } = dateParts(text);
    return isoDate(year, month, day) === text;
  },
  { error: 'impossible-date' },
);

/** What a person typed. Half a sign, which no file and no database can hold, becomes the sign for one that is unknown. */
export const typedText = z
  .string()
  .overwrite((text) => text.toWellFormed())
  .trim();
export const shortText = typedText.max(200, { error: 'too-long' });
/** What names a thing that is there: a period, an account, a unit, a key. None of ours is longer. */
export const givenName = z.string().max(200, { error: 'too-long' });
export const longText = typedText.max(4000, { error: 'too-long' });
