'use client';

import { useEffect, useRef } from 'react';

/** Rows that were copied in Excel: tabs between the cells, and more than the header. */
const ROWS = /\t[^\n]*\r?\n/;

/** Takes files that are pasted anywhere on the page, and rows that were copied in Excel as a file of their own. */
export function usePastedFiles(onFiles: (files: File[]) => void, disabled: boolean): void {
  const latest = useRef({ onFiles, disabled });
  useEffect(() => {
    latest.current = { onFiles, disabled };
  });

  useEffect(() => {
    function take(event: ClipboardEvent) {
      if (latest.current.disabled || event.clipboardData === null) return;
      const text = event.clipboardData.getData('text/plain');
      const isRows = ROWS.test(text);
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isTyping && !isRows) return;
      // Excel puts a picture of the cells beside their text.
      const files = isRows ? [toFile(text)] : [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current.onFiles(files);
    }
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
}

function toFile(text: string): File {
  const now = new Date();
  const clock = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0'));
  return new File([text], `indsat-${clock.join('.')}.csv`, { type: 'text/csv' });
}
