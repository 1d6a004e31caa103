import { PLAN_LABELS, printKroner } from '#lib/render/blocks.ts';
import type { PlanCard, PlanGroup } from '#lib/report/model.ts';
import { type Links, NO_LINKS } from './links.ts';
import { html, type Markup } from './markup.ts';
import { categoryMark } from './table.ts';

function writeLine(label: string, values: string[]): Markup | null {
  if (values.every((value) => value === '')) return null;
  const [only] = values;
  if (values.length === 1) return html`<dt>${label}</dt><dd>${only ?? ''}</dd>`;
  return html`<dt>${label}</dt><dd class="steps">${values.map((value) => html`<span>${value}</span>`)}</dd>`;
}

function writeCard(card: PlanCard, category: PlanGroup['category'], links: Links): Markup {
  // The open edition can leave the account out.
  const address = card.account === '' ? null : links.account(card.account);
  const account = address === null ? card.account : html`<a href="${address}">${card.account}</a>`;
  const lines = [
    writeLine(PLAN_LABELS.problem, [card.problem]),
    writeLine(
      PLAN_LABELS.activity,
      card.steps.map((step) => step.activity),
    ),
    writeLine(PLAN_LABELS.responsible, [card.responsible]),
    writeLine(
      PLAN_LABELS.deadline,
      card.steps.map((step) => step.deadline),
    ),
    writeLine(
      PLAN_LABELS.consequence,
      card.steps.map((step) => step.consequence),
    ),
  ];
  return html`<article class="card"${card.account === '' ? null : html` id="konto-${card.account}"`}><header><strong>${account} ${card.accountName}</strong><span>${categoryMark(category)}Kategori ${category}</span><dl><dt>${PLAN_LABELS.followUp}</dt><dd class="n">${printKroner(card.followUp.printed)}</dd><dt>${PLAN_LABELS.older}</dt><dd class="n">${printKroner(card.older.printed)}</dd></dl></header><dl>${lines}</dl></article>
`;
}

/** The cards of a category and theme, by IM function. */
export function writePlans(group: PlanGroup, links: Links = NO_LINKS): Markup {
  return html`${group.functions.map(
    (imFunction) =>
      html`<p class="function">${imFunction.code} ${imFunction.name}</p>${imFunction.cards.map((card) => writeCard(card, group.category, links))}`,
  )}`;
}
