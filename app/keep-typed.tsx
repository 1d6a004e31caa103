'use client';

import { type ReactNode, useLayoutEffect, useState } from 'react';
import { readTyped, sayTyped } from './typed-early.ts';

/**
 * The page, with what was typed and chosen in it before it came alive: its fields hear of it then, as if it were typed
 * now. Otherwise the page would know nothing of it, and take it away with the next thing that it draws.
 */
export function KeepTyped({ children }: { children: ReactNode }) {
  // Read before the first field comes alive, which puts some of them back.
  const [typed] = useState(readTyped);
  // Once all is drawn: a form that hears of two fields at once knows of the first when it hears of the second.
  useLayoutEffect(() => queueMicrotask(() => sayTyped(typed)), [typed]);
  return children;
}
