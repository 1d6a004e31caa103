import { expect, it } from 'vitest';
import type { AuditAction, AuditEvent, AuditSubject } from '#lib/domain/audit.ts';
import { narrowHistory } from './narrow-history.ts';

function event(id: number, subject: AuditSubject, before: object | null, after: object | null): AuditEvent {
  const text = (document: object | null) => (document === null ? null : JSON.stringify(document));
  return {
    id,
    at: '2024-01-15T10:00:00.000Z',
    personId: 'p',
    personName: 'Demo Person',
    role: 'accountant',
    onBehalfOf: null,
    origin: 'screen',
    action: 'update' as AuditAction,
    subject,
    subjectId: '95900001',
    periodId: '2023-12',
    importId: null,
    reason: '',
    before: text(before),
    after: text(after),
    disposed: false,
    hash: '',
  };
}

const finding = (committee: string, problem: string) => ({ committee, problem, category: committee === 'ALU' ? 2 : 3 });

it('leaves of an account’s history what was done with the findings that are seen', () => {
  const verdict = (category: number, ...findings: object[]) => ({ category, findings });
  const events = [
    event(1, 'account', null, { number: '95900001', name: 'Konto' }),
    event(2, 'responsibility', null, { committee: 'BEU', reconciledBy: 'SC' }),
    event(3, 'reconciliation', null, verdict(3, finding('ALU', 'vores'), finding('BEU', 'deres'))),
    // Only the finding that is not seen was changed: as if nothing had been.
    event(
      4,
      'reconciliation',
      verdict(3, finding('ALU', 'vores'), finding('BEU', 'deres')),
      verdict(3, finding('ALU', 'vores'), finding('BEU', 'deres igen')),
    ),
    event(5, 'planStep', { committee: 'BEU', activity: 'deres' }, { committee: 'BEU', activity: 'deres nye' }),
    event(6, 'planStep', { committee: 'ALU', activity: 'vores' }, { committee: 'ALU', activity: 'vores nye' }),
    event(7, 'comment', null, { committee: null, text: 'om kontoen' }),
    event(8, 'comment', null, { committee: 'ALU', text: 'om vores' }),
  ];
  const narrowed = narrowHistory(events, (committee) => committee === 'ALU');
  expect(narrowed.map(({ id }) => id)).toEqual([1, 2, 3, 6, 8]);
  expect(JSON.parse(narrowed[2]?.after ?? '')).toEqual(verdict(2, finding('ALU', 'vores')));
  expect(JSON.stringify(narrowed)).not.toContain('deres');
});
