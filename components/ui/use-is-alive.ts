import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the page has come alive in the browser: before, what is pressed is heard by nobody. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
