import type { Reconciliation } from '#lib/domain/account.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';

/**
 * The state with `count` findings of the committee, each over the threshold and with a plan of the length that the
 * published ones have, on as many accounts; those that it had are gone. @throws where there are too few accounts
 */
export function withManyFindings(state: MunicipalityState, committee: string, count: number): MunicipalityState {
  const reconciliations = new Map(
    [...state.reconciliations].map(([number, one]): [string, Reconciliation] => [
      number,
      { ...one, findings: one.findings.filter((finding) => finding.committee !== committee) },
    ]),
  );
  const fit = state.accounts.filter(({ number }) => state.reconciliations.has(number)).slice(0, count);
  if (fit.length < count) throw new Error(`There are only ${fit.length} accounts.`);
  for (const [index, { number }] of fit.entries()) {
    const one = reconciliations.get(number);
    if (one)
      reconciliations.set(number, { ...one, category: 3, findings: [...one.findings, makeFinding(committee, index)] });
  }
  return { ...state, reconciliations };
}

function makeFinding(committee: string, index: number): Finding {
  return {
    committee,
    category: index % 3 === 0 ? 3 : 2,
    responsible: `BIF/KS, team ${index % 7}`,
    theme: ['', 'KSD', 'KY'][index % 3] ?? '',
    problem: `Post ${index}: udestående fra fagsystemet er ikke udlignet ved årets udgang, og specifikationen mangler bilag for dele af beløbet.`,
    items: [
      { postingDate: '2022-06-30', text: 'Udestående', amount: 190_46600n + BigInt(index) * 100n },
      { postingDate: '2023-11-30', text: 'Udestående', amount: -67_61700n },
    ],
    steps: [
      {
        activity: 'Gennemgå posterne enkeltvis sammen med fagsystemets ejer og bogfør dem, der er dokumenteret.',
        deadline: '2024-03-31',
        consequence: 'Saldoen kan være forkert, indtil posterne er gennemgået.',
      },
    ],
  };
}
