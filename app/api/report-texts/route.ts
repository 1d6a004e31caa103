import { z } from 'zod';
import { acknowledgeFigure } from '#lib/services/acknowledge-figure.ts';
import { approveText } from '#lib/services/approve-text.ts';
import { assignText } from '#lib/services/assign-text.ts';
import { problem, refused } from '#lib/services/context.ts';
import { discardTextDraft } from '#lib/services/discard-text-draft.ts';
import { finishText } from '#lib/services/finish-text.ts';
import { getReportTexts } from '#lib/services/get-report-texts.ts';
import { noteTextPresence } from '#lib/services/note-text-presence.ts';
import { restoreTextVersion } from '#lib/services/restore-text-version.ts';
import { returnText } from '#lib/services/return-text.ts';
import { saveReportText } from '#lib/services/save-report-text.ts';
import { saveTextDraft } from '#lib/services/save-text-draft.ts';
import { takeOverText, takeOverTexts } from '#lib/services/take-over-text.ts';
import { withdrawAcknowledgement } from '#lib/services/withdraw-acknowledgement.ts';
import { handle, json } from '../handle.ts';
import { readJson } from '../read-json.ts';

/** The texts of a committee's report: `?year=2023&committee=BIU`. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const { searchParams } = new URL(request.url);
    const texts = await getReportTexts(context, Number(searchParams.get('year')), searchParams.get('committee') ?? '');
    return texts && json(texts);
  });
}

/** What can be done with a text, by its name in the order. */
const ACTS = {
  save: saveReportText,
  'keep-draft': saveTextDraft,
  'discard-draft': discardTextDraft,
  restore: restoreTextVersion,
  'take-over': takeOverText,
  'take-over-all': takeOverTexts,
  assign: assignText,
  finish: finishText,
  approve: approveText,
  return: returnText,
  acknowledge: acknowledgeFigure,
  withdraw: withdrawAcknowledgement,
  presence: noteTextPresence,
} as const;
const names = Object.keys(ACTS) as [keyof typeof ACTS, ...(keyof typeof ACTS)[]];
const order = z.object({ act: z.enum(names), input: z.unknown() });

/** Does an act with a text, `{"act":"save","input":{…}}`, and answers what came of it. */
export function POST(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const parsed = order.safeParse(await readJson(request));
    if (!parsed.success) return json(refused([problem('invalid')]), 400);
    return json(await ACTS[parsed.data.act](context, parsed.data.input));
  });
}
