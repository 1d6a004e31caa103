import { recordEvents } from '#lib/db/audit.ts';
import { readCoverNoteTemplate, writeCoverNoteTemplate } from '#lib/db/cover-note.ts';
import { judgeOffice } from '#lib/documents/judge-office.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { openArchive, unpack, XlsxError } from '#lib/import/xlsx/zip.ts';
import { findTemplateFault } from '#lib/render/docx/template.ts';
import { LARGEST_UNPACKED, templateInput } from '#lib/schemas/cover-note.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, type Problem, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { sha256Of } from './render-bundle.ts';

/**
 * Takes the municipality's own template of the cover note, or with null goes back to the program's. A template is a
 * document of Word's in which every field is one that there is something for.
 * @returns the template's name; null: the program's
 */
export async function updateCoverNote(context: Context, input: unknown): Promise<Result<{ name: string | null }>> {
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(templateInput, input);
  if (!parsed.ok) return parsed;
  const template = parsed.value && { name: parsed.value.name, bytes: Buffer.from(parsed.value.base64, 'base64') };
  const fault = template && (await judgeTemplate(template.bytes));
  if (fault) return refused([fault]);
  return context.store.touchTx(async (tx) => {
    const before = await readCoverNoteTemplate(tx);
    await writeCoverNoteTemplate(tx, template);
    const tell = (one: typeof before) => ({ name: one?.name ?? '', sha256: one ? sha256Of(one.bytes) : '' });
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'update',
        subject: 'settings',
        subjectId: 'coverNote',
        periodId: null,
        importId: null,
        before: tell(before),
        after: tell(template),
      },
    ]);
    return done({ name: template?.name ?? null });
  });
}

/** What keeps bytes from being a template; null: nothing. */
async function judgeTemplate(bytes: Uint8Array): Promise<Problem | null> {
  const kind = await judgeOffice(bytes);
  if (kind === 'runs') return problem('template-runs');
  if (kind !== 'docx' || !(await canUnpack(bytes))) return problem('not-a-template');
  const fault = findTemplateFault(bytes);
  if (fault === null) return null;
  if (fault.kind === 'broken') return problem('not-a-template');
  return problem(`template-${fault.kind}`, '', { tags: fault.tags.join(', ') });
}

/** Whether what comes out of an archive is what a document of some pages can hold. */
async function canUnpack(bytes: Uint8Array): Promise<boolean> {
  try {
    const archive = openArchive(bytes, LARGEST_UNPACKED);
    for (const name of archive.entries.keys()) for await (const _piece of unpack(archive, name));
    return true;
  } catch (error) {
    if (error instanceof XlsxError) return false;
    throw error;
  }
}
