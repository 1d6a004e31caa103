import type { Context } from '#lib/services/context.ts';
import { getFollowUp } from '#lib/services/get-follow-up.ts';
import { FollowUp } from './follow-up.tsx';

interface AccountFollowUpProps {
  context: Context;
  periodId: string;
  account: string;
}

/** The follow-up of an account as whoever asks may see it; nothing where there is none. */
export async function AccountFollowUp({ context, periodId, account }: AccountFollowUpProps) {
  const followUp = await getFollowUp(context, periodId, account);
  return followUp && <FollowUp followUp={followUp} />;
}
