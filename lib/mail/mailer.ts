import { createTransport } from 'nodemailer';
import { isLocalHost } from '#lib/config/local-host.ts';

/** A mail in plain text, to one person. */
interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Where one gets no more of them: shown by mail programs as a link of their own. */
  unsubscribe: string;
}

export interface Mailer {
  /** Hands the mail over. @throws what the mail server, or the way to it, answered */
  send: (mail: Mail) => Promise<void>;
  close: () => void;
}

const PATIENCE_MS = 20_000;

/**
 * The way to the mail server of the environment. To another machine it is always secret: `smtps:`, or `smtp:` with
 * STARTTLS, without which nothing is handed over.
 */
export function openMailer({ url, from }: { url: string; from: string }): Mailer {
  const { hostname, port, protocol, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const isLocal = isLocalHost(hostname);
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isLocal,
    ignoreTLS: !isSecure && isLocal,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, unsubscribe }) => {
      await transport.sendMail({
        from,
        // As an address of its own: a comma in it names nobody else.
        to: { name: '', address: to },
        subject,
        text,
        headers: {
          'List-Unsubscribe': `<${unsubscribe}>`,
          // One press in the mail program, without a page (RFC 8058).
          ...(unsubscribe.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          // Answers of robots to a robot.
          'Auto-Submitted': 'auto-generated',
        },
      });
    },
    close: () => transport.close(),
  };
}
