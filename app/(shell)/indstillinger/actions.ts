'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Brand } from '#lib/domain/brand.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import type { BrandInput } from '#lib/schemas/brand.ts';
import type { TemplateInput } from '#lib/schemas/cover-note.ts';
import type { ApprovalSettingsInput, LimitationSettingsInput } from '#lib/schemas/settings.ts';
import type { Result } from '#lib/services/context.ts';
import { updateApprovalSettings } from '#lib/services/update-approval-settings.ts';
import { updateBrand } from '#lib/services/update-brand.ts';
import { updateCoverNote } from '#lib/services/update-cover-note.ts';
import { updateLimitationSettings } from '#lib/services/update-limitation-settings.ts';
import { updateSettings } from '#lib/services/update-settings.ts';

/** Saves the installation's settings; every page shows some of them. */
export async function saveSettings(input: Installation): Promise<Result<Installation>> {
  const result = await updateSettings(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

/** Saves from which follow-up two people must approve. */
export async function saveApprovalSettings(
  input: ApprovalSettingsInput,
): Promise<Result<{ twoApproversAbove: bigint }>> {
  const result = await updateApprovalSettings(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

/** Saves how many months before its limitation an item is warned of. */
export async function saveLimitationSettings(
  input: LimitationSettingsInput,
): Promise<Result<{ warningMonths: number }>> {
  const result = await updateLimitationSettings(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

/** Saves how the municipality looks in its reports. */
export async function saveBrand(input: BrandInput): Promise<Result<Brand>> {
  const result = await updateBrand(await currentContext(), input);
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

/** Takes a template for the cover notes, or goes back to the program's own. */
export async function saveCoverNote(input: TemplateInput): Promise<Result<{ name: string | null }>> {
  return updateCoverNote(await currentContext(), input);
}
