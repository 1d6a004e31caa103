import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { buildReport } from './build-report.ts';
import { freezeModel, thawModel, toCanonical } from './frozen-model.ts';
import { DEMO_INSTALLATION, loadDemo } from './testing/load-demo.ts';

const NONCE = '0123456789abcdef0123456789abcdef';
const VERSION = { number: 2, madeOn: '2024-03-31', reason: 'Rettet beløb' };

describe('a frozen model', () => {
  it('is the whole model, for every committee of the demo', () => {
    const state = loadDemo();
    for (const { code } of state.committees) {
      const model = buildReport(state, DEMO_INSTALLATION, code);
      const frozen = freezeModel(model, VERSION, NONCE);
      expect(thawModel(frozen)).toEqual({
        ...model,
        status: 'endelig',
        version: { ...VERSION, sha256: frozen.sha256 },
      });
    }
  });

  it('freezes to the same text again once it is thawed, with the hash that its text has', () => {
    const frozen = freezeModel(sampleModel({ status: 'klar' }), VERSION, NONCE);
    const thawed = thawModel(frozen);
    expect(thawed && freezeModel(thawed, VERSION, NONCE)).toEqual(frozen);
    // SHA-256 as another program has it.
    const run = spawnSync('sha256sum', { input: frozen.text, encoding: 'utf8' });
    expect(run.stdout.slice(0, 64)).toBe(frozen.sha256);
  });

  it('is another with one øre, one word, another number, date or reason', () => {
    const model = sampleModel({ status: 'klar' });
    const { sha256 } = freezeModel(model, VERSION, NONCE);
    const others = [
      freezeModel({ ...model, title: `${model.title}.` }, VERSION, NONCE),
      freezeModel(model, { ...VERSION, number: 3 }, NONCE),
      freezeModel(model, { ...VERSION, madeOn: '2024-04-01' }, NONCE),
      freezeModel(model, { ...VERSION, reason: '' }, NONCE),
      freezeModel(model, VERSION, NONCE.replaceAll('0', '1')),
      freezeModel(model, VERSION, ''),
    ];
    expect(new Set([sha256, ...others.map((one) => one.sha256)]).size).toBe(7);
  });

  it('comes back the same with any nonce, which its model does not hold, and one that has none still fits', () => {
    const model = sampleModel({ status: 'klar' });
    const nonces = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));
    const hashes = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(nonces, fc.constant('')), (nonce) => {
        const frozen = freezeModel(model, VERSION, nonce);
        hashes.add(frozen.sha256);
        const thawed = thawModel(frozen);
        const version = { ...VERSION, sha256: frozen.sha256 };
        expect(thawed).toEqual({ ...model, status: 'endelig', version });
        expect(nonce !== '' && JSON.stringify(thawed).includes(nonce)).toBe(false);
        expect(thawed && freezeModel(thawed, VERSION, nonce)).toEqual(frozen);
      }),
    );
    expect(hashes.size).toBeGreaterThan(20);
  });

  it('is not guessed at where it is of a program that knew other things', () => {
    const { text, sha256 } = freezeModel(sampleModel(), VERSION, NONCE);
    const model = JSON.parse(text);
    const other = (parts: object) => thawModel({ text: JSON.stringify({ ...model, ...parts }), sha256 });
    expect(other({})).not.toBeNull();
    expect(other({ weather: 'sol' })).toBeNull();
    expect(other({ document: [{ kind: 'film', address: 'x' }] })).toBeNull();
    expect(other({ brand: undefined })).toBeNull();
    expect(other({ version: null })).toBeNull();
    expect(other({ nonce: 'kort' })).toBeNull();
  });
});

describe('canonical JSON', () => {
  it('sorts keys at every depth, keeps lists in order and leaves out what is not there', () => {
    expect(toCanonical({ b: [{ z: 1, a: 'æ"' }, null], a: true, c: undefined })).toBe(
      '{"a":true,"b":[{"a":"æ\\"","z":1},null]}',
    );
  });

  it('takes no number that is not whole', () => {
    expect(() => toCanonical({ amount: 0.1 })).toThrow('0.1');
    expect(() => toCanonical({ amount: 2 ** 53 })).toThrow();
  });
});
