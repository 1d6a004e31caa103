import { fileTypeFromBuffer } from 'file-type';
import { type DocumentKind, LARGEST_DOCUMENT } from '#lib/domain/attachment.ts';
import { decodeText, hasUnreadable } from '#lib/import/decode-text.ts';
import { endingOf } from './clean-name.ts';
import { isCompoundFile, readRootNames } from './compound-file.ts';
import { endsAsZip, isZipStart, judgeOffice } from './judge-office.ts';
import { isJpegStart, isPngStart, isWholeJpeg, isWholePng } from './judge-picture.ts';

/**
 * Why a file is not taken: empty; too large; a kind that is not taken; macros or programs in it; under a password;
 * broken or cut off; two kinds of file in one; another kind than its name's ending says.
 */
type Refusal =
  | 'document-empty'
  | 'document-too-large'
  | 'document-kind'
  | 'document-runs'
  | 'document-protected'
  | 'document-broken'
  | 'document-two-in-one'
  | 'document-ending';

export type Judgement = { ok: true; kind: DocumentKind } | { ok: false; refusal: Refusal };

const ENDINGS: Record<DocumentKind, readonly string[]> = {
  pdf: ['pdf'],
  xlsx: ['xlsx'],
  csv: ['csv'],
  docx: ['docx'],
  msg: ['msg'],
  eml: ['eml'],
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  txt: ['txt'],
};
const TEXTS = ['csv', 'eml', 'txt'] as const;

/**
 * The kind of a file by its bytes; its name's ending must say the same. What can run, what is two kinds at once and
 * whatever is not in DOCUMENT_KINDS is refused.
 */
export async function judgeKind(name: string, bytes: Uint8Array): Promise<Judgement> {
  if (bytes.length === 0) return refuse('document-empty');
  if (bytes.length > LARGEST_DOCUMENT) return refuse('document-too-large');
  const ending = endingOf(name);
  const verdict = await judgeBytes(ending, bytes);
  if (!verdict.ok) return verdict;
  if (verdict.kind !== 'xlsx' && verdict.kind !== 'docx' && endsAsZip(bytes)) return refuse('document-two-in-one');
  return ENDINGS[verdict.kind].includes(ending) ? verdict : refuse('document-ending');
}

function refuse(refusal: Refusal): Judgement {
  return { ok: false, refusal };
}

function take(kind: DocumentKind, isWhole: boolean): Judgement {
  return isWhole ? { ok: true, kind } : refuse('document-broken');
}

async function judgeBytes(ending: string, bytes: Uint8Array): Promise<Judgement> {
  if (isPdfStart(bytes)) return take('pdf', hasPdfEnd(bytes));
  if (isPngStart(bytes)) return take('png', isWholePng(bytes));
  if (isJpegStart(bytes)) return take('jpg', isWholeJpeg(bytes));
  if (isCompoundFile(bytes)) return judgeCompound(bytes);
  if (isZipStart(bytes)) {
    const office = await judgeOffice(bytes);
    if (office === 'xlsx' || office === 'docx') return { ok: true, kind: office };
    return refuse(({ runs: 'document-runs', broken: 'document-broken', other: 'document-kind' } as const)[office]);
  }
  return judgeText(ending, bytes);
}

function isPdfStart(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('latin1').startsWith('%PDF-');
}

function hasPdfEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF');
}

function judgeCompound(bytes: Uint8Array): Judgement {
  const names = readRootNames(bytes);
  if (names === null) return refuse('document-broken');
  if (names.includes('EncryptedPackage')) return refuse('document-protected');
  if (names.some((name) => /^(_?vba|macros)/i.test(name))) return refuse('document-runs');
  const isMessage = names.includes('__properties_version1.0') && names.includes('__nameid_version1.0');
  return isMessage ? { ok: true, kind: 'msg' } : refuse('document-kind');
}

/** What nothing but its ending tells apart: plain texts. */
async function judgeText(ending: string, bytes: Uint8Array): Promise<Judgement> {
  // A second opinion: whatever has a signature of its own is no plain text.
  if ((await fileTypeFromBuffer(bytes.subarray(0, 8192))) !== undefined) return refuse('document-kind');
  const text = decodeText(bytes);
  if (hasUnreadable(text) || isMarkup(text)) return refuse('document-kind');
  const kind = TEXTS.find((one) => ENDINGS[one].includes(ending));
  if (kind === undefined) return refuse(ending in ENDINGS || ending === 'jpeg' ? 'document-ending' : 'document-kind');
  if (kind === 'eml' && !isMessageText(text)) return refuse('document-ending');
  return { ok: true, kind };
}

/** Whether a browser would take the text for a page or a drawing, whatever its name says; or a system for a script. */
function isMarkup(text: string): boolean {
  const start = text.replace(/^\ufeff/, '').trimStart();
  return (
    start.startsWith('#!') ||
    /^<[!?a-z]/i.test(start) ||
    /<(script|svg|html|iframe|object|embed)[\s>/]/i.test(start.slice(0, 2048))
  );
}

/** Whether the text begins with the lines that an e-mail begins with. */
function isMessageText(text: string): boolean {
  const head = text.replace(/^\ufeff/, '').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const isHeader = (line: string) => /^[!-9;-~]+:/.test(line) || /^From /.test(line);
  return lines.every(isHeader) && lines.some((line) => /^(from|received|return-path):/i.test(line));
}
