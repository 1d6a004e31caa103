import { unsubscribeTokenOf } from '#lib/auth/unsubscribe-token.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { openMailer } from '#lib/mail/mailer.ts';
import type { Context, Result } from '#lib/services/context.ts';
import { getPublicUrl } from '#lib/services/get-public-url.ts';
import { type Reminded, sendReminders } from '#lib/services/send-reminders.ts';

/** Sends the reminders that are due now; `mail` null: says which, and sends none. */
export async function remindNow(
  context: Context,
  mail: { url: string; from: string } | null,
): Promise<Result<{ reminded: Reminded[] }>> {
  const { language, port } = readEnvironment();
  const { store } = context;
  const base = (await getPublicUrl(() => store)) ?? `http://127.0.0.1:${port}`;
  const mailer = mail && openMailer(mail);
  try {
    return await sendReminders(context, {
      now: new Date(),
      mailer,
      t: translatorOf(language, 'mail'),
      home: `${base}/mine-opgaver`,
      unsubscribeAddress: (token) => `${base}/afmeld/${token}`,
      tokenOf: (personId) => unsubscribeTokenOf(store.folder, personId),
    });
  } finally {
    mailer?.close();
  }
}
