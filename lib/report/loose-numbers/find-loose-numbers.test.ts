import { describe, expect, test } from 'vitest';
import type { Inline, TextDocument } from '#lib/domain/report-text.ts';
import { KNOWN_FIGURES as FIGURES, looseIn as looseAmong } from '../testing/sample-figures.ts';
import { proseOf } from '../testing/written-text.ts';
import { findLooseNumbers } from './find-loose-numbers.ts';

const looseIn = (text: string): string[] => looseAmong(text, FIGURES);

describe('numbers that equal a figure', () => {
  test.each([
    'Nettobeløbet er -401.803 t.kr. i kategori 2.',
    'Beløbet er netto 401.803 t.kr. i gæld.',
    'Beløbet er −401,8 mio. kr.',
    'Beløbet er 402 mio. kr.',
    'Beløbet er 0,4 mia. kr.',
    'Beløbet er ca. 401,80 mio. kroner.',
    'Beløbet er 401.803.123,45 kr.',
    'Beløbet er 401.803.123 kr.',
    'Beløbet er 401803 tkr.',
    'Beløbet er 401 803 t. kr.',
    'Beløbet er 401\u00a0803\u00a0t.kr.',
    'Der er 2,2 mio. kr. i kategori 3.',
    'Der er 2,24 millioner kroner i kategori 3.',
    'Der er 2.240 tusind kr. i kategori 3.',
    'Der er kr. 2.240.000 i kategori 3.',
    'Der er kr. 2.240.000,- i kategori 3.',
    'Der er 2.240.000,00 kr. i kategori 3.',
    'Der er t.kr. 2.240 i kategori 3.',
    'Der er mio. kr. 2,2 i kategori 3.',
    'Planen er på -158.607 kr.',
    'Planen er på 159 t.kr.',
    'Planen er på 0,2 mio. kr.',
    'Planen er på (158.607 kr.).',
    // 1.150.000 is halfway to one decimal of mio., and is rounded away from zero.
    'Beløbet er 1,2 mio. kr.',
    'Beløbet er 1,15 mio. kr.',
    'Beløb under 1.000 kr. er ikke beskrevet.',
    'Beløb under ét tusind kroner er ikke beskrevet.',
    'Der er afstemt 2.441 konti, heraf 2.326 af Koncernservice.',
    'Antallet af konti i kategori 3 er faldet fra 97 til 6, altså med 91.',
    'Kategori 2 omfatter 80 konti.',
    'Der er seks konti i kategori 3 og to handleplaner.',
    'Der er 6 ikke afstemte konti.',
    '6 af kommunens 2.441 konti er ikke afstemt.',
    'Udvalget har to forhold til opfølgning.',
    'Konti i kategori 3: 6',
  ])('are never loose: %s', (text) => {
    expect(looseIn(text)).toEqual([]);
  });
});

describe('numbers that equal none', () => {
  test.each<[string, string[]]>([
    ['Nettobeløbet er -401.804 t.kr.', ['-401.804 t.kr.']],
    ['Beløbet er 401,9 mio. kr.', ['401,9 mio. kr.']],
    ['Beløbet er 1,1 mio. kr.', ['1,1 mio. kr.']],
    ['Beløbet er 401.803 kr.', ['401.803 kr.']],
    ['Beløbet er 401.803.123,46 kr.', ['401.803.123,46 kr.']],
    ['Beløbet er 1.023.507 kr. i alt.', ['1.023.507 kr.']],
    ['Beløbet er 1023507 kroner.', ['1023507 kroner']],
    ['Beløbet er 1 023 507 kr.', ['1 023 507 kr.']],
    ['Der er afsat kr. 500 til formålet.', ['kr. 500']],
    ['Der er afsat 500,- til formålet.', ['500,-']],
    ['Der er afsat 500kr. til formålet.', ['500kr.']],
    ['Der er afsat 5 millioner til formålet.', ['5 millioner']],
    ['Der er afsat fem millioner kroner til formålet.', ['fem millioner kroner']],
    ['Der er afsat en halv million kroner.', ['en halv million kroner']],
    ['Der er afsat halvanden mio. kr.', ['halvanden mio. kr.']],
    ['Der er afsat 2½ mio. kr.', ['2½ mio. kr.']],
    ['Der er afsat mellem 3 og 5 mio. kr.', ['3', '5 mio. kr.']],
    ['Der er afsat 3-5 mio. kr.', ['3', '5 mio. kr.']],
    ['Det er 2,2 mio. kr. mod 1,9 året før.', ['1,9']],
    ['Det var 1.2 mio. kr. og 1.7 mio. kr.', ['1.7 mio. kr.']],
    ['Der er 81 konti til opfølgning.', ['81 konti']],
    ['Der er 2.442 konti.', ['2.442 konti']],
    ['Udvalget har 7 forhold.', ['7 forhold']],
    ['Der er 12 balanceposter.', ['12 balanceposter']],
    ['Der er 12 poster til opfølgning.', ['12 poster til opfølgning']],
    ['Der er 3 handleplaner.', ['3 handleplaner']],
    ['Der er tre konti i kategori 3.', ['tre konti']],
    ['Der er Tolv forhold, som er åbne.', ['Tolv forhold']],
    ['Der er to hundrede mellemregningskonti.', ['to hundrede mellemregningskonti']],
    ['Der er 5 af forvaltningens nye konti.', ['5 af forvaltningens nye konti']],
    ['12 af 80 konti er ældre.', ['12']],
    ['Antallet af konti er steget fra 80 til 85.', ['85']],
    ['Kategori 2 omfatter 80 konti mod 75 året før, en stigning på 5.', ['75', '5']],
    ['Én konto er faldet bort, og én konto er ny.', ['Én konto', 'én konto']],
    ['Der er 2024 konti.', ['2024 konti']],
    ['Der er 12 ud af 80 konti til opfølgning.', ['12']],
    ['Der er 6 konti ud af 98.', ['98']],
    ['Det er 2,2 mio. mod 1,9 mio. sidste år.', ['1,9 mio.']],
    ['Antallet af konti er steget fra 81 sidste år til 85.', ['81', '85']],
    ['Der var 98 konti i kategori 3 i 2022 og 7 i 2023.', ['98 konti', '7']],
    ['Der er 6 konti i 2023 mod 98 i 2022.', ['98']],
    ['Beløbet er 2,2 mio. kr. i 2023 mod 1,9 året før.', ['1,9']],
    ['Der er 5 kategori 3-konti og 4 kategori 2 forhold.', ['5 kategori 3-konti', '4 kategori 2 forhold']],
    ['Der er tre KSD-konti og 12 KY-konti.', ['tre KSD-konti', '12 KY-konti']],
    ['Der er 12 status- og driftskonti.', ['12 status- og driftskonti']],
    ['Der er 12 nye, ikke afstemte konti.', ['12 nye, ikke afstemte konti']],
    ['Der er femogtyve konti og syvogtres forhold.', ['femogtyve konti', 'syvogtres forhold']],
    ['Der er 12,4 mill. kr. til opfølgning.', ['12,4 mill. kr.']],
    ['Der er 0,5 mia i alt.', ['0,5 mia']],
    ['Der er afsat ½ mio. kr. til formålet.', ['½ mio. kr.']],
    ['Der er afsat 1,234,567 kr. til formålet.', ['1,234,567 kr.']],
  ])('are pointed out: %s', (text, expected) => {
    expect(looseIn(text)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['Der er ansat 3 medarbejdere.', ['3 medarbejdere ?']],
    ['Konto 95900015 og 38 fagsystemer er omfattet.', ['38 fagsystemer ?']],
    ['De 38 fagsystemer leverer data.', ['38 fagsystemer ?']],
    ['Der er 12 poster på kontoen.', ['12 poster ?']],
    ['Der er gennemført 41 møder om emnet.', ['41 møder ?']],
    ['Det drejer sig om 42.', ['42 ?']],
    ['Der er 2 millioner posteringer.', ['2 millioner posteringer ?']],
    ['Der er 401.804 i alt.', ['401.804 ?']],
  ])('and are of other things only warn: %s', (text, expected) => {
    expect(looseIn(text)).toEqual(expected);
  });
});

describe('what is no number of the report', () => {
  test.each([
    'I 2023 og 2022 blev regnskabet afsluttet.',
    'Balancen er opgjort pr. 31.12.2023 og 31. december 2022.',
    'Fristen er 31.03.2024, 31/3-2024, 31-03-2024 eller 2024-03-31.',
    'I regnskabsårene 2019-2023 og 2022/23 var det sådan.',
    'Omkring 12 pct. af posterne, 12,5 % og 10-15 procent er ældre.',
    'Se § 42, stk. 3, §§ 4 og 5 og lov nr. 1234 af 12. december 2020.',
    'Konto 95900015 og konto 91403000 er omfattet.',
    'Kontiene 95900015 og 91403000 er omfattet.',
    'Det gælder 2022–23 og 2022 – 23.',
    'Kategori 2 og 3 udgør det meste, og afsnit 2.1 og 2.2 viser hvorfor.',
    'Funktion 9.52.59, 9.58.81 og 952.59 er omfattet.',
    'Se afsnit 2.1, afsnit 2–5, tabel 1.1 og bilag 3.',
    'Se tabel 1.1, 2.1 og 3.4 på side 12.',
    'Kategori 1, 2 og 3 er forklaret i note 7.',
    'Forhold i kategori 2 og kategori 3 har handleplaner.',
    'Posterne er ældre end 1 år, nogle 5 år eller 18 måneder.',
    'Det sker hver 14. dag og i 3. kvartal.',
    'Kontrollen er gennemført 4 gange på 3 dage.',
    'Mødet er i lokale 304 kl. 10-12 holdes åbent, kl. 12.30, kl. 9 og kl. 14:15.',
    'Ring på tlf. 33 66 33 66 eller 33663366, eller skriv til demo3@example.org.',
    'Se https://example.org/2023/12/side-4?x=500 og www.example.org/99.',
    'COVID-19 og ISO27001 samt Windows11 og A4 er navne.',
    'En 5-årig aftale og en 3-dages frist.',
    'CPR-kontrol af 010190-1234 hører ikke til her.',
    'En konto er afstemt, og et forhold er lukket. Den ene er ny.',
    'Ingen konti mangler.',
    'Udvalget lagde to og to sammen.',
    'Opgaven er delt: 1) afstemning og 2) opfølgning.',
    'I uge 12 og periode 13 blev det afsluttet.',
    'De kategori 2-konti, som er omtalt i pkt. 4.',
    'Spørgsmål rettes på 33 66 33 66.',
    'Fejl rettes inden for 10 arbejdsdage, senest efter 6 mdr.',
  ])('is left alone: %s', (text) => {
    expect(looseIn(text)).toEqual([]);
  });
});

describe('a bound figure', () => {
  const bound: Inline = { kind: 'figure', key: 'x', unit: 'usual' };
  const text = (words: string): Inline => ({ kind: 'text', text: words });

  test('is no number, and gives nothing to those beside it', () => {
    const document: TextDocument = [
      { kind: 'paragraph', content: [text('Der er '), bound, text(' konti og '), bound] },
    ];
    expect(findLooseNumbers(document, FIGURES, [])).toEqual([]);
  });

  test('counts as one sign in the place of what follows', () => {
    const document: TextDocument = [
      { kind: 'paragraph', content: [] },
      {
        kind: 'list',
        ordered: false,
        items: [
          [],
          [
            bound,
            text(' og '),
            { kind: 'text', text: '7', bold: true },
            text(' konti'),
            { kind: 'footnote', content: [text('Heraf 9 konti.')] },
          ],
        ],
      },
    ];
    expect(findLooseNumbers(document, FIGURES, []).map(({ number, at }) => ({ number, at }))).toEqual([
      { number: '7 konti', at: { block: 1, path: [1], footnote: null, from: 5, to: 12 } },
      { number: '9 konti', at: { block: 1, path: [1], footnote: 4, from: 6, to: 13 } },
    ]);
  });
});

describe('the nearest figures', () => {
  const nearest = (text: string) => findLooseNumbers(proseOf(text), FIGURES, [])[0]?.nearest.map(({ key }) => key);

  test('are at most five, nearest first, amounts for amounts and counts for counts', () => {
    expect(nearest('Der er 81 konti.')?.slice(0, 3)).toEqual([
      'kategori2.antal',
      'kategori3.antal.aendring',
      'kategori3.antal.forrige',
    ]);
    expect(nearest('Beløbet er 401.804 t.kr.')).toEqual([
      'kategori2.netto',
      'kategori3.netto',
      'femten',
      'plan',
      'bagatelgraense',
    ]);
  });

  test('begin with the one that has the digits in another unit', () => {
    expect(nearest('Beløbet er 401.803 kr.')?.[0]).toBe('kategori2.netto');
    expect(nearest('Beløbet er 158.607 t.kr.')?.[0]).toBe('plan');
  });
});

describe('an acknowledgement', () => {
  const text = 'I et enkelt år var der hele 120 konti til opfølgning i forvaltningen.';
  const [loose] = findLooseNumbers(proseOf(text), FIGURES, []);
  const acknowledged = [{ number: loose?.number ?? '', context: loose?.context ?? '' }];

  test('holds for the number in the same words, wherever they stand and however they are spaced', () => {
    expect(loose?.context).toBe('år var der hele 120 konti til opfølgning i forvaltningen.'.replace('år', 'enkelt år'));
    expect(findLooseNumbers(proseOf(text), FIGURES, acknowledged)).toEqual([]);
    expect(findLooseNumbers(proseOf(`Nyt. ${text.replace(' hele', '\u00a0 hele')}`), FIGURES, acknowledged)).toEqual(
      [],
    );
  });

  test('does not hold for another number or in other words', () => {
    expect(findLooseNumbers(proseOf(text.replace('120', '121')), FIGURES, acknowledged)).toHaveLength(1);
    expect(findLooseNumbers(proseOf(text.replace('hele', 'kun')), FIGURES, acknowledged)).toHaveLength(1);
  });
});
