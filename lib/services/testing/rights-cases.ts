import type { RightsCase } from './rights-case.ts';
import { ADMINISTRATION_CASES } from './rights-cases-administration.ts';
import { BULK_CASES } from './rights-cases-bulk.ts';
import { BUNDLE_CASES } from './rights-cases-bundle.ts';
import { DESK_CASES } from './rights-cases-desk.ts';
import { DRAFT_CASES } from './rights-cases-drafts.ts';
import { EDITOR_CASES } from './rights-cases-editor.ts';
import { HELP_CASES } from './rights-cases-help.ts';
import { MAPPING_CASES } from './rights-cases-mapping.ts';
import { PEOPLE_CASES } from './rights-cases-people.ts';
import { PLAN_WORKBOOK_CASES } from './rights-cases-plan-workbooks.ts';
import { READING_CASES } from './rights-cases-reading.ts';
import { REGISTER_CASES } from './rights-cases-registers.ts';
import { REMINDER_CASES } from './rights-cases-reminders.ts';
import { RULE_CASES } from './rights-cases-rules.ts';
import { TASK_CASES } from './rights-cases-tasks.ts';
import { TEXT_CASES } from './rights-cases-texts.ts';
import { UPLOAD_CASES } from './rights-cases-uploads.ts';
import { VERSION_CASES } from './rights-cases-versions.ts';
import { VIEW_CASES } from './rights-cases-views.ts';
import { WORK_CASES } from './rights-cases-work.ts';

/** Every use case there is, as the test of rights tries it. */
export const RIGHTS_CASES: readonly RightsCase[] = [
  ...READING_CASES,
  ...WORK_CASES,
  ...BULK_CASES,
  ...BUNDLE_CASES,
  ...DESK_CASES,
  ...DRAFT_CASES,
  ...REGISTER_CASES,
  ...VIEW_CASES,
  ...VERSION_CASES,
  ...PEOPLE_CASES,
  ...TASK_CASES,
  ...REMINDER_CASES,
  ...ADMINISTRATION_CASES,
  ...UPLOAD_CASES,
  ...MAPPING_CASES,
  ...RULE_CASES,
  ...HELP_CASES,
  ...PLAN_WORKBOOK_CASES,
  ...TEXT_CASES,
  ...EDITOR_CASES,
];
