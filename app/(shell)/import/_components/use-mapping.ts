'use client';

import { useEffect, useState } from 'react';
import { beginChoice, type ColumnChoice } from '#lib/services/choose-columns.ts';
import type { Problem } from '#lib/services/context.ts';
import type { FileSample } from '#lib/services/inspect-file.ts';
import type { InspectAnswer } from '../../../api/import/inspect/route.ts';
import { sendUpload, UploadError } from '../../_components/send-upload.ts';
import type { FileMapping } from './use-import.ts';

/** A text file larger than this is shown by its beginning. In bytes. */
const HEAD = 1024 * 1024;

type Loaded = { sample: FileSample; initial: ColumnChoice } | { problems: readonly Problem[] } | null;

/** The beginning of a file and how its columns seem to be meant; null until they are there. */
export function useFileSample(file: File, mapping: FileMapping | null): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    const controller = new AbortController();
    inspect(file, controller.signal)
      .then((answer) =>
        setLoaded(
          answer.ok
            ? { sample: answer.sample, initial: beginChoice(answer.sample, mapping) }
            : { problems: answer.problems },
        ),
      )
      .catch((error: unknown) => {
        if (!(error instanceof UploadError)) throw error;
        if (error.failure !== 'cancelled')
          setLoaded({
            problems: [{ path: '', code: error.failure === 'server' ? 'server-failed' : 'no-connection', params: {} }],
          });
      });
    return () => controller.abort();
  }, [file, mapping]);
  return loaded;
}

async function inspect(file: File, signal: AbortSignal): Promise<InspectAnswer> {
  const form = new FormData();
  form.set('period', '');
  form.append('file', await headOf(file), file.name);
  form.append('kind', 'auto');
  return sendUpload<InspectAnswer>('/api/import/inspect', form, () => undefined, signal);
}

/** Of a long text its beginning, up to the end of a line; a workbook can only be read whole. */
async function headOf(file: File): Promise<Blob> {
  if (file.size <= HEAD || /\.xlsx$/i.test(file.name)) return file;
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  // Of two bytes a sign, as a mark at the beginning tells, a line's end is not one byte.
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  return new Blob([isWide ? bytes : bytes.subarray(0, bytes.lastIndexOf(10) + 1)]);
}
