import type { LargeProgress } from '#lib/import/stream/types.ts';
import type { Problem } from '#lib/services/context.ts';
import { sendUpload, UploadError } from '../../_components/send-upload.ts';

type Refusal = { ok: false; problems: Problem[] };

/** With which choices a large file is read. */
export interface LargeChoices {
  periodId: string;
  amounts: 'da' | 'en' | null;
  sumLines: boolean;
  mapping: unknown;
}

/**
 * Sends a large file as it is; the server holds it under the id that it answers.
 * @throws UploadError where there is no answer
 */
export function sendLarge(
  file: File,
  kind: string,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<{ ok: true; uploadId: string } | Refusal> {
  const address = `/api/import/uploads?${new URLSearchParams({ name: file.name, kind })}`;
  return sendUpload(address, file, onProgress, signal);
}

type Line = { progress: LargeProgress } | { ok: true; lines: number; accounts: number } | Refusal;

/**
 * Has a file read that was sent before, and tells how far it is.
 * @throws UploadError where there is no answer
 */
export async function readLarge(
  uploadId: string,
  choices: LargeChoices,
  onProgress: (progress: LargeProgress) => void,
  signal: AbortSignal,
): Promise<Exclude<Line, { progress: LargeProgress }>> {
  const response = await ask(`/api/import/uploads/${uploadId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choices),
    signal,
  });
  if (!response.headers.get('content-type')?.includes('json')) throw new UploadError('server');
  let rest = '';
  try {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line) as Line;
        if (!('progress' in said)) return said;
        onProgress(said.progress);
      }
    }
  } catch (error) {
    throw new UploadError(signal.aborted ? 'cancelled' : error instanceof SyntaxError ? 'server' : 'network');
  }
  if (rest === '') throw new UploadError('server');
  return JSON.parse(rest) as Exclude<Line, { progress: LargeProgress }>;
}

/** Tells the server that nobody wants the file any more. It would forget it by itself, only later. */
export function discardLarge(uploadId: string): void {
  // Where this does not arrive, the server forgets it by itself.
  fetch(`/api/import/uploads/${uploadId}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
}

async function ask(address: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch {
    throw new UploadError(init.signal.aborted ? 'cancelled' : 'network');
  }
}
