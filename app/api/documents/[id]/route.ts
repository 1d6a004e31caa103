import type { NextRequest } from 'next/server';
import type { DocumentKind } from '#lib/domain/attachment.ts';
import { getAttachment, type OpenedAttachment } from '#lib/services/get-attachment.ts';
import { download, handle } from '../../handle.ts';

const TYPES: Record<DocumentKind, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  msg: 'application/vnd.ms-outlook',
  eml: 'message/rfc822',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain',
};

/**
 * A shown document is in a sandbox of its own wherever it is shown: it has no origin, runs nothing, loads nothing and
 * sends nothing. Only our own pages may frame it. The browser writes a style round a picture.
 */
const SHOWN_POLICY =
  "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";

/** The document as a file; with `?vis=1` to be looked at in a frame (PDF and pictures). */
export function GET(request: NextRequest, { params }: RouteContext<'/api/documents/[id]'>): Promise<Response> {
  return handle(request, async (context) => {
    const { id } = await params;
    if (!/^\d{1,9}$/.test(id)) return null;
    const isShown = request.nextUrl.searchParams.get('vis') === '1';
    const document = await getAttachment(context, Number(id), isShown ? 'show' : 'take');
    if (document === null) return null;
    return isShown ? show(document) : download(document.name, TYPES[document.kind], document.bytes);
  });
}

function show({ name, kind, bytes }: OpenedAttachment): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[kind],
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': SHOWN_POLICY,
    },
  });
}
