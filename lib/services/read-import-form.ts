import { IMPORT_KINDS, type InputFile } from '#lib/import/types.ts';
import { chosenMapping } from '#lib/schemas/mapping.ts';
import { done, type Problem, problem, type Result, refused } from './context.ts';
import type { ImportRequest } from './import-request.ts';

const LONGEST_REASON = 1000;

export interface ImportForm {
  request: ImportRequest;
  /** The preview that a store must still be; '' for a preview. */
  digest: string;
}

/**
 * Reads what the page *Import* sends: `file` and `kind` as often as there are files, in the same order, `upload` for
 * each large file that was sent before, beside `period`, `amounts`, `overwrite` and `digest`.
 */
export async function readImportForm(form: FormData): Promise<Result<ImportForm>> {
  const files = form.getAll('file').filter((part) => part instanceof File);
  const kinds = form.getAll('kind');
  const problems: Problem[] = [];
  const uploads = form.getAll('upload').filter((part) => typeof part === 'string');
  if (files.length + uploads.length === 0) problems.push(problem('no-file', 'files'));
  const read: InputFile[] = [];
  for (const [place, file] of files.entries()) {
    const kind = kinds[place] === 'auto' ? 'auto' : IMPORT_KINDS.find((known) => known === kinds[place]);
    if (kind === undefined) problems.push(problem('invalid', 'files'));
    else {
      const mapping = readMapping(form.getAll('mapping')[place]);
      if (mapping === undefined) problems.push(problem('invalid', 'files'));
      else read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind, ...mapping });
    }
  }
  if (problems.length > 0) return refused(problems);
  const amounts = form.get('amounts');
  return done({
    request: {
      files: read,
      uploads,
      periodId: textOf(form, 'period').trim(),
      options: {
        amounts: amounts === 'da' || amounts === 'en' ? amounts : null,
        overwrite: form.get('overwrite') === 'true',
        balanceReason: textOf(form, 'balanceReason').trim().slice(0, LONGEST_REASON),
      },
    },
    digest: textOf(form, 'digest'),
  });
}

/** What was chosen for a file's columns; undefined where it is nothing that the page sends. */
function readMapping(part: FormDataEntryValue | undefined): Pick<InputFile, 'mapping'> | undefined {
  if (part === undefined || part === '') return {};
  if (typeof part !== 'string') return undefined;
  try {
    return { mapping: { ...chosenMapping.parse(JSON.parse(part)), fingerprint: '' } };
  } catch {
    return undefined;
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
