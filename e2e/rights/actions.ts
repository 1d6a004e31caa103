import type { ActionLine } from './action-line.ts';
import { ADMINISTRATION } from './administration-actions.ts';
import { RULES } from './rule-actions.ts';
import { VERSIONS } from './version-actions.ts';
import { VIEWS } from './view-actions.ts';
import { WORK } from './work-actions.ts';

/** Every server action, in an order in which each can be done after those before it. */
export const ACTIONS: readonly ActionLine[] = [...WORK, ...RULES, ...VIEWS, ...VERSIONS, ...ADMINISTRATION];
