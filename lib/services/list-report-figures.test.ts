import { expect, it } from 'vitest';
import { listFigures } from '#lib/report/figures/list-figures.ts';
import { getReport } from './get-report.ts';
import { listReportFigures } from './list-report-figures.ts';
import { saveRedaction } from './save-redaction.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { expectValue } from './testing/write-verdicts.ts';

const stores = prepareStores();

it('offers writers the figures that the report’s checks go by, whatever the open edition leaves out', async () => {
  const context = as('secretariat', stores.demo());
  const whole = await getReport(context, 2023, 'BIU', 'closed');
  if (!whole) throw new Error('no report');
  const [card] = whole.document.flatMap((block) =>
    block.kind === 'plans' ? block.group.functions.flatMap(({ cards }) => cards) : [],
  );
  const finding = { kind: 'finding', target: card?.account ?? '' };
  const column = { kind: 'column', target: 'handleplaner.opfoelgning' };
  for (const left of [finding, column]) {
    expectValue(await saveRedaction(context, { year: 2023, committee: 'BIU', ...left, ground: 'lovens § 30' }));
  }
  const offered = await listReportFigures(context, 2023, 'BIU', 'BIU');
  expect(offered?.map(({ key, printed }) => [key, printed])).toEqual(
    listFigures(whole).map(({ key, printed }) => [key, printed]),
  );
});
