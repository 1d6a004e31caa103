import { z } from 'zod';
import { ROLES } from '#lib/domain/permissions.ts';
import { date, shortText } from './fields.ts';

const id = z.string().min(1, { error: 'required' }).max(100);

const unit = z
  .object({ kind: z.enum(['committee', 'administration']), code: shortText.min(1, { error: 'required' }) })
  .nullable();

const datedRole = z.object({ role: z.enum(ROLES), unit, from: date.nullable(), to: date.nullable() });

export const personInput = z.object({
  name: shortText.min(1, { error: 'required' }),
  email: z.email({ error: 'not-an-email' }).max(200, { error: 'too-long' }),
  roles: z.array(datedRole).max(50),
});

export const personIdInput = z.object({ personId: id });

export const roleInput = datedRole.extend({ personId: id });

export const roleIdInput = z.object({ personId: id, roleId: z.number().int() });

export const substitutionInput = z.object({
  absentId: id,
  substituteId: z.string().min(1, { error: 'required' }).max(100),
  from: date,
  to: date,
});

export const substitutionIdInput = z.object({ substitutionId: z.number().int() });

export const sessionIdInput = z.object({ sessionId: id });

/** Passwords are taken as they are typed, spaces and all. */
export const passwordInput = z.object({ code: z.string().max(200), password: z.string().max(1000) });

/** Who the first administrator is, in their own words. */
export const introductionInput = z.object({
  name: shortText.min(1, { error: 'required' }),
  email: z.email({ error: 'not-an-email' }).max(200, { error: 'too-long' }),
});
