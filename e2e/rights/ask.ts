import { readFileSync } from 'node:fs';
import path from 'node:path';

/** An answer as it came over the line; redirects are not followed. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface Question {
  method?: 'GET' | 'POST' | 'DELETE';
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
      ...(method === 'GET' ? {} : { origin: new URL(address).origin }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** A server action of the build: where it is written, and the files of the pages that can be asked for it. */
export interface BuiltAction {
  id: string;
  file: string;
  name: string;
  pages: string[];
}

const MANIFEST = path.resolve(import.meta.dirname, '../../.next/server/server-reference-manifest.json');

interface ManifestEntry {
  filename: string;
  exportedName: string;
  workers: Record<string, unknown>;
}

/** Every server action that the build knows. */
export function listBuiltActions(): BuiltAction[] {
  const { node }: { node: Record<string, ManifestEntry> } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    file: filename,
    name: exportedName,
    pages: Object.keys(workers).map((page) => `${page}.tsx`),
  }));
}

/** What an action is handed, in the words of React's own protocol: bigint as `$n…`, a form beside the rest, and a `$` of a text doubled. */
function encodeArguments(given: readonly unknown[]): string | FormData {
  const form = new FormData();
  const text = JSON.stringify(given, (_key, value: unknown) => {
    if (typeof value === 'bigint') return `$n${value}`;
    if (value instanceof FormData) {
      for (const [name, part] of value) form.append(`1_${name}`, part);
      return '$K1';
    }
    return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;
  });
  if ([...form].length === 0) return text;
  form.append('0', text);
  return form;
}

/** Calls an action as the page at `address` does. */
export function callAction(
  address: string,
  actionId: string,
  given: readonly unknown[],
  { cookie = null, headers = {} }: Pick<Question, 'cookie' | 'headers'> = {},
): Promise<Answer> {
  const body = encodeArguments(given);
  const type = typeof body === 'string' ? { 'content-type': 'text/plain;charset=UTF-8' } : {};
  const all = { accept: 'text/x-component', 'next-action': actionId, ...type, ...headers };
  return ask(address, { method: 'POST', cookie, headers: all, body });
}

/** What an action answers: mostly a Result, of many things at once perhaps one with what was refused. */
export type ActionAnswer = {
  ok?: boolean;
  problems?: { code: string }[];
  value?: { refused?: { problem: { code: string } }[] } | null;
} | null;

/** What an action answered; undefined where it did not run. */
export function readResult({ text }: Answer): ActionAnswer | undefined {
  const lines = text.split('\n');
  const head = lines.find((line) => line.startsWith('0:'));
  const place: unknown = head === undefined ? undefined : JSON.parse(head.slice(2)).a;
  if (typeof place !== 'string') return place as ActionAnswer | undefined;
  const line = lines.find((one) => one.startsWith(`${place.replace('$@', '')}:`));
  return line === undefined ? undefined : JSON.parse(line.slice(line.indexOf(':') + 1));
}

/** Why an action did nothing: its problem's code, `nothing` where it answers null; null where it did something. */
export function refusalOf(answer: ActionAnswer): string | null {
  if (answer === null) return 'nothing';
  if (answer.ok === false) return answer.problems?.[0]?.code ?? 'refused';
  return answer.value?.refused?.[0]?.problem.code ?? null;
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
