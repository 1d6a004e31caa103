import { expect, test } from 'vitest';
import type { TextDocument } from '#lib/domain/report-text.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { NO_EXTRAS } from '#lib/report/extras.ts';
import { freezeModel, thawModel } from '#lib/report/frozen-model.ts';
import { DEMO_INSTALLATION, loadDemo } from '#lib/report/testing/load-demo.ts';
import { proseOf, writtenText } from '#lib/report/testing/written-text.ts';
import { textRows } from './text-rows.ts';

test('a heading that nothing is written under has a row, which says whose it is', () => {
  const heading = (text: string, level: 1 | 2 = 1): TextDocument[number] => ({
    kind: 'heading',
    level,
    content: [{ kind: 'text', text }],
  });
  const place = 'afstemte-konti' as const;
  const texts = [
    writtenText([heading('Alene')], { place }),
    writtenText([heading('Over'), heading('Under', 2), ...proseOf('Ord.')], { place, owner: 'BIU' }),
  ];
  const report = buildReport(loadDemo(), DEMO_INSTALLATION, 'BIU', { ...NO_EXTRAS, texts });
  const thawed = thawModel(freezeModel(report, { number: 1, madeOn: '2024-03-01', reason: '' }, ''));
  for (const one of [report, thawed]) {
    expect(one && textRows(one)).toEqual([
      ['1.1 Afstemte konti', 'Alene', 'Alle udvalg', null],
      ['1.1 Afstemte konti', 'Over', report.committee.name, null],
      ['1.1 Afstemte konti', 'Under', report.committee.name, 'Ord.'],
    ]);
  }
});
