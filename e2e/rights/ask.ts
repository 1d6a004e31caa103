import { readFileSync } from 'node:fs';
import path from 'node:path';

/** An answer as it came over the line; redirects are not followed. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface Question {
  method?: 'GET' | 'POST';
  cookie?: string | null;
  headers?: Record<string, string>;
  body?: FormData | string | Uint8Array<ArrayBuffer>;
}

/** Asks the server as its own pages do: with a session's cookie (null: signed out), from its own origin. */
export async function ask(address: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', cookie = null, headers = {}, body } = question;
  const answer = await fetch(address, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie === null ? {} : { cookie }),
      ...(method === 'POST' ? { origin: new URL(address).origin } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A server action of the build: where it is written, and the pages that can be asked for it. */
export interface BuiltAction {
  id: string;
  file: string;
  name: string;
}

const MANIFEST = path.resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json');

/** Every server action that the build knows. */
export function listBuiltActions(): BuiltAction[] {
  const { node }: { node: Record<string, { filename: string; exportedName: string }> } = JSON.parse(
    readFileSync(MANIFEST, 'utf8'),
  );
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({ id, file: filename, name: exportedName }));
}

/** What an action is handed, in the words of React's own protocol: bigint as `$n…`, and a `$` of a text doubled. */
function encodeArguments(given: readonly unknown[]): string {
  return JSON.stringify(given, (_key, value: unknown) => {
    if (typeof value === 'bigint') return `$n${value}`;
    return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;
  });
}

/** Calls an action as the page at `address` does. */
export function callAction(
  address: string,
  actionId: string,
  given: readonly unknown[],
  { cookie = null, headers = {} }: Pick<Question, 'cookie' | 'headers'> = {},
): Promise<Answer> {
  return ask(address, {
    method: 'POST',
    cookie,
    headers: {
      accept: 'text/x-component',
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': actionId,
      ...headers,
    },
    body: encodeArguments(given),
  });
}

/** What an action answered (line 1 of its answer); undefined where it did not run. */
export function readResult({
  text,
}: Answer): { ok: boolean; problems?: { code: string }[]; value?: unknown } | undefined {
  const line = text.split('\n').find((one) => one.startsWith('1:{"ok"'));
  return line === undefined ? undefined : JSON.parse(line.slice(2));
}

/** What a page says to its reader, without markup and scripts. */
export function visibleText(html: string): string {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A page without what is new each time: nonces, ids of requests and builds' own marks of time. */
export function withoutChance(html: string): string {
  return html.replace(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'uuid');
}
