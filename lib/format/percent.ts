import { formatCount } from './amount.ts';

const PER_PERCENT = 10_000n;

/** Millionths of the whole from percent as typed, with up to four decimals (`33,3333`, `60 %`); null for anything else. */
export function parsePercent(text: string): bigint | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim());
  if (!match) return null;
  return BigInt(match[1] ?? '0') * PER_PERCENT + BigInt((match[2] ?? '').padEnd(4, '0'));
}

/** Millionths of the whole as percent, `33,3333`, without needless decimals. */
export function formatPercent(millionths: bigint): string {
  const decimals = String(millionths % PER_PERCENT)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${formatCount(millionths / PER_PERCENT)}${decimals === '' ? '' : `,${decimals}`}`;
}
