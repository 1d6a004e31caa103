import type { NextRequest } from 'next/server';
import { getTemplate } from '#lib/services/get-template.ts';
import { download, handle } from '../../handle.ts';

export function GET(request: NextRequest, { params }: RouteContext<'/api/templates/[kind]'>): Promise<Response> {
  return handle(request, async () => {
    const { kind } = await params;
    const template = await getTemplate(kind, request.nextUrl.searchParams.get('format') ?? 'csv');
    return template && download(template.name, template.contentType, template.bytes);
  });
}
