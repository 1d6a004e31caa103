import { getCoverNote } from '#lib/services/get-cover-note.ts';
import { download, handle } from '../handle.ts';

/** The template of the cover note. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async (context) => {
    const file = await getCoverNote(context);
    return file && download(file.fileName, file.contentType, file.bytes);
  });
}
