import { createHash } from 'node:crypto';
import { frozenModel } from './frozen-schema.ts';
import type { ReportModel, Version } from './model.ts';

/** A model as it is kept: its canonical text, and the SHA-256 of that text's UTF-8 in hex. */
export interface FrozenModel {
  text: string;
  sha256: string;
}

/**
 * Freezes a model as a final version (product.md, rule 9). The same model frozen under the same number, date and reason
 * with the same nonce is the same text. What the hash covers says all of the version but the hash itself.
 * @param nonce drawn by lot for the version, in hex: every file prints the hash, and without it whoever guesses what the
 *   open edition leaves out could tell by the hash that they guessed right. '' for none.
 */
export function freezeModel(model: ReportModel, version: Omit<Version, 'sha256'>, nonce: string): FrozenModel {
  const frozen = { ...model, status: 'endelig', version: { ...version, sha256: '' } };
  const text = toCanonical(nonce === '' ? frozen : { ...frozen, nonce });
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}

/**
 * The model of a frozen text, its hash filled in; null where it is of another program and does not fit this one's. The
 * nonce is not in it: no renderer can print it.
 */
export function thawModel({ text, sha256 }: FrozenModel): ReportModel | null {
  const parsed = frozenModel.safeParse(JSON.parse(text));
  if (!parsed.success || parsed.data.version === null) return null;
  const { nonce: _nonce, ...model } = parsed.data;
  return { ...model, version: { ...parsed.data.version, sha256 } };
}

/**
 * JSON with the keys of every object sorted and without spaces.
 * @throws at a number that is not whole: amounts are text, and floats have several spellings
 */
export function toCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${toCanonical(part)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError(`${value} is no whole number.`);
  return JSON.stringify(value);
}
