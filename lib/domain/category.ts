/** The verdict of a reconciliation (domain.md): 1 without remarks, 2 for follow-up, 3 not reconciled. */
export type Category = 1 | 2 | 3;

/** The category of a finding: an account without follow-up has none. */
export type FindingCategory = 2 | 3;

export const CATEGORIES: readonly Category[] = [1, 2, 3];

/** An account's category is the worst of its findings, 1 if it has none (domain.md). */
export function worstCategory(findings: Iterable<{ category: FindingCategory }>): Category {
  let worst: Category = 1;
  for (const finding of findings) if (finding.category > worst) worst = finding.category;
  return worst;
}
