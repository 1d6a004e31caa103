'use client';

import { usePaste } from '../../_components/use-paste.ts';

/** Rows that were copied in Excel: tabs between the cells, and more than the header. */
const ROWS = /\t[^\n]*\r?\n/;

/** Takes files that are pasted anywhere on the page, and rows that were copied in Excel as a file of their own. */
export function usePastedFiles(onFiles: (files: File[]) => void, disabled: boolean): void {
  usePaste(readFiles, onFiles, disabled);
}

function readFiles(data: DataTransfer, target: EventTarget | null): File[] {
  const text = data.getData('text/plain');
  // Excel puts a picture of the cells beside their text.
  if (ROWS.test(text)) return [toFile(text)];
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
  return isTyping ? [] : [...data.files];
}

function toFile(text: string): File {
  const now = new Date();
  const clock = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0'));
  return new File([text], `indsat-${clock.join('.')}.csv`, { type: 'text/csv' });
}
