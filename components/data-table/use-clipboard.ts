'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

interface ClipboardActs {
  copy: (data: DataTransfer) => void;
  cut: (data: DataTransfer) => void;
  paste: (text: string) => void;
}

/**
 * Takes the browser's own events of the clipboard while the grid has the focus: they need no permission, and work over
 * plain HTTP as well. They are heard at the document, since a text selected elsewhere would have them sent there.
 */
export function useClipboard(grid: RefObject<HTMLElement | null>, acts: ClipboardActs): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (!data || document.activeElement !== grid.current) return;
    if (event.type === 'paste') {
      const text = data.getData('text/plain');
      if (text === '') return;
      event.preventDefault();
      acts.paste(text);
      return;
    }
    event.preventDefault();
    if (event.type === 'cut') acts.cut(data);
    else acts.copy(data);
  });
  useEffect(() => {
    const kinds = ['copy', 'cut', 'paste'] as const;
    const listen = (event: ClipboardEvent) => take(event);
    for (const kind of kinds) document.addEventListener(kind, listen);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listen);
    };
  }, []);
}
