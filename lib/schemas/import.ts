import { z } from 'zod';
import { reason } from './periods.ts';

export const undoImportInput = z.object({ importId: z.number().int().positive(), reason });
