'use client';

import { useRef } from 'react';
import type { LargeProgress } from '#lib/import/stream/types.ts';
import type { Problem } from '#lib/services/context.ts';
import { discardLarge, type LargeChoices, readLarge, sendLarge } from './send-large.ts';

/** How far one large file is: it is sent, then read. */
export type LargeStage =
  | { stage: 'sending'; name: string; sent: number; total: number }
  | { stage: 'reading'; name: string; progress: LargeProgress };

interface LargeFile {
  file: File;
  kind: string;
  mapping: object | null;
}

type Prepared = { ok: true; ids: string[] } | { ok: false; problems: Problem[] };

/** The large files of an import: each is sent once, and read again only with other choices. */
export function useLargeFiles() {
  const ids = useRef(new Map<File, { id: string; kind: string }>());

  function forget(file: File): void {
    const known = ids.current.get(file);
    if (known === undefined) return;
    ids.current.delete(file);
    discardLarge(known.id);
  }

  /** Sends what was not sent yet, and has all of them read. @throws UploadError where there is no answer */
  async function prepare(
    files: readonly LargeFile[],
    choices: Omit<LargeChoices, 'mapping'>,
    onStage: (stage: LargeStage) => void,
    signal: AbortSignal,
  ): Promise<Prepared> {
    const prepared: string[] = [];
    for (const { file, kind, mapping } of files) {
      const { name } = file;
      if (ids.current.get(file)?.kind !== kind) {
        forget(file);
        const show = (sent: number, total: number) => onStage({ stage: 'sending', name, sent, total });
        show(0, file.size);
        const sent = await sendLarge(file, kind, show, signal);
        if (!sent.ok) return sent;
        ids.current.set(file, { id: sent.uploadId, kind });
      }
      const id = ids.current.get(file)?.id ?? '';
      onStage({ stage: 'reading', name, progress: { rows: 0, bytes: 0, totalBytes: file.size } });
      const read = await readLarge(
        id,
        { ...choices, mapping },
        (progress) => onStage({ stage: 'reading', name, progress }),
        signal,
      );
      if (!read.ok) {
        if (read.problems.some(({ code }) => code === 'upload-gone')) ids.current.delete(file);
        return read;
      }
      prepared.push(id);
    }
    return { ok: true, ids: prepared };
  }

  return {
    prepare,
    forget,
    /** After a store: the server has let go of them by itself. */
    forgetAll: () => ids.current.clear(),
  };
}
