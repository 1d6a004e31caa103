import { readFile } from 'node:fs/promises';
import { readCoverNoteTemplate } from '#lib/db/cover-note.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';
import type { ExportedFile } from './export-report.ts';
import { findProjectFile } from './project-file.ts';
import { OWN_TEMPLATE } from './render-task.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The template that cover notes are made from: the municipality's own, or the program's; null for who may not see settings. */
export async function getCoverNote({ store, actor }: Context): Promise<ExportedFile | null> {
  if (!may(actor, 'seeSettings', EVERYWHERE)) return null;
  const own = await readCoverNoteTemplate(store.read);
  return {
    fileName: own?.name ?? 'indstilling.docx',
    contentType: CONTENT_TYPE,
    bytes: own?.bytes ?? (await readFile(findProjectFile(OWN_TEMPLATE))),
  };
}
