const YES = new Set(['ja', 'j', 'yes', 'true', 'sand', '1', 'x']);
const NO = new Set(['nej', 'n', 'no', 'false', 'falsk', '0']);

/** Reads yes or no as people and spreadsheets write them. null: blank. */
export function readYesOrNo(text: string): boolean | 'unknown' | null {
  const answer = text.toLowerCase();
  if (answer === '') return null;
  return YES.has(answer) ? true : NO.has(answer) ? false : 'unknown';
}
