import type { Result } from '#lib/services/context.ts';

/** The value of what the command line may always do. @throws where it was refused all the same: a fault of the program */
export function expectAllowed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
