import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { unpackWoff } from './unpack-woff.ts';

const FILES = new URL('../../../node_modules/@fontsource/ibm-plex-sans/files/', import.meta.url);

test.each(['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'])('%s is the same font unpacked', (name) => {
  const woff = readFileSync(new URL(`ibm-plex-sans-${name}-normal.woff`, FILES));
  const plain = unpackWoff(woff);
  expect(plain.readUInt32BE(0)).toBe(0x00010000);
  const [packed, unpacked] = [create(woff), create(plain)];
  expect(unpacked.unitsPerEm).toBe(packed.unitsPerEm);
  for (const sign of 'AÆøå0-Łź€ ') {
    const code = sign.codePointAt(0) ?? 0;
    expect(unpacked.hasGlyphForCodePoint(code)).toBe(packed.hasGlyphForCodePoint(code));
    // fontkit cannot measure every glyph of the packed file on its own.
    if (!name.includes('ext')) {
      expect(unpacked.glyphForCodePoint(code).advanceWidth).toBe(packed.glyphForCodePoint(code).advanceWidth);
    }
  }
  // Each table begins on a whole word, as the format asks, and lies within the file.
  for (let at = 12; at < 12 + plain.readUInt16BE(4) * 16; at += 16) {
    expect(plain.readUInt32BE(at + 8) % 4).toBe(0);
    expect(plain.readUInt32BE(at + 8) + plain.readUInt32BE(at + 12)).toBeLessThanOrEqual(plain.length);
  }
});

test('what is no WOFF is refused', () => {
  expect(() => unpackWoff(Buffer.from('OTTO0000'))).toThrow('no WOFF');
});
