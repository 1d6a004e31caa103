import type { TextOwner, TextPlace } from '#lib/domain/report-text.ts';
import type { TextSpot } from '#lib/schemas/report-text.ts';
import type { Result } from '#lib/services/context.ts';
import type { ReportTexts, TextSide } from '#lib/services/get-report-texts.ts';

/** What the texts of one committee's report have in common on their page. */
export interface TextFrame {
  personId: string;
  fiscalYear: number;
  committee: { code: string; name: string };
  isLocked: boolean;
  writers: ReportTexts['writers'];
}

/** One of the two texts of a place, where it stands. */
export interface TextAt {
  frame: TextFrame;
  place: TextPlace;
  side: TextSide;
  /** The heading that it stands under, and the level on the page of headings within the text. */
  title: string;
  topLevel: number;
}

export type TextAct =
  | 'save'
  | 'restore'
  | 'take-over'
  | 'take-over-all'
  | 'assign'
  | 'finish'
  | 'approve'
  | 'return'
  | 'acknowledge'
  | 'withdraw';

export const TEXTS_ADDRESS = '/api/report-texts';

/** Does an act with a text. @throws where the server cannot be reached or fails */
export async function actOnText<T>(act: TextAct, input: object): Promise<Result<T>> {
  const body = JSON.stringify({ act, input });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(TEXTS_ADDRESS, { method: 'POST', headers, body, keepalive: body.length < 60_000 });
  if (!response.ok && response.status !== 400) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

/** Fetches what a service answers; null where there is nothing to be seen. @throws where the server cannot be reached */
async function read<T>(address: string, query: Record<string, string>): Promise<T | null> {
  const response = await fetch(`${address}?${new URLSearchParams(query)}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

export const readFigures = <T>(year: number, committee: string, owner: TextOwner) =>
  read<T>('/api/report-figures', { year: String(year), committee, owner });

/** The versions of a text, or (`between`) how two of them differ. */
export const readHistory = <T>({ fiscalYear, owner, place }: TextSpot, between?: { from: number; to: number }) =>
  read<T>(`${TEXTS_ADDRESS}/history`, {
    year: String(fiscalYear),
    owner,
    place,
    ...(between ? { from: String(between.from), to: String(between.to) } : {}),
  });
