'use client';

import { useEffect, useRef } from 'react';

/**
 * Takes what is pasted anywhere on the page. `readFiles` finds the files of a paste; where it finds none, the paste
 * goes where it was going.
 */
export function usePaste(
  readFiles: (data: DataTransfer, target: EventTarget | null) => File[],
  onFiles: (files: File[]) => void,
  disabled: boolean,
): void {
  const latest = useRef({ readFiles, onFiles, disabled });
  useEffect(() => {
    latest.current = { readFiles, onFiles, disabled };
  });

  useEffect(() => {
    function take(event: ClipboardEvent) {
      if (latest.current.disabled || event.clipboardData === null) return;
      const files = latest.current.readFiles(event.clipboardData, event.target);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current.onFiles(files);
    }
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
}
