import type { NextRequest } from 'next/server';
import { getImportedFile } from '#lib/services/list-imports.ts';
import { download, handle } from '../../../handle.ts';

/** The raw file, byte by byte as it was imported. */
export function GET(request: NextRequest, { params }: RouteContext<'/api/imports/[id]/[position]'>): Promise<Response> {
  return handle(request, async (context) => {
    const { id, position } = await params;
    if (![id, position].every((text) => /^\d{1,9}$/.test(text))) return null;
    const file = await getImportedFile(context, Number(id), Number(position));
    return file && download(file.name, 'application/octet-stream', file.bytes);
  });
}
