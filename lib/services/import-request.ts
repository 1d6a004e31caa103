import type { InputFile, PlanOptions } from '#lib/import/types.ts';

/** What is to be imported into a period, and how what can be read two ways is to be read. */
export interface ImportRequest {
  files: InputFile[];
  /** Large files beside them, which the actor sent before and had read with the same choices (readUpload). */
  uploads?: readonly string[];
  /** `2023-12` */
  periodId: string;
  options: Omit<PlanOptions, 'serviceCentreCode'>;
}
