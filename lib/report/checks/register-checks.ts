import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { absolute } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { ConfirmableRegister, TransferControl } from '#lib/domain/register.ts';
import type { Material } from '../material.ts';
import type { Check, CheckPlace } from '../model.ts';
import { tellControlsWithoutPlan, tellRegister } from '../texts/check-texts.ts';
import { listing } from './listing.ts';

const IS_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a person has confirmed that the committee has nothing in the register. */
export function isConfirmedNone(state: MunicipalityState, committee: string, register: ConfirmableRegister): boolean {
  return state.confirmations.some((known) => known.register === register && known.committee === committee);
}

/** The committee's registers have lines, or a person has said that there are none. */
export function checkRegisters(material: Material): Check[] {
  const { writeOffs, accruals, equityMovements } = material.registers;
  return [
    checkControls(material),
    checkRegister(material, 'afskrivninger', writeOffs.length),
    checkRegister(material, 'periodiserede-poster', accruals.length),
    checkRegister(material, 'egenkapital', equityMovements.length),
  ];
}

/**
 * Controls are registered or confirmed as none; from 1.000 kr. a difference has its plan and consequence, and a deadline
 * that is a date (it can be a word, such as `Afsluttet`) is after the balance date.
 */
function checkControls(material: Material): Check {
  const { balanceDate } = material.state.period;
  const { controls } = material.registers;
  const withoutPlan = controls.filter(
    (line) =>
      absolute(line.difference) >= PLAN_THRESHOLD &&
      ([line.responsible, line.activity, line.deadline, line.consequence].includes('') ||
        (IS_DATE.test(line.deadline) && line.deadline <= balanceDate)),
  );
  if (withoutPlan.length === 0) return checkRegister(material, 'systemafstemninger', controls.length);
  const places = withoutPlan.map(
    (line): CheckPlace => ({ kind: 'register', register: 'systemafstemninger', note: nameControl(line) }),
  );
  return listing('systemafstemninger', places, tellControlsWithoutPlan(places.length));
}

/** A control as people know it: from which system to which. */
export function nameControl({ sourceSystem, receiver }: TransferControl): string {
  return `${sourceSystem} – ${receiver}`;
}

function checkRegister({ state, committee }: Material, register: ConfirmableRegister, lines: number): Check {
  const confirmed = isConfirmedNone(state, committee.code, register);
  const failing: CheckPlace[] = lines > 0 || confirmed ? [] : [{ kind: 'register', register, note: '' }];
  return listing(register, failing, tellRegister(register, lines, confirmed));
}
