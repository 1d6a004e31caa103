import { z } from 'zod';
import { ROLES } from '#lib/domain/permissions.ts';
import { shortText } from './fields.ts';

const unit = z
  .object({ kind: z.enum(['committee', 'administration']), code: shortText.min(1, { error: 'required' }) })
  .nullable();

/** Issuers are told apart by their exact text. http is for a provider on this machine, such as one under test. */
const issuer = z
  .string()
  .trim()
  .max(500, { error: 'too-long' })
  .refine(
    (text) => {
      if (text === '') return true;
      if (!URL.canParse(text)) return false;
      const { protocol, hostname } = new URL(text);
      return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
    },
    { error: 'not-an-issuer' },
  );

/** How people sign in, as administrators set it. */
export const signInSettingsInput = z.object({
  /** Whether approvers and administrators with a password must have a second factor. */
  requiresSecondFactor: z.boolean(),
  oidc: z.object({
    /** '' where there is no identity provider. */
    issuer,
    clientId: shortText,
    /** What its button says, such as the municipality's name for it. */
    label: shortText,
    /** The claim that holds a person's groups; '' where roles are not given by groups. */
    groupClaim: shortText,
    /** 'create': whoever the provider sends becomes a person; 'match': only those who are one already. */
    newcomers: z.enum(['create', 'match']),
    /** Whether a person is known by an address of which the provider does not say whether it is verified. */
    trustsEmail: z.boolean().default(false),
    mapping: z.array(z.object({ group: shortText.min(1, { error: 'required' }), role: z.enum(ROLES), unit })).max(200),
  }),
});
export type SignInSettings = z.infer<typeof signInSettingsInput>;

/** Before anybody has set anything. */
export const DEFAULT_SIGN_IN_SETTINGS: SignInSettings = {
  requiresSecondFactor: false,
  oidc: { issuer: '', clientId: '', label: '', groupClaim: '', newcomers: 'match', trustsEmail: false, mapping: [] },
};
