import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type Grant, may } from '#lib/domain/permissions.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';

/** Whether a person sees all of an account, not only the findings of their committees on it. */
export function seesWholeAccount(
  { responsibilities }: Pick<MunicipalityState, 'responsibilities'>,
  person: { grants: readonly Grant[] },
  account: string,
): boolean {
  return may(person, 'see', placeOfAccount(responsibilities.get(account)));
}
