import { z } from 'zod';
import { shortText } from './fields.ts';

const required = shortText.min(1, { error: 'required' });

/** The settings of the installation that a page edits. */
export const installationInput = z.object({
  municipality: required,
  serviceCentreCode: required,
  serviceCentreName: required,
  erpSystem: required,
  debtorSystem: required,
});
