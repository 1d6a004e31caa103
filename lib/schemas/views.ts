import { z } from 'zod';
import { REGISTERS } from '#lib/domain/register.ts';
import { typedText } from './fields.ts';

/** Lists of which views can be saved, by the name that their pages bear in the address. */
const VIEWED_LISTS = ['konti', 'opfoelgning', 'godkendelse', 'bro', ...REGISTERS] as const;
export type ViewedList = (typeof VIEWED_LISTS)[number];

export const viewedList = z.enum(VIEWED_LISTS);
const name = typedText.min(1, { error: 'required' }).max(80, { error: 'too-long' });

/** A list as it stands, to be found again under a name. `address`: its search parameters. */
export const saveViewInput = z.object({
  list: viewedList,
  name,
  address: z.string().max(4000, { error: 'too-long' }),
  isShared: z.boolean(),
});

export const changeViewInput = z.object({ id: z.number().int(), name, isShared: z.boolean() });
export const removeViewInput = z.object({ id: z.number().int() });
