import { listTextTemplateRows, type TextTemplate } from '#lib/db/text-templates.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { Context } from './context.ts';

/** The texts that plans start from, by name, and whether the actor may change them. */
export interface TextTemplates {
  templates: TextTemplate[];
  mayKeep: boolean;
}

/** The municipality's templates: for all who are signed in, since they tell of no account. */
export async function listTextTemplates({ store, actor }: Context): Promise<TextTemplates> {
  const templates = await listTextTemplateRows(store.read);
  return {
    templates: templates.toSorted((left, right) => compareDanish(left.name, right.name)),
    mayKeep: maySomewhere(actor, 'keepTemplates'),
  };
}
