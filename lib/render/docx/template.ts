import Docxtemplater from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { LOOP_TAGS, TEXT_TAGS } from './cover-note.ts';

/** What is wrong with a template: no document of Word's; tags that are not closed or opened; tags that there are none of. */
export type TemplateFault =
  | { kind: 'broken' }
  | { kind: 'unbalanced'; tags: string[] }
  | { kind: 'unknown'; tags: string[] };

/** The parts of a document that can be filled in, by their tags. @throws what docxtemplater says of tags that do not fit */
export function openTemplate(bytes: Uint8Array, modules: InspectModule[] = []): Docxtemplater<PizZip> {
  return new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    modules,
  });
}

/** What keeps a document from being a template of the cover note; null: it is one. */
export function findTemplateFault(bytes: Uint8Array): TemplateFault | null {
  const inspect = new InspectModule();
  try {
    openTemplate(bytes, [inspect]);
  } catch (error) {
    const tags = readTags(error);
    return tags.length === 0 ? { kind: 'broken' } : { kind: 'unbalanced', tags };
  }
  if (inspect.getFileType() !== 'docx') return { kind: 'broken' };
  const unknown = [...new Set(listUnknown(inspect.getAllStructuredTags(), []))];
  return unknown.length === 0 ? null : { kind: 'unknown', tags: unknown };
}

type Part = ReturnType<InspectModule['getAllStructuredTags']>[number];

/** Tags that nothing would be filled in for, as they are written. */
function listUnknown(parts: readonly Part[], within: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const { value, module, subparsed, inverted } = part;
    if (subparsed) {
      const known: Readonly<Record<string, readonly string[]>> = LOOP_TAGS;
      const fields = Object.hasOwn(known, value) ? known[value] : undefined;
      const own = fields ? [] : [`{${inverted ? '^' : '#'}${value}}`];
      return [...own, ...listUnknown(subparsed, [...within, ...(fields ?? [])])];
    }
    // A tag that takes its value for markup, or another kind of tag: `module` names it.
    if (module) return [`{${module === 'rawxml' ? '@' : ''}${value}}`];
    const isKnown = within.includes(value) || TEXT_TAGS.some((tag) => tag === value);
    return isKnown ? [] : [`{${value}}`];
  });
}

/** The tags that docxtemplater complains of, of one error or of many. */
function readTags(error: unknown): string[] {
  if (typeof error !== 'object' || error === null || !('properties' in error)) return [];
  const { properties } = error;
  if (typeof properties !== 'object' || properties === null) return [];
  if ('errors' in properties && Array.isArray(properties.errors))
    return [...new Set(properties.errors.flatMap(readTags))];
  return 'xtag' in properties && typeof properties.xtag === 'string' ? [`{${properties.xtag}}`] : [];
}
