import { parseArgs } from 'node:util';
import { EDITIONS, type Edition } from '#lib/domain/report-version.ts';
import type { Translate } from '#lib/format/translate.ts';
import { BUNDLE_FORMATS, type BundleFormat } from '#lib/schemas/bundle.ts';
import { resolvePath } from '../environment.ts';
import { UsageError } from '../usage.ts';

export interface ReportArguments {
  year: number;
  /** A code in any case, or `all`. */
  committee: string;
  formats: BundleFormat[];
  /** Where the files go: into a folder, or into one archive. */
  target: { kind: 'folder' | 'archive'; place: string };
  edition: Edition;
  frozen: boolean;
  requiresReady: boolean;
  asJson: boolean;
}

/** @throws UsageError */
export function readReportArguments(args: string[], t: Translate): ReportArguments {
  const values = parse(args, t);
  const place = values.out ?? values.zip;
  if (!values.year || !values.committee || !place || (values.out && values.zip)) throw new UsageError(t('reportUsage'));
  if (!/^\d{4}$/.test(values.year)) throw new UsageError(t('badYear', { year: values.year }));
  const formats = [...new Set(values.format.split(',').map((format) => format.trim().toLowerCase()))];
  const unknown = formats.find((format) => !BUNDLE_FORMATS.some((known) => known === format));
  if (unknown !== undefined) {
    throw new UsageError(t('unknownFormat', { format: unknown, formats: LISTED.join(', ') }));
  }
  const edition = EDITIONS.find((known) => known === values.edition);
  if (!edition) throw new UsageError(t('reportUsage'));
  return {
    year: Number.parseInt(values.year, 10),
    committee: values.committee.normalize('NFC'),
    formats: BUNDLE_FORMATS.filter((format) => formats.includes(format)),
    target: { kind: values.out ? 'folder' : 'archive', place: resolvePath(place) },
    edition,
    frozen: values.frozen,
    requiresReady: values['require-klar'],
    asJson: values.json,
  };
}

/** The formats as the help tells of them: those of one report first. */
const LISTED: readonly BundleFormat[] = ['pdf', 'xlsx', 'json', 'html', 'web', 'docx'];

function parse(args: string[], t: Translate) {
  try {
    return parseArgs({
      args,
      options: {
        year: { type: 'string' },
        committee: { type: 'string' },
        format: { type: 'string', default: 'pdf,xlsx' },
        out: { type: 'string' },
        zip: { type: 'string' },
        edition: { type: 'string', default: 'open' },
        frozen: { type: 'boolean', default: false },
        'require-klar': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${t('reportUsage')}`);
  }
}
