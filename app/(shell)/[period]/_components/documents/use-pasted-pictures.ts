'use client';

import { useEffect, useRef } from 'react';

/** Takes pictures and files that are pasted anywhere on the page, such as a cut of the screen. Text goes where it was going. */
export function usePastedPictures(onFiles: (files: File[]) => void, disabled: boolean): void {
  const latest = useRef({ onFiles, disabled });
  useEffect(() => {
    latest.current = { onFiles, disabled };
  });

  useEffect(() => {
    function take(event: ClipboardEvent) {
      if (latest.current.disabled || event.clipboardData === null) return;
      // Excel puts a picture of the cells beside their text.
      if (event.clipboardData.getData('text/plain') !== '') return;
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current.onFiles(files.map(giveName));
    }
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
}

/** A cut of the screen has a name that says nothing, and the same each time. */
function giveName(file: File, index: number): File {
  if (!/^image\.(png|jpe?g)$/i.test(file.name)) return file;
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const clock = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  const ending = file.name.slice(file.name.lastIndexOf('.'));
  return new File([file], `skaermklip ${day} ${clock}${index === 0 ? '' : ` ${index + 1}`}${ending}`, {
    type: file.type,
  });
}
