import { DATA_POLICY } from '#lib/config/security-headers.ts';
import { checkHealth } from '#lib/services/check-health.ts';

/** For what watches over the server: whether it and its database answer, and nothing else. Takes no session. */
export async function GET(): Promise<Response> {
  const ok = await checkHealth();
  const headers = { 'cache-control': 'no-store', 'content-security-policy': DATA_POLICY };
  return Response.json({ ok }, { status: ok ? 200 : 503, headers });
}
