import { expect } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { CONFIRMABLE_REGISTERS } from '#lib/domain/register.ts';
import type { Check, CheckId, ReportModel } from '../model.ts';
import { findingOf, smallState } from './small-state.ts';

/** A municipality whose report is ready: two accounts, a complete finding, every register confirmed. */
export function readyState(): MunicipalityState {
  const state = smallState([
    { number: '95900001', balance: 900_000n, findings: [findingOf([['2023-06-01', 900_000n]])] },
    { number: '95900002', balance: -900_000n, responsibility: { committee: 'ØU' } },
  ]);
  state.confirmations = CONFIRMABLE_REGISTERS.flatMap((register) =>
    state.committees.map(({ code }) => ({ register, committee: code, confirmedBy: 'x', confirmedAt: '2024-02-01' })),
  );
  return state;
}

/** The checks of a report that fail, by id; its status must say the same of those that block. */
export function failingIn({ checks, status }: Pick<ReportModel, 'checks' | 'status'>): Map<CheckId, Check> {
  const failing = checks.filter((check) => !check.ok);
  expect(status).toBe(failing.some(({ severity }) => severity === 'blocking') ? 'udkast' : 'klar');
  return new Map(failing.map((check) => [check.id, check]));
}
