'use client';

import { usePaste } from '../../../_components/use-paste.ts';

/** Takes pictures and files that are pasted anywhere on the page, such as a cut of the screen. Text goes where it was going. */
export function usePastedPictures(onFiles: (files: File[]) => void, disabled: boolean): void {
  usePaste(readPictures, onFiles, disabled);
}

function readPictures(data: DataTransfer): File[] {
  // Excel puts a picture of the cells beside their text.
  return data.getData('text/plain') === '' ? [...data.files].map(giveName) : [];
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
