import { findReportText, type StoredText } from '#lib/db/report-texts.ts';
import {
  isEmptyText,
  TEXT_PLACES,
  type TextDocument,
  type TextPlace,
  type TextStatus,
} from '#lib/domain/report-text.ts';
import { seenText, type TextSpot, textsOfOwner } from '#lib/schemas/report-text.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { findEarlierTexts } from './find-earlier-text.ts';
import { parseInput } from './parse-input.ts';
import { type TextAtWork, workOnText, workOnTexts } from './text-rights.ts';
import { writeVersion } from './write-version.ts';

/**
 * Puts last year's text in the place of this year's, which its history keeps. Its figures are bound by their keys, so
 * they are this year's; until somebody changes a word, it is marked as unchanged.
 */
export async function takeOverText(
  context: Context,
  input: unknown,
): Promise<Result<{ version: number; status: TextStatus; document: TextDocument }>> {
  const parsed = parseInput(seenText, input);
  if (!parsed.ok) return parsed;
  const { version, ...spot } = parsed.value;
  return workOnText(context, ['writeText'], spot, async (at) => {
    if ((at.text?.version ?? 0) !== version) {
      return refused([problem('text-changed', '', { person: at.text?.updatedByName ?? '' })]);
    }
    const earlier = (await findEarlierTexts(at.tx, spot.fiscalYear, spot.owner)).get(spot.place);
    if (earlier === undefined) return refused([problem('no-earlier-text')]);
    const stored = await takeOver(at, spot, earlier);
    return done({ version: stored.version, status: stored.status, document: earlier.document });
  });
}

/** Takes over last year's texts of an owner wherever nothing is written this year. */
export async function takeOverTexts(context: Context, input: unknown): Promise<Result<{ taken: TextPlace[] }>> {
  const parsed = parseInput(textsOfOwner, input);
  if (!parsed.ok) return parsed;
  const ofOwner = parsed.value;
  return workOnTexts(context, ['writeText'], ofOwner, async (at) => {
    const taken: TextPlace[] = [];
    const earlier = await findEarlierTexts(at.tx, ofOwner.fiscalYear, ofOwner.owner);
    for (const place of TEXT_PLACES) {
      const lastYears = earlier.get(place);
      if (lastYears === undefined) continue;
      const spot = { ...ofOwner, place };
      const text = await findReportText(at.tx, spot);
      if (text !== null && !isEmptyText(text.document)) continue;
      await takeOver({ ...at, text }, spot, lastYears);
      taken.push(place);
    }
    return taken.length === 0 ? refused([problem('no-earlier-text')]) : done({ taken });
  });
}

function takeOver(at: TextAtWork, spot: TextSpot, earlier: StoredText): ReturnType<typeof writeVersion> {
  // Words that nobody approved last year are still their writers' own.
  const authors = earlier.status === 'approved' ? [] : earlier.writers;
  // What was taken over then, and is unchanged still, is older than last year.
  const takenOverFrom = earlier.unchangedSince ?? earlier.fiscalYear;
  const told = { action: 'carry' as const, more: { takenOverFrom } };
  return writeVersion(at, spot, { document: earlier.document, authors, takenOverFrom, told });
}
