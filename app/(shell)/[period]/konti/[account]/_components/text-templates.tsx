'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { TextTemplates } from '#lib/services/list-text-templates.ts';

interface KeptTemplates extends TextTemplates {
  /** Takes over what the server answered to a change. */
  replace: (templates: TextTemplates) => void;
}

const Templates = createContext<KeptTemplates>({ templates: [], mayKeep: false, replace: () => undefined });

/** The texts that plans start from, for the fields inside. */
export function TextTemplatesProvider({ initial, children }: { initial: TextTemplates; children: ReactNode }) {
  const [known, setKnown] = useState(initial);
  const value = useMemo(() => ({ ...known, replace: setKnown }), [known]);
  return <Templates value={value}>{children}</Templates>;
}

export function useTextTemplates(): KeptTemplates {
  return useContext(Templates);
}
