import { describe, expect, it } from 'vitest';
import { getReport } from './get-report.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { smallPng } from './testing/small-png.ts';
import { updateBrand } from './update-brand.ts';

const stores = prepareStores();
const PNG = smallPng(300, 100).toString('base64');

const codesOf = (result: Awaited<ReturnType<typeof updateBrand>>) =>
  result.ok ? [] : result.problems.map(({ code }) => code);

describe('the looks of the report', () => {
  it('are every report’s once an administrator has chosen them, and the trail tells which', async () => {
    const context = as('administrator', stores.demo());
    const result = await updateBrand(context, {
      colour: ' #5A1A2B ',
      logo: { base64: PNG },
      alternativeText: 'Kommunens våben',
    });
    expect(result.ok).toBe(true);
    const model = await getReport(context, 2023, 'BIU');
    expect(model?.brand).toEqual({
      colour: '#5a1a2b',
      logo: { type: 'image/png', base64: PNG, width: 300, height: 100, alternativeText: 'Kommunens våben' },
    });
    expect(await newestEvent(context, 'brand')).toMatchObject({
      after: { colour: '#5a1a2b', logo: 'image/png, 300 × 100', alternativeText: 'Kommunens våben' },
    });
    await updateBrand(context, { colour: '', logo: 'kept', alternativeText: 'Våben' });
    const again = await getReport(context, 2023, 'BIU');
    expect(again?.brand).toMatchObject({ colour: null, logo: { base64: PNG, alternativeText: 'Våben' } });
  });

  it('refuse a colour that cannot be read on white, and what is none', async () => {
    const context = as('administrator', stores.demo());
    const change = (colour: string) => updateBrand(context, { colour, logo: null, alternativeText: '' });
    expect(codesOf(await change('#ffcc00'))).toEqual(['colour-too-light']);
    expect(codesOf(await change('red'))).toEqual(['not-a-colour']);
    expect(codesOf(await change('#767676'))).toEqual([]);
  });

  it.each([
    ['text', Buffer.from('no picture').toString('base64'), 'not-a-logo'],
    ['a picture cut short', smallPng(300, 100).subarray(0, 80).toString('base64'), 'not-a-logo'],
    ['a head without pixels', broken(), 'not-a-logo'],
    ['too few pixels', smallPng(300, 20).toString('base64'), 'logo-size'],
    ['too many bytes', Buffer.alloc(500_000).toString('base64'), 'logo-too-large'],
    ['no base64', 'æøå', 'not-a-logo'],
  ])('refuse %s as a logo', async (_, base64, code) => {
    const context = as('administrator', stores.demo());
    const result = await updateBrand(context, { colour: '', logo: { base64 }, alternativeText: 'Logo' });
    expect(codesOf(result)).toEqual([code]);
    expect((await getReport(context, 2023, 'BIU'))?.brand).toEqual({ colour: null, logo: null });
  });

  it('want words for whoever does not see the logo', async () => {
    const context = as('administrator', stores.demo());
    expect(codesOf(await updateBrand(context, { colour: '', logo: { base64: PNG }, alternativeText: '' }))).toEqual([
      'required',
    ]);
  });
});

/** Whole chunk by chunk, but what should be compressed pixels is not. */
function broken(): string {
  const png = smallPng(300, 100);
  png.fill(0, 45, 55);
  return png.toString('base64');
}
