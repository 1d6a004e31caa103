import { putDraft, textDraftPlace } from '#lib/db/drafts.ts';
import type { Store } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { SHARED, type TextPlace } from '#lib/domain/report-text.ts';
import { acknowledgeFigure } from '../acknowledge-figure.ts';
import { finishText } from '../finish-text.ts';
import { saveReportText } from '../save-report-text.ts';
import { expectDone, OWNER, PREPARER, PROBER } from './rights-things.ts';
import { said } from './write-texts.ts';

/** What the texts of the world belong to. */
const YEAR = 2023;
/** The text of Alfa that is ready, written twice by somebody else than the prober. */
export const READY: TextPlace = 'kategorier';
/** The one that is begun, in which a number is acknowledged. */
export const BEGUN: TextPlace = 'indledning';
/** Where Alfa had one last year and has none this year. */
export const LAST_YEARS: TextPlace = 'handleplaner';
/** Where nobody has written. */
export const BLANK: TextPlace = 'balancen';
/** Where somebody else than the prober has typed something. */
export const OTHERS_TEXT: TextPlace = 'afskrivninger';
export const NUMBER = { number: '38 konti', context: 'Der er 38 konti.' };

/** Writes the texts of both committees' reports, and of all. @returns where the prober has typed something in Alfa's */
export async function writeTexts(store: Store): Promise<TextPlace> {
  const grants = [{ role: 'secretariat' as const, unit: null, onBehalfOf: null }];
  const scribe = { store, actor: { ...OWNER, grants } };
  const write = async (owner: string, place: TextPlace, version: number, text: string) => {
    const input = { fiscalYear: YEAR, owner, place, version, document: [said(text)] };
    expectDone(await saveReportText(scribe, input));
    return { fiscalYear: YEAR, owner, place };
  };
  const begun = await write('ALU', BEGUN, 0, 'ALFA-tekst');
  expectDone(await acknowledgeFigure(scribe, { ...begun, ...NUMBER, reason: 'ALFA-tekst' }));
  await write('ALU', READY, 0, 'ALFA-tekst først');
  const ready = await write('ALU', READY, 1, 'ALFA-tekst siden');
  expectDone(await finishText(scribe, { ...ready, version: 2 }));
  await write('BEU', READY, 0, 'BETA-tekst');
  await write(SHARED, READY, 0, 'Til alle udvalg');
  const kept = await store.read.reportText.findFirstOrThrow({ where: { committeeCode: 'ALU', place: READY } });
  await store.writeTx(async (tx) => {
    for (const owner of ['ALU', SHARED]) {
      const data = { ...kept, committeeCode: owner, fiscalYear: YEAR - 1, place: LAST_YEARS, status: 'approved' };
      await tx.reportText.create({ data });
    }
  });
  const keep = (person: Actor, place: TextPlace) =>
    store.touchTx((tx) =>
      putDraft(tx, person.personId, textDraftPlace(YEAR, 'ALU', place), {
        version: 0,
        content: JSON.stringify(textDraftWith('ALFA-tekst')),
        updatedAt: new Date().toISOString(),
      }),
    );
  await keep(PROBER, READY);
  await keep(PREPARER, OTHERS_TEXT);
  return READY;
}

/** A text with these words, as it is kept while it is not saved. */
export function textDraftWith(text: string) {
  return { document: [said(text)], base: [], on: { browser: 'prøve', tab: 'prøve', name: 'Prøve' } };
}
