import { describe, expect, test } from 'vitest';
import { type ReportText, TEXT_PLACES, type TextDocument } from '#lib/domain/report-text.ts';
import { buildReport } from '../build-report.ts';
import { NO_EXTRAS } from '../extras.ts';
import { DEMO_INSTALLATION, loadDemo } from '../testing/load-demo.ts';
import { textUnder } from '../testing/small-state.ts';
import { proseOf, writtenText } from '../testing/written-text.ts';
import { listBrokenFigures } from './broken-figures.ts';

const state = loadDemo();
const build = (...texts: ReportText[]) => buildReport(state, DEMO_INSTALLATION, 'BIU', { ...NO_EXTRAS, texts });
const plain = build();

const withNote: TextDocument = [
  {
    kind: 'paragraph',
    content: [
      { kind: 'text', text: 'Kategori 3 er ' },
      {
        kind: 'choice',
        key: 'kategori3.antal.aendring',
        choice: { by: 'change', rise: 'steget', fall: 'faldet', none: 'uændret' },
      },
      { kind: 'text', text: ' med ' },
      { kind: 'figure', key: 'kategori3.antal.aendring', unit: 'usual', absolute: true },
      { kind: 'text', text: ' konti' },
      { kind: 'footnote', content: [{ kind: 'text', text: 'Siden året før.' }] },
      { kind: 'text', text: '.' },
    ],
  },
];

describe('what people wrote', () => {
  test('has a heading for each place', () => {
    const ids = plain.document.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
    expect(TEXT_PLACES.filter((place) => !ids.includes(`afsnit-${place}`))).toEqual([]);
  });

  test.each(TEXT_PLACES)(
    'at %s stands after what the report says and before the next heading, shared first',
    (place) => {
      const { document } = build(
        writtenText(proseOf('Udvalgets egen.'), { place, owner: 'BIU' }),
        writtenText(proseOf('Fælles.'), { place }),
        writtenText(proseOf('Et andet udvalgs.'), { place, owner: 'KFU' }),
      );
      const first = document.findIndex((block) => block.kind === 'rich');
      expect(document.slice(first, first + 2)).toEqual([
        { kind: 'rich', place, owner: '', blocks: [{ kind: 'paragraph', runs: [{ text: 'Fælles.' }] }], notes: [] },
        {
          kind: 'rich',
          place,
          owner: 'BIU',
          blocks: [{ kind: 'paragraph', runs: [{ text: 'Udvalgets egen.' }] }],
          notes: [],
        },
      ]);
      const heading = document.slice(0, first).findLast((block) => block.kind === 'heading');
      expect(heading?.kind === 'heading' && heading.id).toBe(`afsnit-${place}`);
      const next = document[first + 2];
      expect(next === undefined || next.kind === 'heading').toBe(true);
      expect(document.filter((block) => block.kind === 'rich').length).toBe(2);
    },
  );

  test('about changed practice stands instead of the sentence that there is none', () => {
    expect(textUnder(plain, 'aendret-regnskabspraksis')).toContain('Der er ikke registreret ændringer');
    expect(textUnder(build(writtenText(proseOf('Ny praksis.'))), 'aendret-regnskabspraksis')).not.toContain(
      'ikke registreret',
    );
    expect(textUnder(build(writtenText([])), 'aendret-regnskabspraksis')).toContain('ikke registreret');
  });

  test('states figures of the report, and numbers its footnotes through the whole of it', () => {
    const { document } = build(
      writtenText(withNote, { place: 'handleplaner', owner: 'BIU' }),
      writtenText(withNote, { place: 'kategorier' }),
    );
    const riches = document.flatMap((block) => (block.kind === 'rich' ? [block] : []));
    expect(riches.map(({ place, notes }) => [place, notes.map(({ mark }) => mark)])).toEqual([
      ['kategorier', ['1']],
      ['handleplaner', ['2']],
    ]);
    const [paragraph] = riches[0]?.blocks ?? [];
    expect(paragraph?.kind === 'paragraph' && paragraph.runs.map((run) => run.text).join('')).toBe(
      'Kategori 3 er faldet med 91 konti.',
    );
  });

  test('has its own headings a level under the place, none skipped, with ids that no other heading has', () => {
    const heading = (level: 1 | 2, text: string) => ({
      kind: 'heading' as const,
      level,
      content: [{ kind: 'text' as const, text }],
    });
    const content = [heading(2, 'Lavt'), heading(1, 'Højt'), heading(2, 'Under')];
    const { document } = build(
      writtenText(content, { place: 'egenkapital' }),
      writtenText(content, { place: 'egenkapital', owner: 'BIU' }),
      writtenText(content, { place: 'handleplaner' }),
    );
    const headings = document.flatMap((block) =>
      block.kind === 'heading' && block.id.startsWith('tekst-') ? [block] : [],
    );
    expect(headings.map(({ id, level }) => `${level} ${id}`)).toEqual([
      '3 tekst-handleplaner-1',
      '3 tekst-handleplaner-2',
      '3 tekst-handleplaner-3',
      '2 tekst-egenkapital-1',
      '2 tekst-egenkapital-2',
      '3 tekst-egenkapital-3',
      '2 tekst-egenkapital-4',
      '2 tekst-egenkapital-5',
      '3 tekst-egenkapital-6',
    ]);
  });
});

test('figures that are gone are listed, each once for its text, also in choices and footnotes', () => {
  const gone: TextDocument = [
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          { kind: 'figure', key: 'borte', unit: 'usual' },
          { kind: 'figure', key: 'borte', unit: 'kr.' },
          {
            kind: 'footnote',
            content: [{ kind: 'choice', key: 'også-borte', choice: { by: 'number', one: '', other: '', none: '' } }],
          },
        ],
      ],
    },
  ];
  expect(listBrokenFigures([writtenText(gone), writtenText(proseOf('x'))], [])).toEqual([
    { owner: '', place: 'aendret-regnskabspraksis', key: 'borte' },
    { owner: '', place: 'aendret-regnskabspraksis', key: 'også-borte' },
  ]);
});
