import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { versionMark } from '#lib/domain/report-version.ts';
import { readVersionClaim } from './read-version-claim.ts';

const CLAIM = { committee: 'BIU', year: 2023, number: 2, sha256: 'a'.repeat(64) };
const MARK = versionMark(CLAIM);

function pdfOf(...parts: (string | Buffer)[]): Buffer {
  return Buffer.concat(['%PDF-1.7\n', ...parts].map((part) => Buffer.from(part)));
}

function stream(content: Buffer | string): Buffer {
  return Buffer.concat([Buffer.from('stream\n'), deflateSync(content), Buffer.from('\nendstream\n')]);
}

describe('a claim in a PDF', () => {
  it('is found as it stands, and in any stream, also after words and streams that are none of it', async () => {
    expect(await readVersionClaim(pdfOf(MARK))).toEqual(CLAIM);
    const large = stream(Buffer.alloc(3 * 1024 * 1024));
    expect(await readVersionClaim(pdfOf('a stream of words\n', stream('font'), large, stream(MARK)))).toEqual(CLAIM);
  });

  it('is looked for to the end in a file that is made to keep one busy', async () => {
    expect(await readVersionClaim(pdfOf('stream'.repeat(1_000_000)))).toBeNull();
    const begun = Buffer.from('stream\nx\x9c'.repeat(500_000), 'latin1');
    expect(await readVersionClaim(pdfOf(begun, 'endstream'))).toBeNull();
    const bomb = stream(Buffer.alloc(2 * 1024 * 1024 + 1));
    expect(await readVersionClaim(pdfOf(...Array.from({ length: 5_000 }, () => bomb)))).toBeNull();
  });
});
