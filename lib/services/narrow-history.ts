import type { AuditEvent } from '#lib/domain/audit.ts';
import { worstCategory } from '#lib/domain/category.ts';

type Document = Record<string, unknown>;

/**
 * The events of an account for somebody who sees of it only findings of some committees: what is told of other
 * findings, and of what was done with these, is left out as if it had not been (product.md, rule 14). An event of which
 * nothing is left is left out whole.
 */
export function narrowHistory(events: readonly AuditEvent[], sees: (committee: string) => boolean): AuditEvent[] {
  return events.flatMap((event) => {
    const before = narrowDocument(event.before, sees);
    const after = narrowDocument(event.after, sees);
    const told = before !== null || after !== null;
    return told && before !== after ? [{ ...event, before, after }] : [];
  });
}

/** The document without findings that are not seen; null where it is about one of these, or there is none. */
function narrowDocument(text: string | null, sees: (committee: string) => boolean): string | null {
  if (text === null) return null;
  const document: Document = JSON.parse(text);
  if ('findings' in document) {
    const findings = Array.isArray(document.findings) ? document.findings.filter((one) => sees(one.committee)) : [];
    return JSON.stringify({ ...document, category: worstCategory(findings), findings });
  }
  // What is about a finding names its committee; a responsibility names one too, and is the account's own.
  if ('reconciledBy' in document || !('committee' in document)) return text;
  return typeof document.committee === 'string' && sees(document.committee) ? text : null;
}
