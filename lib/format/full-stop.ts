/** Whether words begin with the full stop of a sentence: not with `...`, which goes on. */
export function startsWithStop(words: string): boolean {
  return /^\.(?!\.)/.test(words);
}

/** Whether a sentence would end twice: the full stop of `kr.` also ends the sentence. */
export function endsTwice(written: string, next: string): boolean {
  return written.endsWith('kr.') && startsWithStop(next);
}
