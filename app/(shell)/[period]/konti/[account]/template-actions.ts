'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { TextTemplateInput, TextTemplateRemoval } from '#lib/schemas/text-templates.ts';
import type { Result } from '#lib/services/context.ts';
import { done } from '#lib/services/context.ts';
import { listTextTemplates, type TextTemplates } from '#lib/services/list-text-templates.ts';
import { removeTextTemplate } from '#lib/services/remove-text-template.ts';
import { saveTextTemplate } from '#lib/services/save-text-template.ts';

/** Keeps a text for plans to start from. @returns the templates as they now are */
export async function saveTemplateAction(input: TextTemplateInput): Promise<Result<TextTemplates>> {
  const context = await currentContext();
  const result = await saveTextTemplate(context, input);
  return result.ok ? done(await listTextTemplates(context)) : result;
}

/** @returns the templates that are left */
export async function removeTemplateAction(input: TextTemplateRemoval): Promise<Result<TextTemplates>> {
  const context = await currentContext();
  const result = await removeTextTemplate(context, input);
  return result.ok ? done(await listTextTemplates(context)) : result;
}
