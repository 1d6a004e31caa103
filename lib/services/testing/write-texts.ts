import type { Actor } from '#lib/domain/actor.ts';
import type { Role } from '#lib/domain/permissions.ts';
import type { TextBlock, TextPlace } from '#lib/domain/report-text.ts';
import { approveText } from '../approve-text.ts';
import type { Context } from '../context.ts';
import { finishText } from '../finish-text.ts';
import { getReportTexts } from '../get-report-texts.ts';
import { saveReportText } from '../save-report-text.ts';
import { expectValue, of, person } from './write-verdicts.ts';

/** The year of the demo. */
export const YEAR = 2023;

/** A paragraph that says it. */
export const said = (text: string): TextBlock => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });

/** Which text of the demo's year: of BIU unless it is said. */
export function spotOf(place: TextPlace = 'kategorier', owner = 'BIU', fiscalYear = YEAR) {
  return { fiscalYear, owner, place };
}

/** Stores paragraphs as a text. @returns the version that it then has */
export async function write(
  context: Context,
  spot: ReturnType<typeof spotOf>,
  version: number,
  ...texts: string[]
): Promise<number> {
  const saved = expectValue(await saveReportText(context, { ...spot, version, document: texts.map(said) }));
  if (saved.kind !== 'saved') throw new Error('It was changed by another.');
  return saved.version;
}

/** Lets a text be finished by one and approved by another. */
export async function approve(writer: Context, approver: Context, spot: ReturnType<typeof spotOf>, version: number) {
  expectValue(await finishText(writer, { ...spot, version }));
  expectValue(await approveText(approver, { ...spot, version }));
}

/** Somebody with a role for one committee. */
export function ofCommittee(id: string, role: Role, code: string): Actor {
  return { ...person(id, []), grants: [{ role, unit: { kind: 'committee', code }, onBehalfOf: null }] };
}

/** Two of the secretariat, for everything. */
export function writersOf(context: Context) {
  return { context, one: of(person('en', ['secretariat']), context), two: of(person('to', ['secretariat']), context) };
}

/** One of the two texts of a place in BIU's report, as somebody sees it. */
export async function sideOf(context: Context, place: TextPlace = 'kategorier', owner: 'own' | 'shared' = 'own') {
  const texts = await getReportTexts(context, YEAR, 'BIU');
  const slot = texts?.slots.find((one) => one.place === place);
  if (!slot) throw new Error('no such place');
  return slot[owner];
}
