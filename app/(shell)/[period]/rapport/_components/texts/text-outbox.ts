import type { TextPlace } from '#lib/domain/report-text.ts';
import { TEXT_PLACES } from '#lib/domain/report-text.ts';
import { type KeptTextContent, keptTextContent, type TextDraftInput, type TextSpot } from '#lib/schemas/report-text.ts';
import { Outbox } from '../../../../_components/outbox.ts';
import { TEXTS_ADDRESS } from './text-calls.ts';

/** A text on which a person types. */
export interface TextDraftAt extends TextSpot {
  personId: string;
}

const isPlace = (name: string): name is TextPlace => TEXT_PLACES.some((place) => place === name);

/** What is typed in texts of the report and not saved. */
export const textDrafts = new Outbox<TextDraftAt, KeptTextContent>({
  prefix: 'afstemt-tekst/',
  partsOf: ({ fiscalYear, place, owner }) => `${fiscalYear}/${place}/${owner}`,
  placeOf: (personId, parts) => {
    const [year = '', place = '', ...owner] = parts.split('/');
    return { personId, fiscalYear: Number(year), place: isPlace(place) ? place : 'indledning', owner: owner.join('/') };
  },
  content: keptTextContent,
  address: TEXTS_ADDRESS,
  bodyOf: ({ fiscalYear, owner, place }, { version, content, continues }) => ({
    act: 'keep-draft',
    input: { fiscalYear, owner, place, version, content, continues } satisfies TextDraftInput,
  }),
  discard: ({ fiscalYear, owner, place }) => ({
    address: TEXTS_ADDRESS,
    body: { act: 'discard-draft', input: { fiscalYear, owner, place } satisfies TextSpot },
  }),
});
