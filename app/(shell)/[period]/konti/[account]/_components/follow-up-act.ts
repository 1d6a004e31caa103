import type { Item } from '#lib/domain/finding.ts';
import type { FollowedStep } from '#lib/services/get-follow-up.ts';

/** What somebody is about to do with an item, a settlement or a step of a committee's finding. */
export type FollowUpAct =
  | { kind: 'settle'; committee: string; item: Item }
  | { kind: 'take-back'; committee: string; settlementId: number }
  | { kind: 'finish' | 'drop' | 'move' | 'resume'; committee: string; step: FollowedStep };
