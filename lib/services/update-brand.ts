import { recordEvents } from '#lib/db/audit.ts';
import { readBrand, writeBrand } from '#lib/db/brand.ts';
import { measurePicture } from '#lib/documents/measure-picture.ts';
import type { Brand, Logo } from '#lib/domain/brand.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { canDrawLogo } from '#lib/render/pdf/draw-logo.ts';
import { brandInput } from '#lib/schemas/brand.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Sides in pixels: what is smaller looks poor on paper, what is larger only makes files heavy. */
const SMALLEST_SIDE = 40;
const LARGEST_SIDE = 4_000;

/** Changes how the municipality looks in its reports: those that are not frozen. */
export async function updateBrand(context: Context, input: unknown): Promise<Result<Brand>> {
  const acting = actingFor(context, 'changeSettings', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(brandInput, input);
  if (!parsed.ok) return parsed;
  const { colour, logo, alternativeText } = parsed.value;
  const read = logo === null || logo === 'kept' ? done(null) : await readLogo(logo.base64, alternativeText);
  if (!read.ok) return read;
  return context.store.writeTx(async (tx) => {
    const before = await readBrand(tx);
    const kept = logo === 'kept' ? before.logo && { ...before.logo, alternativeText } : read.value;
    if (kept !== null && alternativeText === '') return refused([problem('required', 'alternativeText')]);
    const brand: Brand = { colour: colour === '' ? null : colour, logo: kept };
    await writeBrand(tx, brand);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'update',
        subject: 'brand',
        subjectId: 'brand',
        periodId: null,
        importId: null,
        before: toTrail(before),
        after: toTrail(brand),
      },
    ]);
    return done(brand);
  }, isDone);
}

/** The picture as a logo, if it is one that every report can be drawn with. */
async function readLogo(base64: string, alternativeText: string): Promise<Result<Logo>> {
  const facts = measurePicture(Buffer.from(base64, 'base64'));
  if (facts === null) return refused([problem('not-a-logo', 'logo')]);
  const { width, height } = facts;
  if (Math.min(width, height) < SMALLEST_SIDE || Math.max(width, height) > LARGEST_SIDE) {
    return refused([problem('logo-size', 'logo', { width, height, least: SMALLEST_SIDE, most: LARGEST_SIDE })]);
  }
  const logo: Logo = { ...facts, base64, alternativeText };
  return (await canDrawLogo(logo)) ? done(logo) : refused([problem('not-a-logo', 'logo')]);
}

/** What the trail tells of a brand: the picture by its shape, not by its bytes. */
function toTrail({ colour, logo }: Brand): object {
  return {
    colour: colour ?? '',
    logo: logo === null ? '' : `${logo.type}, ${logo.width} × ${logo.height}`,
    alternativeText: logo?.alternativeText ?? '',
  };
}
