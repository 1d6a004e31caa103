/** Why an upload has no answer: a person stopped it, nobody was there, or what came was none of ours. */
export type UploadFailure = 'cancelled' | 'network' | 'server';

export class UploadError extends Error {
  readonly failure: UploadFailure;

  constructor(failure: UploadFailure) {
    super(failure);
    this.failure = failure;
  }
}

/**
 * Sends a form, or a file as it is, by XMLHttpRequest, which alone tells how much of it has left. `Answer` is what the address answers as JSON.
 * @throws UploadError where there is no answer
 */
export function sendUpload<Answer extends object>(
  address: string,
  form: FormData | File,
  onProgress: (sent: number, total: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onload = () => {
      const answer = readAnswer<Answer>(request);
      if (answer === null) reject(new UploadError('server'));
      else resolve(answer);
    };
    request.onerror = () => reject(new UploadError('network'));
    request.onabort = () => reject(new UploadError('cancelled'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function readAnswer<Answer>(request: XMLHttpRequest): Answer | null {
  if (!request.getResponseHeader('content-type')?.startsWith('application/json')) return null;
  return JSON.parse(request.responseText) as Answer;
}

/** The names of the files that can no longer be read: changed or moved since they were chosen. */
export async function findUnreadable(files: readonly File[]): Promise<string[]> {
  const names = await Promise.all(
    files.map(async (file) => {
      try {
        await file.slice(0, 1).arrayBuffer();
        return null;
      } catch {
        return file.name;
      }
    }),
  );
  return names.filter((name) => name !== null);
}
